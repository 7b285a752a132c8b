from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0020_consent'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='therapy',
            name='accounts_held_therapy_has_no_reader',
        ),
        migrations.RenameField(
            model_name='therapy',
            old_name='held_until',
            new_name='locked_away_until',
        ),
        migrations.AddConstraint(
            model_name='therapy',
            constraint=models.CheckConstraint(condition=models.Q(('locked_away_until', None), models.Q(('client', None), ('ended_at__isnull', False)), _connector='OR'), name='accounts_locked_away_has_no_reader'),
        ),
    ]
