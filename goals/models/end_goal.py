from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ground import EncryptedTextField, SameClinic
from accounts.models import AuditEvent, Therapy
from accounts.models.base import ClinicRow, within_clinic


class EndGoalQuerySet(models.QuerySet):
    def open(self):
        return self.filter(closed_at=None)

    def of_client(self, user):
        return self.filter(therapy__client=user, therapy__accepted_at__isnull=False)

    def hold(self, pk):
        """Lock one goal: what is said about its steps is said one after the other."""
        return self.select_for_update().only("clinic").get(pk=pk)

    def for_staircase(self):
        """Goals with their steps and ratings, in order: three queries for any number."""
        return self.prefetch_related("steps", "ratings").order_by("position", "created_at")


class EndGoal(ClinicRow):
    """What therapy is for, in the client's words; why it matters; how they will know."""

    class Closing(models.TextChoices):
        REACHED = "reached", _("Reached")
        LET_GO = "let_go", _("Let go")

    therapy = within_clinic("accounts.Therapy", related_name="goals")
    title = EncryptedTextField(
        "goals.end_goal.title", max_length=200, verbose_name=_("end goal"), blank=False
    )
    why = EncryptedTextField("goals.end_goal.why", max_length=1000)
    how_known = EncryptedTextField("goals.end_goal.how_known", max_length=1000)
    position = models.PositiveSmallIntegerField(default=0)
    created_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    closed_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    closed_as = models.CharField(max_length=10, choices=Closing, blank=True, default="")

    objects = EndGoalQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        ordering = ["position", "created_at"]
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("therapy"),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_as="")
                | (Q(closed_at__isnull=False) & ~Q(closed_as="")),
                name="goals_endgoal_closed_as",
            ),
        ]
        indexes = [models.Index(fields=["therapy", "position"], name="goals_endgoal_therapy")]

    def __str__(self):
        return f"Goal {self.pk}"

    @classmethod
    @transaction.atomic
    def name(cls, therapy: Therapy, *, title, why="", how_known="", by):
        """Write down an end goal as the last of its therapy."""
        goal = cls.objects.create(
            clinic_id=therapy.clinic_id,
            therapy=therapy,
            title=title,
            why=why,
            how_known=how_known,
            position=therapy.goals.count(),
            created_by=by,
        )
        AuditEvent.record(by, "goal.named", goal)
        return goal

    @transaction.atomic
    def reword(self, *, title, why, how_known, by):
        """Say it differently. Past assignments keep their own words (they are snapshots)."""
        self.title, self.why, self.how_known = title, why, how_known
        self.save(update_fields=["title", "why", "how_known"])
        AuditEvent.record(by, "goal.reworded", self)

    @transaction.atomic
    def close(self, closed_as, *, by):
        if self.closed_at is None:
            self.closed_at, self.closed_as, self.closed_by = timezone.now(), closed_as, by
            self.save(update_fields=["closed_at", "closed_as", "closed_by"])
            AuditEvent.record(by, "goal.closed", self, closed_as=closed_as)

    @transaction.atomic
    def reopen(self, *, by):
        if self.closed_at is not None:
            self.closed_at, self.closed_as, self.closed_by = None, "", None
            self.save(update_fields=["closed_at", "closed_as", "closed_by"])
            AuditEvent.record(by, "goal.reopened", self)

    @transaction.atomic
    def add_step(self, title, *, by, together=False):
        """Propose the next step; it is agreed once both sides have said so."""
        EndGoal.objects.hold(self.pk)
        position = self.steps.count() + 1
        step = self.steps.create(
            clinic_id=self.clinic_id,
            therapy_id=self.therapy_id,
            title=title,
            position=position,
            proposed_by=by,
        )
        AuditEvent.record(by, "step.proposed", step)
        step.agree(by=by, together=together)
        return step

    @property
    def current_step(self):
        return next((step for step in self.steps.all() if step.is_current), None)

    @property
    def current_place(self):
        """Which of the stairs is stood on, from 1; None when there is no step of now."""
        places = (place for place, step in enumerate(self.stairs, 1) if step.is_current)
        return next(places, None)

    @property
    def proposals(self):
        """Steps that one side has named and the other has not agreed to yet."""
        return [step for step in self.steps.all() if step.state == "proposed"]

    @property
    def stairs(self):
        """Steps that are on the way or done, in order; those let go are left out."""
        return [step for step in self.steps.all() if step.closed_as != "let_go"]

    @property
    def picture(self):
        """The stairs as they are drawn: done, now or next."""
        drawn = {"done": "done", "current": "now"}
        return [
            {"title": step.title, "state": drawn.get(step.state, "next")} for step in self.stairs
        ]
