"""How many messages a day about homework were agreed with a plan."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("homework", "0009_care_and_level_of_an_exercise")]
    operations = [
        migrations.AddField(
            "planagreement",
            "messages_a_day",
            models.PositiveSmallIntegerField(null=True, blank=True),
        )
    ]
