"""A clinic's rows are found by the key over clinic and id. An index on the clinic alone cost each
write, and was as good to a planner that had seen no row: it read the whole clinic for each."""

from django.db import migrations

from accounts.ground import WithoutIndex

MODELS = (
    "away",
    "cover",
    "deliveryproblem",
    "draft",
    "factorreset",
    "invitation",
    "membership",
    "therapistterm",
    "therapy",
    "therapyacceptance",
    "therapyending",
    "therapypause",
)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0023_therapy_end_told_at"),
    ]
    operations = [WithoutIndex(name, "clinic") for name in MODELS]
