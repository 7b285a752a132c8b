from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("homework", "0024_clinic_found_by_its_key")]

    operations = [
        migrations.AddField(
            model_name="flag",
            name="admins_told_at",
            field=models.DateTimeField(blank=True, null=True),
        )
    ]
