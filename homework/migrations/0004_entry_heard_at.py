from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('homework', '0003_assignment_has_its_target'),
    ]

    operations = [
        migrations.AddField(
            model_name='practiceentry',
            name='heard_at',
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
    ]
