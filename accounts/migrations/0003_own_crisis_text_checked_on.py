"""When a therapy's own crisis text was last checked."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_ground")]
    operations = [
        migrations.AddField(
            "therapy", "own_crisis_text_checked_on", models.DateField(null=True, blank=True)
        ),
    ]
