from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ground import EncryptedTextField, SameClinic
from accounts.models import AuditEvent
from accounts.models.base import ClinicRow, within_clinic
from goals.models.end_goal import EndGoal


class StepQuerySet(models.QuerySet):
    def of_client(self, user):
        return self.filter(therapy__client=user, therapy__accepted_at__isnull=False)

    def on_the_way(self):
        return self.filter(closed_at=None)

    def current(self):
        return self.filter(is_current=True)


class Step(ClinicRow):
    """A small step toward an end goal: proposed by either side, agreed by both, one current.

    proposed → agreed → current → done, or let go at any time.
    """

    class Closing(models.TextChoices):
        DONE = "done", _("Done")
        LET_GO = "let_go", _("Let go")

    therapy = within_clinic("accounts.Therapy", related_name="steps")
    goal = within_clinic("goals.EndGoal", related_name="steps")
    title = EncryptedTextField(
        "goals.step.title", max_length=200, verbose_name=_("step"), blank=False
    )
    position = models.PositiveSmallIntegerField()
    proposed_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    agreed_at = models.DateTimeField(null=True, blank=True, editable=False)
    is_current = models.BooleanField(default=False, editable=False)
    current_since = models.DateTimeField(null=True, blank=True, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    # Kept when it is opened again: what a client has reached is not taken from them.
    first_done_at = models.DateTimeField(null=True, blank=True, editable=False)
    closed_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    closed_as = models.CharField(max_length=10, choices=Closing, blank=True, default="")

    objects = StepQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        ordering = ["position"]
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("therapy"),
            SameClinic("goal"),
            models.UniqueConstraint(
                fields=["goal", "position"],
                name="goals_step_order",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                fields=["goal"], condition=Q(is_current=True), name="goals_one_current_step"
            ),
            models.CheckConstraint(
                condition=Q(is_current=False) | Q(closed_at=None, agreed_at__isnull=False),
                name="goals_current_step_is_agreed_and_open",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_as="")
                | (Q(closed_at__isnull=False) & ~Q(closed_as="")),
                name="goals_step_closed_as",
            ),
            models.CheckConstraint(condition=Q(position__gte=1), name="goals_step_position"),
        ]

    def __str__(self):
        return f"Step {self.position}"

    @property
    def state(self):
        """proposed, agreed, current, done or let_go."""
        if self.closed_at:
            return self.closed_as
        if self.is_current:
            return "current"
        return "agreed" if self.agreed_at else "proposed"

    def _hold(self):
        """Lock the staircase and read this step as it is now: verbs decide on nothing older."""
        EndGoal.objects.hold(self.goal_id)
        state = ("position", "agreed_at", "is_current", "closed_at", "closed_as", "first_done_at")
        self.refresh_from_db(fields=state)

    @transaction.atomic
    def agree(self, *, by, together=False):
        """Record agreement; the step is agreed once both sides have said yes.

        `together`: said in the room, with the client at the therapist's screen.
        """
        self._hold()
        side = "client" if self.therapy.client_id == by.pk else "therapist"
        for each in StepAgreement.Side.values if together else [side]:
            StepAgreement.objects.get_or_create(
                step=self, side=each, defaults={"by": by, "clinic_id": self.clinic_id}
            )
        if self.agreed_at is None and self.agreements.count() == len(StepAgreement.Side):
            self.agreed_at = timezone.now()
            self.save(update_fields=["agreed_at"])
        AuditEvent.record(by, "step.agreed", self, side=side, together=together)

    @transaction.atomic
    def make_current(self, *, by):
        """Stand on this step. The one that was current goes back to agreed."""
        self._hold()
        if self.closed_at or self.agreed_at is None or self.is_current:
            return
        self.goal.steps.filter(is_current=True).update(is_current=False)
        self.is_current, self.current_since = True, timezone.now()
        self.save(update_fields=["is_current", "current_since"])
        AuditEvent.record(by, "step.made_current", self)

    @transaction.atomic
    def close(self, closed_as, *, by):
        """Done, or let go; hidden from today, not from the record. Done moves on to the next."""
        self._hold()
        if self.closed_at is not None:
            return
        was_current, self.is_current = self.is_current, False
        self.closed_at, self.closed_as, self.closed_by = timezone.now(), closed_as, by
        if closed_as == Step.Closing.DONE:
            self.first_done_at = self.first_done_at or self.closed_at
        columns = ("is_current", "closed_at", "closed_as", "closed_by", "first_done_at")
        self.save(update_fields=columns)
        AuditEvent.record(by, "step.closed", self, closed_as=closed_as)
        following = self.goal.steps.on_the_way().exclude(agreed_at=None)
        if was_current and (after := following.filter(position__gt=self.position).first()):
            after.make_current(by=by)

    @transaction.atomic
    def reopen(self, *, by):
        self._hold()
        if self.closed_at is not None:
            self.closed_at, self.closed_as, self.closed_by = None, "", None
            self.save(update_fields=["closed_at", "closed_as", "closed_by"])
            AuditEvent.record(by, "step.reopened", self)

    @transaction.atomic
    def move_to(self, position, *, by):
        """Take another place in the order; the others close up."""
        self._hold()
        steps = list(self.goal.steps.order_by("position"))
        steps.remove(self)
        steps.insert(max(0, min(position - 1, len(steps))), self)
        for place, step in enumerate(steps, start=1):
            if step.position != place:
                step.position = place
                step.save(update_fields=["position"])
        AuditEvent.record(by, "step.moved", self, to=position)


class StepAgreement(ClinicRow):
    """One side's yes to a step."""

    class Side(models.TextChoices):
        CLIENT = "client", _("Client")
        THERAPIST = "therapist", _("Therapist")

    step = within_clinic("goals.Step", related_name="agreements")
    side = models.CharField(max_length=10, choices=Side)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta(ClinicRow.Meta):
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("step"),
            models.UniqueConstraint(fields=["step", "side"], name="goals_one_agreement_a_side"),
        ]

    def __str__(self):
        return f"{self.side} agreed"
