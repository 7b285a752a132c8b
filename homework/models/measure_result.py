from zoneinfo import ZoneInfo

from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from accounts.ground import EncryptedJSONField, SameClinic, insert_once
from accounts.models import AuditEvent
from accounts.models.base import ClinicRow, within_clinic
from homework.measures import measure
from homework.models.flag import Flag
from homework.practice_day import practice_date
from homework.signals import therapy_touched


class MeasureResultQuerySet(models.QuerySet):
    def of_client(self, user):
        return self.filter(therapy__client=user, therapy__accepted_at__isnull=False)

    def for_staff(self):
        """What arrived after a therapy had ended is the client's own, as entries are then."""
        in_time = Q(received_at__lt=F("therapy__ended_at"))
        return self.filter(Q(therapy__ended_at=None) | in_time)

    def standing(self):
        return self.filter(withdrawn_at=None)

    def taken_back(self):
        """They count nowhere, and both sides see that they were there (design §2.4)."""
        return self.exclude(withdrawn_at=None).select_related("withdrawn_by")

    def unread(self):
        return self.filter(read_at=None)

    def in_order(self):
        return self.order_by("done_at", "received_at", "pk")


class MeasureResult(ClinicRow):
    """One filling-in. It cannot be private, and it stands as it was answered.

    Entered from paper it may be a slip: whoever leads takes it back and enters it anew.
    """

    therapy = within_clinic("accounts.Therapy", related_name="measure_results")
    given = within_clinic("homework.GivenMeasure", related_name="results")
    device_id = models.UUIDField()
    measure = models.CharField(max_length=20)
    version = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=10)
    answers = EncryptedJSONField("homework.measure_result.answers", default=dict)
    score = models.PositiveSmallIntegerField(null=True, blank=True)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    done_at = models.DateTimeField()
    zone = models.CharField(max_length=64)
    practice_date = models.DateField()
    received_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")

    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")

    objects = MeasureResultQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("therapy"),
            SameClinic("given"),
            models.UniqueConstraint(
                fields=["clinic", "device_id"], name="homework_measure_result_sent_once"
            ),
        ]
        indexes = [
            models.Index(fields=["therapy", "done_at"], name="homework_measure_results"),
            models.Index(
                fields=["therapy"], condition=Q(read_at=None), name="homework_measure_unread"
            ),
        ]

    def __str__(self):
        return f"{self.measure} {self.practice_date}"

    @classmethod
    @transaction.atomic
    def send(cls, given, *, answers, language, device_id, done_at, zone, by):
        """Take one filling-in; sent again with the same device id it stays one row.

        What was asked before it was stopped, or before measures were turned off, is taken too.
        After the end it is kept for the client alone, but for an answer that raises a flag: it was
        given on a page that said who reads it, whatever the clock of the phone says.
        """
        # A draft that arrives at this moment comes before, or is none any more (DraftForm).
        given.therapy.lock()
        asked = given.asks
        result = cls(
            clinic_id=given.clinic_id,
            therapy=given.therapy,
            given=given,
            device_id=device_id,
            measure=asked.key,
            version=asked.version,
            language=language,
            answers=answers,
            score=asked.score(answers),
            by=by,
            done_at=done_at,
            zone=str(zone),
            practice_date=practice_date(done_at, ZoneInfo(str(zone))),
        )
        if result.is_from_paper:
            # Whoever enters it has read it.
            result.read_at, result.read_by = timezone.now(), by
        if not insert_once(result):
            return cls.objects.get(clinic_id=given.clinic_id, device_id=device_id), False
        AuditEvent.record(by, "measure.answered", result, measure=asked.key)
        given.answered(result.practice_date)
        if asked.raises_flag(answers):
            Flag.raise_for(result, by=by)
        therapy_touched.send(cls, therapy=given.therapy)
        return result, True

    @transaction.atomic
    def read(self, *, by):
        """Note who of those who lead or stand in read it first; of two at once, one did."""
        if self.read_at:
            return
        facts = {"read_at": timezone.now(), "read_by": by}
        if MeasureResult.objects.unread().filter(pk=self.pk).update(**facts):
            self.read_at, self.read_by = facts["read_at"], by
            AuditEvent.record(by, "measure.read", self)
            therapy_touched.send(MeasureResult, therapy=self.therapy)

    @transaction.atomic
    def withdraw(self, *, by):
        """It was entered wrongly: it counts nowhere, and stays in the record. So does its flag."""
        if self.withdrawn_at or not self.is_from_paper:
            return
        self.withdrawn_at, self.withdrawn_by = timezone.now(), by
        self.save(update_fields=["withdrawn_at", "withdrawn_by"])
        self.given.ask_again(self.practice_date)
        AuditEvent.record(by, "measure.withdrawn", self)
        therapy_touched.send(MeasureResult, therapy=self.therapy)

    @property
    def is_from_paper(self):
        """Filled in by hand, and entered by somebody else than the client."""
        return self.by_id != self.therapy.client_id

    @property
    def is_own(self):
        """It arrived when the therapy had ended: nobody reads more of it than a flagged answer."""
        return self.therapy.had_ended(self.received_at)

    # --- What it comes to ---

    @cached_property
    def asked(self):
        return measure(self.measure, self.version)

    @property
    def score_words(self):
        """ "8 of 27"; why there is none where a question was left out."""
        if self.score is None:
            return _("no score, questions were left out")
        return _("%(score)s of %(top)s") % {"score": self.score, "top": self.asked.top}

    @property
    def said(self):
        """(question, answer in the words that were pressed, or None) in the order asked."""
        items = self.asked.items(self.language)
        return [(each.question, self.words_for(each)) for each in items]

    def words_for(self, item):
        return dict(item.options).get(self.answers.get(item.key))

    @property
    def flag_said(self):
        """(question, answer) of what raised the flag."""
        items = self.asked.items(self.language)
        item = next(each for each in items if each.key == self.asked.flag_item)
        return item.question, self.words_for(item)

    @property
    def flag_words(self):
        """The answer that raised the flag, in the words that were pressed."""
        return self.flag_said[1]

    @property
    def has_flag(self):
        return self.asked.raises_flag(self.answers)
