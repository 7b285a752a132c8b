from datetime import datetime, time

from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.audit import AuditEvent
from accounts.models.base import ClinicRow
from accounts.models.cover import Cover
from accounts.models.therapy import Therapy


class AwayQuerySet(models.QuerySet):
    def upcoming(self, today=None):
        return self.filter(cancelled_at=None, back_on__gt=today or timezone.localdate())

    def overlapping(self, starts_on, back_on):
        return self.filter(cancelled_at=None, starts_on__lt=back_on, back_on__gt=starts_on)


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

    @property
    def starts_at(self):
        return datetime.combine(self.starts_on, time.min, self.clinic.zone)

    @property
    def ends_at(self):
        return datetime.combine(self.back_on, time.min, self.clinic.zone)

    @classmethod
    @transaction.atomic
    def announce(cls, *, therapist, clinic, starts_on, back_on, covered_by=None):
        """Say it beforehand. Who covers may read and write in each open therapy for that time."""
        away = cls.objects.create(
            therapist=therapist,
            clinic=clinic,
            starts_on=starts_on,
            back_on=back_on,
            covered_by=covered_by,
        )
        AuditEvent.record(therapist, "away.announced", away)
        if covered_by:
            away.grant_covers()
        return away

    def grant_covers(self):
        # Nobody stands in on a therapy of their own.
        led = Therapy.objects.open().filter(clinic=self.clinic, lead=self.therapist)
        for therapy in led.exclude(client=self.covered_by):
            Cover.grant(
                therapy=therapy,
                therapist=self.covered_by,
                kind=Cover.Kind.WRITE,
                starts_at=self.starts_at,
                ends_at=self.ends_at,
                by=self.therapist,
            )

    @property
    def covers(self):
        """The covers that came with this absence and still stand."""
        return Cover.objects.filter(
            clinic=self.clinic,
            therapist=self.covered_by,
            granted_by=self.therapist,
            kind=Cover.Kind.WRITE,
            starts_at=self.starts_at,
            ends_at=self.ends_at,
            ended_at=None,
        )

    @transaction.atomic
    def cancel(self, *, by):
        """Stay after all; whoever was to stand in no longer may. Twice changes nothing."""
        if self.cancelled_at is None:
            self.cancelled_at = timezone.now()
            self.save(update_fields=["cancelled_at"])
            AuditEvent.record(by, "away.cancelled", self)
            for cover in self.covers if self.covered_by_id else ():
                cover.end(by=by)
