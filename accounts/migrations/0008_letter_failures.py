"""How often a mail of an account failed, beside how often it was tried: as with reminders."""

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0007_user_offer")]
    operations = [
        migrations.AddField(
            "letter", "failures", models.PositiveSmallIntegerField(default=0, db_default=0)
        ),
        migrations.AlterField(
            "letter", "next_attempt_at", models.DateTimeField(default=django.utils.timezone.now)
        ),
    ]
