"""How often a message failed, apart from how often it was about to be sent."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reminders", "0011_devices")]
    operations = [
        migrations.AddField(
            "delivery", "failures", models.PositiveSmallIntegerField(default=0, db_default=0)
        )
    ]
