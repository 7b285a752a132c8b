from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ground import EncryptedTextField, SameClinic
from accounts.models import AuditEvent, Therapy
from accounts.models.base import ClinicRow, within_clinic
from homework.models.assignment import Assignment
from homework.signals import therapy_touched

ANSWERED = ("answer", "answered_at", "answered_by", "heard_at", "assignment")


class HomeworkProposalQuerySet(models.QuerySet):
    def of_client(self, user):
        return self.filter(therapy__client=user, therapy__accepted_at__isnull=False)

    def standing(self):
        return self.filter(withdrawn_at=None)

    def waiting(self):
        return self.standing().filter(answered_at=None)


class HomeworkProposal(ClinicRow):
    """A homework that the client thought of: waiting, until it is taken, put off or taken back."""

    class Answer(models.TextChoices):
        TAKEN = "taken", _("Taken into the plan")
        NOT_NOW = "not_now", _("Not now")

    therapy = within_clinic("accounts.Therapy", related_name="proposals")
    title = EncryptedTextField(
        "homework.proposal.title", max_length=200, verbose_name=_("homework"), blank=False
    )
    words = EncryptedTextField(
        "homework.proposal.words", max_length=1000, verbose_name=_("how and when")
    )
    proposed_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)
    answered_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    answer = models.CharField(max_length=10, choices=Answer, blank=True, default="")
    # When the client read the answer first.
    heard_at = models.DateTimeField(null=True, blank=True, editable=False)
    # What it became.
    assignment = within_clinic(
        "homework.Assignment",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="proposals",
    )

    objects = HomeworkProposalQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        ordering = ["proposed_at"]
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("therapy"),
            SameClinic("assignment"),
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None, answer="")
                | Q(
                    answered_at__isnull=False,
                    answered_by__isnull=False,
                    answer__in=["taken", "not_now"],
                ),
                name="homework_proposal_answered_whole",
            ),
            models.CheckConstraint(
                condition=Q(heard_at=None) | Q(answered_at__isnull=False),
                name="homework_proposal_heard_when_answered",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(answered_at=None),
                name="homework_proposal_withdrawn_or_answered",
            ),
        ]

    def __str__(self):
        return f"Proposed {self.proposed_at:%Y-%m-%d}"

    @property
    def state(self):
        """waiting, withdrawn, taken or not_now."""
        return "withdrawn" if self.withdrawn_at else self.answer or "waiting"

    @classmethod
    @transaction.atomic
    def propose(cls, therapy, *, title, words="", by):
        """Lay it before the therapist. The same sent twice is proposed once.

        None when the therapy has ended: nobody would read it.
        """
        therapy = Therapy.objects.select_for_update().get(pk=therapy.pk)
        if not therapy.is_open:
            return None
        for known in cls.objects.waiting().filter(therapy=therapy):
            if (known.title, known.words) == (title, words):
                return known
        proposal = cls.objects.create(
            clinic_id=therapy.clinic_id, therapy=therapy, title=title, words=words, proposed_by=by
        )
        proposal._record("plan.homework_proposed", by)
        return proposal

    @transaction.atomic
    def withdraw(self, *, by):
        """Think better of it, as long as nobody has answered."""
        if self._hold() == "waiting":
            self.withdrawn_at = timezone.now()
            self.save(update_fields=["withdrawn_at"])
            self._record("plan.homework_withdrawn", by)

    @transaction.atomic
    def take(self, plan, *, by, step=None):
        """Make it a homework of this draft. Twice it is the same one; None where it cannot be."""
        if self._hold() == "waiting" and plan.state == "draft":
            self.assignment = Assignment.in_own_words(
                self.title, plan=plan, step=step, how=self.words, proposed_by_client=True
            )
            self._answer(self.Answer.TAKEN, by)
        return self.assignment

    @transaction.atomic
    def not_now(self, *, by):
        if self._hold() == "waiting":
            self._answer(self.Answer.NOT_NOW, by)

    @transaction.atomic
    def ask_again(self, *, by):
        """What it became was taken out of the plan being made: it waits for another answer."""
        if self._hold() == "taken":
            self.answer, self.answered_at, self.answered_by, self.assignment = "", None, None, None
            self.heard_at = None
            self.save(update_fields=ANSWERED)
            self._record("plan.proposal_waits_again", by)

    @transaction.atomic
    def hear(self, *, by):
        """The client has read the answer; the first time is kept."""
        if self.answered_at is None or self.heard_at is not None:
            return
        # Asked of the row: somebody may have heard it meanwhile, or it waits again.
        unheard = HomeworkProposal.objects.filter(
            pk=self.pk, answered_at__isnull=False, heard_at=None
        )
        if unheard.update(heard_at=timezone.now()):
            AuditEvent.record(by, "plan.proposal_answer_heard", self)

    def _hold(self):
        """Lock the therapy and read this as it is now: the first to press decides."""
        self.therapy.lock()
        self.refresh_from_db(fields=["withdrawn_at", "answered_at", "answer", "assignment"])
        return self.state

    def _answer(self, answer, by):
        self.answer, self.answered_at, self.answered_by = answer, timezone.now(), by
        self.save(update_fields=ANSWERED)
        self._record("plan.proposal_answered", by, answer=answer)

    def _record(self, action, by, **facts):
        AuditEvent.record(by, action, self, **facts)
        therapy_touched.send(HomeworkProposal, therapy=self.therapy)
