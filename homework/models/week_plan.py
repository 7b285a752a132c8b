from django.db import models, transaction
from django.db.models import Prefetch, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ground import EncryptedTextField, SameClinic
from accounts.models import AuditEvent, Therapy
from accounts.models.base import ClinicRow, within_clinic
from homework import signals
from homework.models.assignment import Assignment
from homework.models.columns import readers
from homework.models.plan_rows import PlanAgreement, PlanStep
from homework.models.practice_entry import PracticeEntry
from homework.practice_day import practice_date


class WeekPlanQuerySet(models.QuerySet):
    def of_client(self, user):
        return self.filter(therapy__client=user, therapy__accepted_at__isnull=False)

    def open(self):
        return self.filter(closed_at=None)

    def agreed(self):
        return self.exclude(agreed_at=None)

    def running(self):
        """On Today: agreed and not closed."""
        return self.open().agreed()

    def in_preparation(self):
        """Draft or proposed: the next week, not yet agreed."""
        return self.open().filter(agreed_at=None)

    def awaiting_client(self):
        return self.in_preparation().exclude(proposed_at=None)

    def for_agreeing(self):
        """With the therapist who proposed it and everybody who reads the answer."""
        seen = readers("homework_weekplan.therapy_id")
        return self.select_related("therapy__lead", "session").annotate(**seen)

    def with_week(self):
        """Assignments with step and goal, and their standing entries: two queries more."""
        assignments = Assignment.objects.standing().with_thread()
        entries = PracticeEntry.objects.standing().order_by("practice_date", "received_at")
        return self.prefetch_related(
            Prefetch("assignments", assignments), Prefetch("assignments__entries", entries)
        )

    def for_review(self):
        """The week as its therapist may see it, with its report and review: three queries."""
        assignments = Assignment.objects.standing().with_thread()
        entries = PracticeEntry.objects.standing().for_staff().select_related("feedback")
        entries = entries.order_by("practice_date", "received_at")
        return self.select_related("report", "review").prefetch_related(
            Prefetch("assignments", assignments), Prefetch("assignments__entries", entries)
        )


class WeekPlan(ClinicRow):
    """The homework until the next plan. Draft → proposed → agreed → closed.

    It stays on Today until its successor is agreed, which closes it.
    """

    class ClosedReason(models.TextChoices):
        REVIEWED = "reviewed", _("Reviewed")
        SUPERSEDED = "superseded", _("Followed by the next plan without a review")
        ENDED = "ended", _("The therapy ended")

    therapy = within_clinic("accounts.Therapy", related_name="plans")
    session = within_clinic(
        "homework.TherapySession",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="plans",
    )
    focus = EncryptedTextField("homework.week_plan.focus", max_length=200, verbose_name=_("focus"))
    created_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    proposed_at = models.DateTimeField(null=True, blank=True, editable=False)
    agreed_at = models.DateTimeField(null=True, blank=True, editable=False)
    starts_on = models.DateField(null=True, blank=True, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    closed_reason = models.CharField(max_length=10, choices=ClosedReason, blank=True, default="")
    # Raised by every save of the planning screen, and when it is laid before the client:
    # the later of two tabs is told, and nobody agrees to words that they have not read.
    edition = models.PositiveIntegerField(default=0)

    objects = WeekPlanQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        ordering = ["-created_at"]
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("therapy"),
            SameClinic("session"),
            models.UniqueConstraint(
                fields=["therapy"],
                condition=Q(agreed_at__isnull=False, closed_at=None),
                name="homework_one_running_plan",
            ),
            models.UniqueConstraint(
                fields=["therapy"],
                condition=Q(agreed_at=None, closed_at=None),
                name="homework_one_plan_in_preparation",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_reason="")
                | (Q(closed_at__isnull=False) & ~Q(closed_reason="")),
                name="homework_plan_closed_reason",
            ),
            models.CheckConstraint(
                condition=Q(agreed_at=None, starts_on=None)
                | Q(agreed_at__isnull=False, starts_on__isnull=False),
                name="homework_agreed_plan_starts",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None)
                | Q(agreed_at=None)
                | Q(closed_at__gte=models.F("agreed_at")),
                name="homework_plan_order",
            ),
        ]
        indexes = [
            models.Index(fields=["therapy", "-agreed_at"], name="homework_plan_history"),
        ]

    def __str__(self):
        return f"Plan {self.pk}"

    @property
    def state(self):
        """draft, proposed, agreed or closed."""
        if self.closed_at:
            return "closed"
        if self.agreed_at:
            return "agreed"
        return "proposed" if self.proposed_at else "draft"

    @classmethod
    @transaction.atomic
    def prepare(cls, therapy, *, by, session=None):
        """The therapy's plan in preparation; begun when there is none."""
        Therapy.objects.select_for_update().get(pk=therapy.pk)
        plan = cls.objects.in_preparation().filter(therapy=therapy).first()
        if plan is None:
            plan = cls.objects.create(
                clinic_id=therapy.clinic_id, therapy=therapy, session=session, created_by=by
            )
            AuditEvent.record(by, "plan.begun", plan)
        return plan

    @transaction.atomic
    def write(self, *, by, **words):
        """Keep what stands on the planning screen, and let the other tabs know of it."""
        for name, value in words.items():
            setattr(self, name, value)
        self.edition += 1
        self.save(update_fields=[*words, "edition"])
        AuditEvent.record(by, "plan.written", self, fields=sorted(words))

    def _lock(self):
        """The therapy, locked, and this plan's state as it is in the database."""
        therapy = Therapy.objects.select_for_update().get(pk=self.therapy_id)
        self.refresh_from_db(fields=["proposed_at", "edition", "agreed_at", "closed_at"])
        return therapy

    def chip_at(self, steps):
        """Say which steps this week serves."""
        self.plan_steps.exclude(step__in=steps).delete()
        for step in steps:
            PlanStep.objects.get_or_create(
                plan=self, step=step, defaults={"clinic_id": self.clinic_id}
            )

    @transaction.atomic
    def propose(self, *, by):
        """Lay it before the client, on their phone: each time a new edition to be read."""
        self._lock()
        if self.state == "draft":
            self.proposed_at = timezone.now()
            self.edition += 1
            self.save(update_fields=["proposed_at", "edition"])
            self.answer_wishes()
            AuditEvent.record(by, "plan.proposed", self)
            signals.plan_proposed.send(WeekPlan, plan=self, by=by)

    @transaction.atomic
    def take_back(self, *, by):
        """Return to a draft, so that it can be changed."""
        self._lock()
        if self.state == "proposed":
            self.proposed_at = None
            self.save(update_fields=["proposed_at"])
            AuditEvent.record(by, "plan.taken_back", self)
            signals.therapy_touched.send(WeekPlan, therapy=self.therapy)

    @transaction.atomic
    def ask_for_change(self, text, *, by):
        request = self.change_requests.create(clinic_id=self.clinic_id, text=text, asked_by=by)
        AuditEvent.record(by, "plan.change_asked", self)
        signals.therapy_touched.send(WeekPlan, therapy=self.therapy)
        return request

    @transaction.atomic
    def agree(self, *, by, at=None, reviewed=True, messages_a_day=None):
        """Make it this week's plan and close the one before. Twice changes nothing.

        Said by the client on the phone, or in the room at the therapist's screen. A review that
        was begun is finished with it; `reviewed=False` leaves it unsent.
        """
        therapy = self._lock()
        if self.agreed_at or self.closed_at:
            return
        now = at or timezone.now()
        for before in WeekPlan.objects.running().filter(therapy=therapy):
            if reviewed:
                before.send_review(by=by)
            before.close(WeekPlan.reason_for(before), by=by, at=now)
        self.agreed_at = now
        self.starts_on = practice_date(now, therapy.zone)
        self.save(update_fields=["agreed_at", "starts_on"])
        self.answer_wishes()
        PlanAgreement.objects.create(
            plan=self,
            clinic_id=self.clinic_id,
            by=by,
            at=now,
            in_the_room=by.pk != therapy.client_id,
            messages_a_day=messages_a_day,
        )
        AuditEvent.record(by, "plan.agreed", self)
        signals.plan_agreed.send(WeekPlan, plan=self, by=by)

    def send_review(self, *, by):
        """Finish the review of this week, if one was begun: its author stays who wrote it."""
        review = getattr(self, "review", None)
        if review:
            review.finish(by=review.by if by.pk == self.therapy.client_id else by)

    def answer_wishes(self):
        """What the client asked to have changed is answered by the plan itself."""
        self.change_requests.filter(answered_at=None).update(answered_at=timezone.now())

    @staticmethod
    def reason_for(plan):
        reviewed = hasattr(plan, "review") and plan.review.finished_at is not None
        return WeekPlan.ClosedReason.REVIEWED if reviewed else WeekPlan.ClosedReason.SUPERSEDED

    @transaction.atomic
    def close(self, reason, *, by, at=None):
        if self.closed_at is None:
            self.closed_at, self.closed_reason = at or timezone.now(), reason
            self.save(update_fields=["closed_at", "closed_reason"])
            AuditEvent.record(by, "plan.closed", self, reason=reason)
            signals.plan_closed.send(WeekPlan, plan=self, by=by)
