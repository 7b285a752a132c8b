from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ground import EncryptedTextField, SameClinic
from accounts.models import AuditEvent
from accounts.models.base import ClinicRow, within_clinic
from homework.signals import review_finished


class ReviewQuerySet(models.QuerySet):
    def of_client(self, user):
        return self.filter(therapy__client=user, finished_at__isnull=False)

    def finished(self):
        return self.exclude(finished_at=None)


class Review(ClinicRow):
    """The therapist's answer to a plan: feedback, a decision per assignment, a word on quality.

    At most one a plan. Saved as it goes; the client sees it once it is finished.
    """

    class Quality(models.TextChoices):
        QUANTITY = "quantity", _("How much")
        QUALITY = "quality", _("How well")
        DIFFICULTY = "difficulty", _("How hard")
        OBSTACLES = "obstacles", _("What got in the way")
        COMPREHENSION = "comprehension", _("How clear")
        RATIONALE = "rationale", _("Why it helps")
        COLLABORATION = "collaboration", _("Planned together")
        SPECIFICITY = "specificity", _("How precise")
        MATCH = "match", _("Fits the goals")
        PLEASURE = "pleasure", _("Enjoyed")
        MASTERY = "mastery", _("Got the hang of it")
        PROGRESS = "progress", _("Got further")

    therapy = within_clinic("accounts.Therapy", related_name="reviews")
    plan = models.OneToOneField(
        "homework.WeekPlan", models.CASCADE, db_constraint=False, related_name="review"
    )
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    fit = EncryptedTextField(
        "homework.review.fit",
        max_length=2000,
        verbose_name=_("What would make it fit you better?"),
    )
    feedback = EncryptedTextField(
        "homework.review.feedback", max_length=4000, verbose_name=_("your answer to the week")
    )
    quality = models.CharField(max_length=15, choices=Quality, blank=True, default="")
    begun_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True, editable=False)
    client_read_at = models.DateTimeField(null=True, blank=True, editable=False)
    # Raised by every save: the later of two tabs is told.
    edition = models.PositiveIntegerField(default=0)

    objects = ReviewQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("therapy"),
            SameClinic("plan"),
        ]
        indexes = [
            # Read by "feedback for you" on Today.
            models.Index(
                fields=["therapy"],
                condition=Q(finished_at__isnull=False, client_read_at=None),
                name="homework_review_new",
            )
        ]

    def __str__(self):
        return f"Review {self.begun_at:%Y-%m-%d}"

    @classmethod
    @transaction.atomic
    def of(cls, plan, *, by):
        """The plan's review, begun when there is none."""
        review, created = cls.objects.get_or_create(
            plan=plan,
            defaults={"clinic_id": plan.clinic_id, "therapy_id": plan.therapy_id, "by": by},
        )
        if created:
            AuditEvent.record(by, "review.begun", review)
        return review

    @transaction.atomic
    def write(self, *, by, **words):
        """Keep what stands on the review screen; the client sees it once it is finished."""
        for name, value in words.items():
            setattr(self, name, value)
        self.edition += 1
        self.save(update_fields=[*words, "edition"])
        AuditEvent.record(by, "review.written", self, fields=sorted(words))

    @transaction.atomic
    def decide(self, assignment, choice, *, again="", into=None):
        """Set one decision; an empty choice takes it back. The next plan, `into`, follows it.

        Saying it twice changes nothing: what was reworded in the meantime stays reworded.
        """
        decision = self.decisions.filter(assignment=assignment).first()
        if (choice, again) == (getattr(decision, "choice", ""), getattr(decision, "again", "")):
            return decision
        decision = decision or Decision(review=self, assignment=assignment)
        decision.clinic_id, decision.choice, decision.again = self.clinic_id, choice, again
        if into is not None:
            decision.bring_into(into)
        if not choice:
            self.decisions.filter(assignment=assignment).delete()
            return None
        decision.save()
        return decision

    @transaction.atomic
    def finish(self, *, by):
        """Let the client read it. Saying it twice changes nothing."""
        if self.finished_at is None:
            self.finished_at, self.by = timezone.now(), by
            self.save(update_fields=["finished_at", "by"])
            AuditEvent.record(by, "review.finished", self)
            review_finished.send(Review, review=self, by=by)

    @transaction.atomic
    def hear(self, *, by):
        """The client has read it; the first time is kept."""
        if self.client_read_at is None:
            self.client_read_at = timezone.now()
            self.save(update_fields=["client_read_at"])
            AuditEvent.record(by, "review.heard", self)

    @property
    def answered_on(self):
        return timezone.localtime(self.finished_at).date()


class Decision(ClinicRow):
    """What becomes of one homework; all but finished carry it into the next plan."""

    class Choice(models.TextChoices):
        KEEP = "keep", _("Keep")
        EASIER = "easier", _("Make easier")
        STEP_UP = "step_up", _("Step up")
        CHANGE = "change", _("Change")
        ELSEWHERE = "elsewhere", _("Take it elsewhere")
        FINISHED = "finished", _("Finished")

    class Again(models.TextChoices):
        AS_IT_IS = "as_it_is", _("Yes, as it is")
        CHANGE = "change", _("With a change")
        NOT_NOW = "not_now", _("Not this week")

    review = within_clinic("homework.Review", related_name="decisions")
    assignment = models.OneToOneField(
        "homework.Assignment", models.CASCADE, db_constraint=False, related_name="decision"
    )
    choice = models.CharField(max_length=10, choices=Choice)
    # Asked of what goes on: "Same again?" Not this week leaves it out of the next plan only.
    again = models.CharField(max_length=10, choices=Again, blank=True, default="")

    class Meta(ClinicRow.Meta):
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("review"),
            SameClinic("assignment"),
        ]

    def __str__(self):
        return self.choice

    @property
    def carries_on(self):
        return self.choice not in ("", self.Choice.FINISHED)

    @property
    def is_wanted(self):
        """Whether the next plan holds this homework again."""
        return self.carries_on and self.again != self.Again.NOT_NOW

    @property
    def changes(self):
        """What is open again. Only what stays as it is keeps how sure the client was."""
        if self.choice == self.Choice.KEEP:
            return {}
        elsewhere = self.choice == self.Choice.ELSEWHERE
        return {"confidence": None} | ({"where": ""} if elsewhere else {})

    def set_aside(self):
        """Not this week."""
        self.again = self.Again.NOT_NOW
        self.save(update_fields=["again"])

    def bring_into(self, plan):
        """Bring the next plan in line: this homework once while it is wanted, else not at all."""
        carried = plan.assignments.filter(carried_from_id=self.assignment_id).first()
        if not self.is_wanted:
            plan.assignments.filter(carried_from_id=self.assignment_id).delete()
        elif carried is None:
            self.assignment.carry_into(plan, **self.changes)
        elif self.changes:
            carried.reword(**self.changes)
