"""As in accounts: the key over clinic and id finds them."""

from django.db import migrations

from accounts.ground import WithoutIndex

MODELS = (
    "endgoal",
    "goalrating",
    "step",
    "stepagreement",
)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0024_clinic_found_by_its_key"),
        ("goals", "0004_done_steps_were_done"),
    ]
    operations = [WithoutIndex(name, "clinic") for name in MODELS]
