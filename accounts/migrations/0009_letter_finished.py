"""What came to an end lately is found without a look at all."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("accounts", "0008_letter_failures")]
    operations = [
        migrations.AddIndex(
            "letter",
            models.Index(
                fields=["finished_at"],
                condition=Q(finished_at__isnull=False),
                name="accounts_letter_finished",
            ),
        )
    ]
