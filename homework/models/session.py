from datetime import timedelta

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ground import EncryptedTextField, SameClinic
from accounts.models import AuditEvent
from accounts.models.base import ClinicRow, within_clinic
from homework.signals import session_changed

# A session is "this hour" from a little before it begins until the next day.
SOON, SINCE = timedelta(hours=2), timedelta(hours=24)


class TherapySessionQuerySet(models.QuerySet):
    def of_client(self, user):
        return self.filter(therapy__client=user, therapy__accepted_at__isnull=False)

    def standing(self):
        return self.filter(cancelled_at=None, missed_at=None)

    def upcoming(self):
        return self.standing().filter(starts_at__gt=timezone.now()).order_by("starts_at")

    def this_hour(self):
        """The session that is on, about to begin, or not long over."""
        now = timezone.now()
        near = self.standing().filter(starts_at__range=(now - SINCE, now + SOON))
        return near.order_by("-starts_at")

    def cancelled_ahead(self):
        """Hours to come that were called off."""
        ahead = self.exclude(cancelled_at=None).filter(starts_at__gt=timezone.now())
        return ahead.order_by("starts_at")

    def past(self):
        return self.standing().filter(starts_at__lte=timezone.now()).order_by("-starts_at")


class TherapySession(ClinicRow):
    """The hour: when and how long. It can be moved, cancelled or missed."""

    therapy = within_clinic("accounts.Therapy", related_name="sessions")
    starts_at = models.DateTimeField(_("when"))
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), default=50, validators=[MinValueValidator(10), MaxValueValidator(240)]
    )
    created_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    cancelled_at = models.DateTimeField(null=True, blank=True, editable=False)
    cancelled_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    missed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = TherapySessionQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        ordering = ["starts_at"]
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("therapy"),
            models.CheckConstraint(
                condition=Q(minutes__range=(10, 240)), name="homework_session_minutes"
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at=None) | Q(missed_at=None),
                name="homework_session_cancelled_or_missed",
            ),
        ]
        indexes = [
            # Read by "next session" everywhere and by the day's list.
            models.Index(
                fields=["therapy", "starts_at"],
                condition=Q(cancelled_at=None),
                name="homework_session_next",
            )
        ]

    def __str__(self):
        return f"Session {self.starts_at:%Y-%m-%d %H:%M}"

    @property
    def ends_at(self):
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def state(self):
        """planned, held, cancelled or missed."""
        if self.cancelled_at:
            return "cancelled"
        if self.missed_at:
            return "missed"
        return "held" if self.starts_at <= timezone.now() else "planned"

    @classmethod
    @transaction.atomic
    def book(cls, therapy, *, starts_at, minutes=50, by):
        session = cls.objects.create(
            clinic_id=therapy.clinic_id,
            therapy=therapy,
            starts_at=starts_at,
            minutes=minutes,
            created_by=by,
        )
        AuditEvent.record(by, "session.booked", session)
        session_changed.send(cls, session=session, by=by)
        return session

    @classmethod
    def of_now(cls, therapy, *, by):
        """The session that is on; an hour that nobody booked is booked as it happens."""
        found = cls.objects.this_hour().filter(therapy=therapy).first()
        return found or cls.book(therapy, starts_at=timezone.now(), by=by)

    @transaction.atomic
    def move(self, *, to, minutes=None, by):
        """Take another time; the earlier one stays known. Nobody is reminded of sessions yet."""
        minutes = minutes or self.minutes
        if self.state not in ("planned", "held") or (to, minutes) == (self.starts_at, self.minutes):
            return
        if to != self.starts_at:
            times = {"moved_from": self.starts_at, "moved_to": to}
            SessionMove.objects.create(clinic_id=self.clinic_id, session=self, by=by, **times)
        self.starts_at, self.minutes = to, minutes
        self.save(update_fields=["starts_at", "minutes"])
        AuditEvent.record(by, "session.moved", self)
        session_changed.send(TherapySession, session=self, by=by)

    @transaction.atomic
    def cancel(self, *, by):
        """Call it off. The plan stretches: it stays on Today until its successor is agreed."""
        if self.cancelled_at is None and self.missed_at is None:
            self.cancelled_at, self.cancelled_by = timezone.now(), by
            self.save(update_fields=["cancelled_at", "cancelled_by"])
            AuditEvent.record(by, "session.cancelled", self)
            session_changed.send(TherapySession, session=self, by=by)

    @transaction.atomic
    def mark_missed(self, *, by):
        if self.state == "held":
            self.missed_at = timezone.now()
            self.save(update_fields=["missed_at"])
            AuditEvent.record(by, "session.missed", self)
            session_changed.send(TherapySession, session=self, by=by)

    @transaction.atomic
    def write_insight(self, text, *, by):
        """Keep a sentence that was understood in the hour; client and therapist share it.

        Saying it twice keeps it once.
        """
        TherapySession.objects.select_for_update().only("clinic").get(pk=self.pk)
        if said := next((each for each in self.insights.all() if each.text == text), None):
            return said
        insight = self.insights.create(
            clinic_id=self.clinic_id, therapy_id=self.therapy_id, text=text, written_by=by
        )
        AuditEvent.record(by, "insight.written", insight)
        return insight


class SessionMove(ClinicRow):
    session = within_clinic("homework.TherapySession", related_name="moves")
    moved_from = models.DateTimeField()
    moved_to = models.DateTimeField()
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta(ClinicRow.Meta):
        constraints = [*ClinicRow.Meta.constraints, SameClinic("session")]

    def __str__(self):
        return f"Moved to {self.moved_to:%Y-%m-%d %H:%M}"


class Insight(ClinicRow):
    """A sentence understood in the hour, shared by both; an assignment may carry it onward."""

    therapy = within_clinic("accounts.Therapy", related_name="insights")
    session = within_clinic("homework.TherapySession", related_name="insights")
    text = EncryptedTextField(
        "homework.insight.text", max_length=500, verbose_name=_("insight"), blank=False
    )
    written_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta(ClinicRow.Meta):
        ordering = ["at"]
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("therapy"),
            SameClinic("session"),
        ]

    def __str__(self):
        return f"Insight {self.at:%Y-%m-%d}"
