"""As in accounts: the key over clinic and id finds them."""

from django.db import migrations

from accounts.ground import WithoutIndex


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0024_clinic_found_by_its_key"),
        ("records", "0006_locked_away_has_its_day"),
    ]
    operations = [WithoutIndex("brought", "clinic")]
