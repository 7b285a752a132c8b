from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.audit import AuditEvent
from accounts.models.base import ClinicRow


class AwayQuerySet(models.QuerySet):
    def upcoming(self, today=None):
        return self.filter(cancelled_at=None, back_on__gt=today or timezone.localdate())


class Away(ClinicRow):
    """A therapist's absence. Clients know beforehand: the date of return and who covers."""

    therapist = models.ForeignKey("accounts.User", models.PROTECT, related_name="absences")
    starts_on = models.DateField(_("first day away"))
    back_on = models.DateField(_("back on"))
    covered_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+"
    )
    cancelled_at = models.DateTimeField(null=True, blank=True)

    objects = AwayQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        constraints = [
            *ClinicRow.Meta.constraints,
            models.CheckConstraint(
                condition=Q(back_on__gt=F("starts_on")), name="accounts_away_order"
            ),
        ]

    def __str__(self):
        return f"{self.therapist} away until {self.back_on}"

    def cancel(self, *, by):
        if self.cancelled_at is None:
            self.cancelled_at = timezone.now()
            self.save(update_fields=["cancelled_at"])
            AuditEvent.record(by, "away.cancelled", self)
