from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('records', '0005_held_is_said_locked_away'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='erased',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('until__isnull', False), ('what', 'locked_away')), models.Q(models.Q(('what', 'locked_away'), _negated=True), ('until', None)), _connector='OR'), name='records_erased_until'),
        ),
    ]
