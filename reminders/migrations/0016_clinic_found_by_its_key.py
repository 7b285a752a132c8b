"""As in accounts: the key over clinic and id finds them."""

from django.db import migrations

from accounts.ground import WithoutIndex

MODELS = (
    "delivery",
    "recipient",
    "reminderslot",
)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0024_clinic_found_by_its_key"),
        ("reminders", "0015_ended_lately"),
    ]
    operations = [WithoutIndex(name, "clinic") for name in MODELS]
