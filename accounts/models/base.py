"""What every private table has: a server-made id, its clinic, and a key over both."""

import uuid

from django.db import models


class ClinicRow(models.Model):
    """A row that belongs to a clinic. Others point at it by (clinic, id): see SameClinic."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # The key over both finds a clinic's rows, too. An index on the clinic alone would be as good to
    # a planner that has seen no row yet, and it would read the whole clinic for each one.
    clinic = models.ForeignKey("accounts.Clinic", models.PROTECT, related_name="+", db_index=False)

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["clinic", "id"], name="%(app_label)s_%(class)s_clinic_id"
            )
        ]


def within_clinic(to, **options):
    """A foreign key that SameClinic guards; the plain constraint would say less."""
    options.setdefault("on_delete", models.CASCADE)
    return models.ForeignKey(to, db_constraint=False, **options)
