from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0021_therapy_locked_away_until")]

    operations = [
        migrations.AddField(
            model_name="therapy",
            name="leaves_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
    ]
