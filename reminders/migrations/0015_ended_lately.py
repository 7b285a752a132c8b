"""What came to an end lately is found without a look at all."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("reminders", "0014_claim_past_the_locked")]
    operations = [
        migrations.AddIndex(
            "reminderslot",
            models.Index(
                fields=["settled_at"],
                condition=Q(settled_at__isnull=False),
                name="reminders_slot_settled_at",
            ),
        ),
        migrations.AddIndex(
            "delivery",
            models.Index(
                fields=["finished_at"],
                condition=Q(finished_at__isnull=False),
                name="reminders_delivery_finished",
            ),
        ),
    ]
