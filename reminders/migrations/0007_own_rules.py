"""People's own rules: ways by kind, time and weekdays, quiet hours, how many a day, which words."""

import django.core.validators
import django.utils.timezone
from django.db import migrations, models

EVERY_DAY = 127
WORDINGS = [
    ("neutral", "Neutral words"),
    ("telling", "My own plan"),
]


def clock(words):
    return models.TimeField(words, null=True, blank=True)


class Migration(migrations.Migration):
    dependencies = [("reminders", "0006_slot_key")]
    operations = [
        migrations.RenameField("recipient", "by_mail", "is_on"),
        migrations.AlterField(
            "recipient", "is_on", models.BooleanField("Remind me", default=True)
        ),
        migrations.AlterField(
            "recipient",
            "planned_until",
            models.DateTimeField(default=django.utils.timezone.now, editable=False),
        ),
        migrations.AddField("recipient", "channels", models.JSONField(blank=True, default=dict)),
        migrations.AddField("recipient", "at", clock("At")),
        migrations.AddField("recipient", "quiet_from", clock("Quiet from")),
        migrations.AddField("recipient", "quiet_until", clock("Quiet until")),
        migrations.AddField(
            "recipient",
            "weekdays",
            models.PositiveSmallIntegerField(
                default=EVERY_DAY,
                validators=[django.core.validators.MaxValueValidator(EVERY_DAY)],
            ),
        ),
        migrations.AddField(
            "recipient",
            "a_day",
            models.PositiveSmallIntegerField(
                "At most, a day",
                default=1,
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(5),
                ],
            ),
        ),
        migrations.AddField(
            "recipient",
            "wording",
            models.CharField(max_length=10, choices=WORDINGS, default="neutral"),
        ),
        migrations.AddConstraint(
            "recipient",
            models.CheckConstraint(
                condition=models.Q(a_day__range=(1, 5)), name="reminders_recipient_a_day"
            ),
        ),
        migrations.AddConstraint(
            "recipient",
            models.CheckConstraint(
                condition=models.Q(quiet_from=None, quiet_until=None)
                | models.Q(quiet_from__isnull=False, quiet_until__isnull=False),
                name="reminders_recipient_quiet",
            ),
        ),
    ]
