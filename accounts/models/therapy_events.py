"""The rows behind a therapy's states: who brought each about, and when."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ground import EncryptedTextField, SameClinic
from accounts.models.base import ClinicRow, within_clinic


class TherapyAcceptance(ClinicRow):
    therapy = models.OneToOneField(
        "accounts.Therapy", models.CASCADE, db_constraint=False, related_name="acceptance"
    )
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta(ClinicRow.Meta):
        constraints = [*ClinicRow.Meta.constraints, SameClinic("therapy")]

    def __str__(self):
        return f"Accepted {self.at:%Y-%m-%d}"


class TherapyPause(ClinicRow):
    therapy = within_clinic("accounts.Therapy", related_name="pauses")
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    resumed_at = models.DateTimeField(null=True, blank=True)
    resumed_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")

    class Meta(ClinicRow.Meta):
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("therapy"),
            models.UniqueConstraint(
                fields=["therapy"], condition=Q(resumed_at=None), name="accounts_one_open_pause"
            ),
        ]

    def __str__(self):
        return f"Paused {self.at:%Y-%m-%d}"


class TherapyEnding(ClinicRow):
    """The ending, with the page client and therapist made together."""

    therapy = models.OneToOneField(
        "accounts.Therapy", models.CASCADE, db_constraint=False, related_name="ending"
    )
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    what_helped = EncryptedTextField(
        "accounts.ending.what_helped", max_length=2000, verbose_name=_("what helped")
    )
    early_signs = EncryptedTextField(
        "accounts.ending.early_signs", max_length=2000, verbose_name=_("early signs")
    )
    what_i_will_do = EncryptedTextField(
        "accounts.ending.what_i_will_do", max_length=2000, verbose_name=_("what I will do")
    )
    whom_to_call = EncryptedTextField(
        "accounts.ending.whom_to_call", max_length=500, verbose_name=_("whom to call")
    )

    class Meta(ClinicRow.Meta):
        constraints = [*ClinicRow.Meta.constraints, SameClinic("therapy")]

    def __str__(self):
        return f"Ended {self.at:%Y-%m-%d}"
