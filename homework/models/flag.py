from datetime import timedelta

from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from accounts.ground import EncryptedTextField, SameClinic
from accounts.models import AuditEvent, Cover
from accounts.models.base import ClinicRow, within_clinic
from homework import flag_mail
from homework.models.flag_after_end import lookers
from homework.models.flag_duty import FlagDuty
from homework.models.flag_queryset import FlagQuerySet
from homework.models.stand_ins import stand_ins, working
from homework.signals import therapy_touched

# Whoever is to answer a flag in a therapy of somebody else has cover for so long.
COVER_FOR = timedelta(days=7)
# Cover that they have already is enough if it lasts so long: longer than any flag may wait.
LASTS = timedelta(days=3)
# Where nobody has said by when: the clinic has turned measures off since one was asked.
USUAL_HOURS = FlagDuty.Within.DAY


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
    # It has nobody it could pass to; emptied when it passes, so that they hear of it again.
    admins_told_at = models.DateTimeField(null=True, blank=True)
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

    @property
    def came_after_end(self):
        """The answer belongs to no record that staff read: only it is looked at."""
        return self.therapy.had_ended(self.result.received_at)

    def get_absolute_url(self):
        """For whoever reads its therapy; and where that is no page of it, for who answers."""
        if self.came_after_end:
            return reverse("flag-after-end", args=[self.pk])
        return reverse("flag", args=[self.therapy_id, self.pk])

    @property
    def lookers(self):
        """Who may look at it after the end."""
        return lookers(self, duty_of(self))

    @property
    def lookers_text(self):
        return get_text_list([each.name for each in self.lookers], _("and"))

    def read(self, *, by):
        """After the end each look is a reading of its own: the client sees who has looked."""
        AuditEvent.record(by, "flag.read", self)

    @classmethod
    @transaction.atomic
    def raise_for(cls, result, *, by):
        """Written with the answer itself; whoever is named first may look from now on.

        Where the therapy has ended, too: the phone had said that somebody reads it. One at
        a time: while another waits there, that one stands, however many more are sent.
        """
        therapy, duty = result.therapy, duty_of(result)
        # Under the lock of who sends: it may have ended while the answer was on its way.
        therapy.refresh_from_db(fields=["ended_at"])
        if not therapy.is_open and therapy.flags.unanswered().exists():
            return None
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
        answerer = duty.answerer_of(therapy) if duty else therapy.lead
        if therapy.is_open:
            flag._hand_to(answerer, duty, told=answerer != by)
        else:
            flag._hand_on(answerer, duty)
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
        flag_mail.take_back(self)
        AuditEvent.record(by, "flag.answered", self)
        therapy_touched.send(Flag, therapy=self.therapy)

    def pass_on(self):
        """To the deputy, under a lock that the caller holds. False where there is none."""
        duty = duty_of(self)
        deputy = duty and duty.deputy_of(self.therapy)
        if deputy is None:
            self._tell_admins()
            return False
        self.passed_at, self.passed_to, self.admins_told_at = timezone.now(), deputy, None
        self.save(update_fields=["passed_at", "passed_to", "admins_told_at"])
        self._hand_to(deputy, duty)
        # Nobody did it: the time had come.
        AuditEvent.record(None, "flag.passed", self, to=str(deputy.pk))
        therapy_touched.send(Flag, therapy=self.therapy)
        return True

    def _tell_admins(self):
        """That somebody has to be named, once. They learn of no client."""
        if self.admins_told_at is None:
            self.admins_told_at = timezone.now()
            self.save(update_fields=["admins_told_at"])
            flag_mail.tell_admins(self.clinic)
            AuditEvent.record(None, "flag.admins_told", self)

    def _hand_on(self, answerer, duty):
        """After the end: to who led and who is named; at once to the deputy where nobody is left
        who would answer."""
        here = lookers(self, duty)
        flag_mail.tell(self, here)
        if answerer not in here:
            self.pass_on()

    def _hand_to(self, person, duty, *, told=True):
        """To them and to whoever stands in for them today: who is told of it can see it."""
        others = self._stand_ins(person)
        if self.therapy.is_open:
            by = duty.named_by if duty else person
            self._let_in(person, by=by, lasts=LASTS)
            for each in others:
                # Cover that ends with the absence is enough: then they are back themselves.
                self._let_in(each, by=by, lasts=timedelta())
        if told:
            flag_mail.tell(self, {person, *others})

    def _stand_ins(self, person):
        """Therapists of the clinic, and never the client: nobody stands in on their own therapy."""
        able = working(self.clinic_id, stand_ins(self.therapy.clinic, [person]))
        return [each for each in able if each.pk != self.therapy.client_id]

    def _let_in(self, person, *, by, lasts):
        """Who is to answer has cover from now on, and not before there is something to answer.

        The client can see it. Admins cannot: it would tell them whose answer raised a flag.
        """
        therapy, now = self.therapy, timezone.now()
        if person.pk == therapy.lead_id:
            return
        covers = Cover.objects.open(now).filter(therapy=therapy, therapist=person)
        if covers.filter(kind=Cover.Kind.WRITE, ends_at__gt=now + lasts).exists():
            return
        Cover.grant(
            therapy=therapy,
            therapist=person,
            kind=Cover.Kind.WRITE,
            ends_at=now + COVER_FOR,
            by=by,
            on_duty=True,
        )


def duty_of(row):
    named = ("answered_by", "deputy", "second", "named_by")
    return FlagDuty.objects.filter(clinic=row.clinic_id).select_related(*named).first()
