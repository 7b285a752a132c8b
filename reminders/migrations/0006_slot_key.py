"""One slot a person, kind, thing, date and number; and the look-ups of the engine."""

import django.db.models.deletion
from django.db import migrations, models

OPEN_UNDER_WAY = models.Q(state="open", delivery__isnull=False)


def row_of(to, on_delete, **options):
    return models.ForeignKey(
        to, db_constraint=False, db_index=False, on_delete=on_delete, related_name="slots", **options
    )


class Migration(migrations.Migration):
    dependencies = [("reminders", "0005_slot_about_homework")]
    operations = [
        migrations.RemoveConstraint("reminderslot", "reminders_reminderslot_assignment_same_clinic"),
        migrations.RemoveConstraint("reminderslot", "reminders_slot_once"),
        migrations.RemoveIndex("reminderslot", "reminders_slot_open"),
        migrations.RemoveField("reminderslot", "assignment"),
        migrations.AlterField("reminderslot", "about", models.UUIDField()),
        migrations.AlterField(
            "reminderslot",
            "recipient",
            row_of("reminders.recipient", django.db.models.deletion.CASCADE),
        ),
        migrations.AlterField(
            "reminderslot",
            "delivery",
            row_of(
                "reminders.delivery", django.db.models.deletion.SET_NULL, null=True, blank=True
            ),
        ),
        migrations.AddIndex(
            "reminderslot",
            models.Index(fields=["recipient", "practice_date"], name="reminders_slot_of_day"),
        ),
        migrations.AddIndex(
            "reminderslot",
            models.Index(
                fields=["delivery"], condition=OPEN_UNDER_WAY, name="reminders_slot_under_way"
            ),
        ),
        migrations.AddConstraint(
            "reminderslot",
            models.UniqueConstraint(
                fields=["recipient", "kind", "about", "practice_date", "number"],
                name="reminders_slot_once",
            ),
        ),
        migrations.AddConstraint(
            "reminderslot",
            models.CheckConstraint(
                condition=models.Q(state="open", settled_at=None)
                | (~models.Q(state="open") & models.Q(settled_at__isnull=False)),
                name="reminders_slot_settled",
            ),
        ),
    ]
