from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('records', '0003_brought'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='erased',
            name='records_erased_until',
        ),
        migrations.AlterField(
            model_name='erased',
            name='what',
            field=models.CharField(choices=[('therapy', 'Therapy'), ('locked_away', 'Locked Away'), ('person', 'Person')], max_length=12),
        ),
    ]
