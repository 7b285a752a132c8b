"""When a person was offered fewer reminders and answered."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reminders", "0009_calendar_address")]
    operations = [
        migrations.AddField(
            "recipient", "asked_fewer_on", models.DateField(blank=True, editable=False, null=True)
        )
    ]
