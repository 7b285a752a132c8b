from datetime import timedelta

from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ground import EncryptedJSONField, EncryptedTextField, SameClinic
from accounts.models import AuditEvent
from accounts.models.base import ClinicRow, within_clinic
from homework.how_to import steps_in
from homework.models.agreed_words import AGREED, CARRIED, SNAPSHOT
from homework.models.assignment_queryset import AssignmentQuerySet
from homework.models.targeted import Targeted
from homework.signals import assignment_withdrawn

CONFIDENCE = range(0, 101, 10)
# Under this it is worth making it smaller, moving it or dropping it.
SURE_ENOUGH = 90
# How often a homework in own words is meant, until it is talked through.
USUAL = 3


class Assignment(Targeted, ClinicRow):
    """One homework in a plan: a snapshot; later changes to its exercise never alter it.

    Its life follows its plan's: drafted → agreed → closed; it can be withdrawn in between.
    """

    plan = within_clinic("homework.WeekPlan", related_name="assignments")
    therapy = within_clinic("accounts.Therapy", related_name="assignments")
    # Plain keys beside the snapshot: built-in exercises have no clinic.
    exercise = models.ForeignKey("homework.Exercise", models.SET_NULL, null=True, blank=True)
    skill = models.ForeignKey("homework.Skill", models.SET_NULL, null=True, blank=True)
    step = within_clinic(
        "goals.Step", on_delete=models.SET_NULL, null=True, blank=True, related_name="assignments"
    )
    insight = within_clinic(
        "homework.Insight",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="assignments",
    )
    carried_from = within_clinic(
        "homework.Assignment",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="carried_to",
    )
    position = models.PositiveSmallIntegerField(default=0)
    title = EncryptedTextField(
        "homework.assignment.title", max_length=200, blank=False, verbose_name=_("homework")
    )
    why = EncryptedTextField("homework.assignment.why", max_length=1000, verbose_name=_("why"))
    how = EncryptedTextField("homework.assignment.how", max_length=4000, verbose_name=_("how"))
    example = EncryptedTextField("homework.assignment.example", max_length=2000)
    smallest = EncryptedTextField(
        "homework.assignment.smallest", max_length=300, verbose_name=_("smallest version")
    )
    care = EncryptedTextField("homework.assignment.care", max_length=600)
    # As in Exercise.prompts.
    prompts = EncryptedJSONField("homework.assignment.prompts", default=list)
    rating_label = EncryptedTextField("homework.assignment.rating_label", max_length=60)
    when = EncryptedTextField("homework.assignment.when", max_length=200, verbose_name=_("when"))
    where = EncryptedTextField("homework.assignment.where", max_length=200, verbose_name=_("where"))
    after_what = EncryptedTextField(
        "homework.assignment.after_what", max_length=200, verbose_name=_("after what")
    )
    obstacle = EncryptedTextField(
        "homework.assignment.obstacle", max_length=300, verbose_name=_("what might get in the way")
    )
    obstacle_plan = EncryptedTextField(
        "homework.assignment.obstacle_plan", max_length=300, verbose_name=_("then I will")
    )
    confidence = models.PositiveSmallIntegerField(null=True, blank=True)
    begun_in_session = models.BooleanField(default=False)
    remind_at = models.TimeField(_("remind at"), null=True, blank=True)
    proposed_by_client = models.BooleanField(default=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")

    objects = AssignmentQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        ordering = ["position", "pk"]
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("plan"),
            SameClinic("therapy"),
            SameClinic("step"),
            SameClinic("insight"),
            SameClinic("carried_from"),
            *Targeted.Meta.constraints,
            models.CheckConstraint(
                condition=Q(confidence=None) | Q(confidence__in=list(CONFIDENCE)),
                name="homework_assignment_confidence",
            ),
            models.CheckConstraint(
                condition=Q(carried_from=None) | ~Q(carried_from=F("id")),
                name="homework_assignment_not_from_itself",
            ),
        ]
        indexes = [models.Index(fields=["plan"], name="homework_assignment_plan")]

    def __str__(self):
        return f"Assignment {self.pk}"

    @property
    def state(self):
        """withdrawn, or its plan's: draft, proposed, agreed, closed."""
        return "withdrawn" if self.withdrawn_at else self.plan.state

    @property
    def is_on_today(self):
        """Of a running plan, or of one that the end of its therapy left open."""
        plan = self.plan
        stands = plan.closed_at is None or plan.closed_reason == plan.ClosedReason.ENDED
        return bool(plan.agreed_at) and stands and self.withdrawn_at is None

    @property
    def how_steps(self):
        return steps_in(self.how)

    @property
    def first_day(self):
        """The earliest day to log: a plan is sometimes agreed after the practice began."""
        return self.plan.starts_on - timedelta(days=1)

    @property
    def is_less_sure(self):
        return self.confidence is not None and self.confidence < SURE_ENOUGH

    @property
    def cue(self):
        """After what, when and where, in one short line."""
        return ", ".join(part for part in (self.after_what, self.when, self.where) if part)

    def reword(self, **words):
        """Say some of it differently while the week is still being planned."""
        for name, value in words.items():
            setattr(self, name, value)
        self.save(update_fields=list(words))

    @transaction.atomic
    def remove(self, *, by):
        """Take it out of a plan still being made; what it was carried from is set aside.

        Once agreed it is part of the record, with all that was practised.
        """
        if self.plan.agreed_at or self.plan.closed_at:
            return
        if decision := getattr(self.carried_from, "decision", None):
            decision.set_aside()
        for proposal in self.proposals.all():
            proposal.ask_again(by=by)
        AuditEvent.record(by, "assignment.removed", self)
        self.delete()

    @transaction.atomic
    def move(self, to, *, by):
        """One place up or down in its plan; the first stands to the fore on Today."""
        others = list(self.plan.assignments.standing().order_by("position", "pk"))
        place = others.index(self)
        others.insert(max(place + (-1 if to == "up" else 1), 0), others.pop(place))
        for position, each in enumerate(others):
            each.reword(position=position)
        AuditEvent.record(by, "assignment.moved", self)

    @property
    def is_new_wording(self):
        """Whether there is something to agree on: new, or worded differently from last week."""
        before = self.carried_from
        return before is None or any(getattr(self, n) != getattr(before, n) for n in AGREED)

    @transaction.atomic
    def withdraw(self, *, by):
        """Take what was agreed off Today without touching what was practised."""
        if self.state == "agreed":
            self.withdrawn_at, self.withdrawn_by = timezone.now(), by
            self.save(update_fields=["withdrawn_at", "withdrawn_by"])
            AuditEvent.record(by, "assignment.withdrawn", self)
            assignment_withdrawn.send(Assignment, assignment=self, by=by)

    def carry_into(self, plan, **changes):
        """This homework again, in the next plan, with its agreed wording."""
        words = {name: getattr(self, name) for name in CARRIED} | changes
        if words["target_kind"] == self.Target.BY_DATE and not words.get("target_date"):
            words |= {"target_kind": self.Target.COUNT, "target_count": 1}
        return Assignment.objects.create(
            clinic_id=self.clinic_id,
            therapy_id=self.therapy_id,
            plan=plan,
            carried_from=self,
            position=plan.assignments.count(),
            **words,
        )

    @classmethod
    def in_own_words(cls, title, *, plan, step=None, **words):
        """A homework from no library, meant as often as is usual."""
        return cls.objects.create(
            clinic_id=plan.clinic_id,
            therapy_id=plan.therapy_id,
            plan=plan,
            step=step,
            title=title,
            target_count=USUAL,
            position=plan.assignments.count(),
            **words,
        )

    @classmethod
    def from_exercise(cls, exercise, *, plan, step=None, **changes):
        """A snapshot of a library exercise in a plan, in the client's language."""
        exercise = exercise.read_in(plan.therapy.language)
        words = {name: getattr(exercise, name) for name in SNAPSHOT}
        return cls.objects.create(
            clinic_id=plan.clinic_id,
            therapy_id=plan.therapy_id,
            plan=plan,
            exercise=exercise,
            skill_id=exercise.skill_id,
            step=step,
            position=plan.assignments.count(),
            **{**words, "target_count": exercise.usual_count, **changes},
        )
