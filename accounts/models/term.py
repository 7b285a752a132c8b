from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.ground import EncryptedTextField, SameClinic
from accounts.models.base import ClinicRow, within_clinic


class TherapistTerm(ClinicRow):
    """Who leads a therapy, from when to when. One is open; Therapy.lead repeats it."""

    therapy = within_clinic("accounts.Therapy", related_name="terms")
    therapist = models.ForeignKey("accounts.User", models.PROTECT, related_name="terms")
    opened_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    started_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    note = EncryptedTextField("accounts.term.note", max_length=2000)

    class Meta(ClinicRow.Meta):
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("therapy"),
            models.UniqueConstraint(
                fields=["therapy"], condition=Q(ended_at=None), name="accounts_one_open_term"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=models.F("started_at")),
                name="accounts_term_order",
            ),
        ]

    def __str__(self):
        return f"{self.therapist} from {self.started_at:%Y-%m-%d}"
