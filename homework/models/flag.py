from datetime import timedelta
from itertools import islice

from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone

from accounts.ground import EncryptedTextField, SameClinic
from accounts.models import AuditEvent, Cover, Therapy
from accounts.models.base import ClinicRow, within_clinic
from homework.models.flag_duty import FlagDuty
from homework.signals import therapy_touched

# Whoever is to answer a flag in a therapy of somebody else has cover for so long.
COVER_FOR = timedelta(days=7)
# Cover that they have already is enough if it lasts so long: longer than any flag may wait.
LASTS = timedelta(days=3)
# Where nobody has said by when: the clinic has turned measures off since one was asked.
USUAL_HOURS = FlagDuty.Within.DAY


class FlagQuerySet(models.QuerySet):
    def unanswered(self):
        return self.filter(answered_at=None)

    def overdue(self):
        """By the clock of the database: the machines that run us may disagree."""
        waiting = self.unanswered().filter(passed_at=None, answer_by__lte=Now())
        # What nobody can answer any more stands in nobody's way, and opens no record.
        clinics = FlagDuty.objects.values("clinic")
        return waiting.filter(clinic__in=clinics, therapy__in=Therapy.objects.open())

    def answer_first(self):
        return self.order_by("answered_at", "raised_at")

    def pass_on_overdue(self, limit=100):
        """To each one's deputy; returns how many. Those that somebody holds are left for later."""
        with transaction.atomic():
            rows = self.overdue().order_by("answer_by").select_for_update(skip_locked=True)
            passed = (flag for flag in rows if flag.pass_on())
            return sum(1 for _flag in islice(passed, limit))


class Flag(ClinicRow):
    """An answer that somebody has to look at, by a time: a printed rule, no reading of words.

    Raised by a question of a measure; answered by whoever says what was done.
    """

    therapy = within_clinic("accounts.Therapy", related_name="flags")
    result = models.OneToOneField(
        "homework.MeasureResult", models.CASCADE, db_constraint=False, related_name="flag"
    )
    raised_at = models.DateTimeField()
    answer_by = models.DateTimeField()
    passed_at = models.DateTimeField(null=True, blank=True)
    passed_to = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    what_was_done = EncryptedTextField("homework.flag.what_was_done", max_length=2000)

    objects = FlagQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("therapy"),
            SameClinic("result"),
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None)
                | Q(answered_at__isnull=False, answered_by__isnull=False),
                name="homework_flag_answered_whole",
            ),
            models.CheckConstraint(
                condition=Q(passed_at=None, passed_to=None)
                | Q(passed_at__isnull=False, passed_to__isnull=False),
                name="homework_flag_passed_whole",
            ),
        ]
        indexes = [
            # Read by the tick and the caseload.
            models.Index(
                fields=["therapy", "answer_by"],
                condition=Q(answered_at=None),
                name="homework_flag_unanswered",
            )
        ]

    def __str__(self):
        return f"Flag {self.pk}"

    @property
    def state(self):
        """waiting, passed or answered."""
        if self.is_answered:
            return "answered"
        return "passed" if self.passed_at else "waiting"

    @property
    def is_answered(self):
        return self.answered_at is not None

    @classmethod
    @transaction.atomic
    def raise_for(cls, result, *, by):
        """Written with the answer itself; whoever is named first may look from now on."""
        therapy, duty = result.therapy, duty_of(result)
        hours = duty.within_hours if duty else USUAL_HOURS
        flag = cls.objects.create(
            clinic_id=result.clinic_id,
            therapy=therapy,
            result=result,
            raised_at=Now(),
            answer_by=Now() + timedelta(hours=int(hours)),
        )
        flag.refresh_from_db(fields=["raised_at", "answer_by"])
        AuditEvent.record(by, "flag.raised", flag)
        if duty:
            flag._let_in(duty.answerer_of(therapy), duty)
        return flag

    @transaction.atomic
    def answer(self, what_was_done, *, by):
        """Say what was done. Of two who answer at once, the first one stands."""
        held = Flag.objects.select_for_update()
        answer = ["answered_at", "answered_by", "what_was_done"]
        self.refresh_from_db(fields=answer, from_queryset=held)
        if self.is_answered:
            return
        self.answered_at, self.answered_by = timezone.now(), by
        self.what_was_done = what_was_done
        self.save(update_fields=answer)
        AuditEvent.record(by, "flag.answered", self)
        therapy_touched.send(Flag, therapy=self.therapy)

    def pass_on(self):
        """To the deputy, under a lock that the caller holds. False where there is none."""
        duty = duty_of(self)
        deputy = duty and duty.deputy_of(self.therapy)
        if deputy is None:
            return False
        self.passed_at, self.passed_to = timezone.now(), deputy
        self.save(update_fields=["passed_at", "passed_to"])
        self._let_in(deputy, duty)
        # Nobody did it: the time had come.
        AuditEvent.record(None, "flag.passed", self, to=str(deputy.pk))
        therapy_touched.send(Flag, therapy=self.therapy)
        return True

    def _let_in(self, person, duty):
        """Who is to answer has cover; the client can see it."""
        therapy, now = self.therapy, timezone.now()
        if person.pk == therapy.lead_id:
            return
        covers = Cover.objects.open(now).filter(therapy=therapy, therapist=person)
        if covers.filter(kind=Cover.Kind.WRITE, ends_at__gt=now + LASTS).exists():
            return
        Cover.grant(
            therapy=therapy,
            therapist=person,
            kind=Cover.Kind.WRITE,
            ends_at=now + COVER_FOR,
            by=duty.named_by,
        )


def duty_of(row):
    named = ("answered_by", "deputy", "second", "named_by")
    return FlagDuty.objects.filter(clinic=row.clinic_id).select_related(*named).first()
