"""What somebody is asked on Today, so that Today need not look for it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0006_letter")]
    operations = [
        migrations.AddField(
            "user",
            "offer",
            models.CharField(max_length=20, blank=True, default="", db_default=""),
        )
    ]
