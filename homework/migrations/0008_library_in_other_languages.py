from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('homework', '0007_homework_of_the_clients_own'),
    ]

    operations = [
        migrations.AddField(
            model_name='exercise',
            name='wordings',
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
        migrations.AddField(
            model_name='skill',
            name='wordings',
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
    ]
