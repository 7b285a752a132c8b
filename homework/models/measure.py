from datetime import timedelta
from zoneinfo import ZoneInfo

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property

from accounts.ground import EncryptedJSONField, SameClinic, insert_once
from accounts.models import AuditEvent
from accounts.models.base import ClinicRow, within_clinic
from homework.measures import measure, measures
from homework.models.flag import Flag
from homework.models.flag_duty import FlagDuty
from homework.practice_day import practice_date, practice_today
from homework.signals import therapy_touched


class MeasuresAreOff(Exception):
    """Nobody is named who answers flags: nothing is given."""


class GivenMeasureQuerySet(models.QuerySet):
    def of_client(self, user):
        return self.filter(therapy__client=user, therapy__accepted_at__isnull=False)

    def standing(self):
        """Asked now or again: neither stopped nor done with."""
        return self.filter(stopped_at=None, due_on__isnull=False)


class GivenMeasure(ClinicRow):
    """A questionnaire that a therapist asks of a client, once or every so many weeks."""

    therapy = within_clinic("accounts.Therapy", related_name="given_measures")
    measure = models.CharField(max_length=20)
    every_weeks = models.PositiveSmallIntegerField(null=True, blank=True)
    given_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    given_at = models.DateTimeField(default=timezone.now)
    # The day from which it is asked; none once it has been answered for good.
    due_on = models.DateField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)
    stopped_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")

    objects = GivenMeasureQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        ordering = ["given_at"]
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("therapy"),
            # Read by Today too: asked is what stands.
            models.UniqueConstraint(
                fields=["therapy", "measure"],
                condition=Q(stopped_at=None, due_on__isnull=False),
                name="homework_measure_given_once",
            ),
            models.CheckConstraint(
                condition=Q(every_weeks=None) | Q(every_weeks__range=(1, 26)),
                name="homework_measure_every",
            ),
        ]

    def __str__(self):
        return self.measure

    @classmethod
    @transaction.atomic
    def give(cls, therapy, key, *, every_weeks=None, by):
        """Ask it from today on; given again, it is asked as often as was said last."""
        if not FlagDuty.objects.in_force().filter(clinic=therapy.clinic_id).exists():
            raise MeasuresAreOff
        therapy.lock()
        cls.objects.standing().filter(therapy=therapy, measure=key).update(
            stopped_at=timezone.now(), stopped_by=by
        )
        given = cls.objects.create(
            clinic_id=therapy.clinic_id,
            therapy=therapy,
            measure=measures()[key].key,
            every_weeks=every_weeks,
            given_by=by,
            due_on=practice_today(therapy.zone),
        )
        AuditEvent.record(by, "measure.given", given, measure=key, every_weeks=every_weeks)
        return given

    @transaction.atomic
    def stop(self, *, by):
        if self.state == "asked":
            self.stopped_at, self.stopped_by = timezone.now(), by
            self.save(update_fields=["stopped_at", "stopped_by"])
            AuditEvent.record(by, "measure.stopped", self, measure=self.measure)

    @property
    def state(self):
        """asked, stopped, or done with: answered for good."""
        if self.stopped_at:
            return "stopped"
        return "asked" if self.due_on else "done"

    @property
    def asks(self):
        return measure(self.measure)

    def answered(self, on):
        """When it is asked next; an answer that comes late moves nothing back."""
        due_on = self.every_weeks and on + timedelta(weeks=self.every_weeks)
        if self.due_on and (due_on is None or due_on > self.due_on):
            self.due_on = due_on
            self.save(update_fields=["due_on"])


class MeasureResultQuerySet(models.QuerySet):
    def of_client(self, user):
        return self.filter(therapy__client=user, therapy__accepted_at__isnull=False)

    def unread(self):
        return self.filter(read_at=None)

    def in_order(self):
        return self.order_by("done_at", "pk")


class MeasureResult(ClinicRow):
    """One filling-in. It cannot be private, and it stands as it was answered."""

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
        if not insert_once(result):
            return cls.objects.get(clinic_id=given.clinic_id, device_id=device_id), False
        AuditEvent.record(by, "measure.answered", result, measure=asked.key)
        given.answered(result.practice_date)
        if asked.raises_flag(answers) and given.therapy.is_open:
            Flag.raise_for(result, by=by)
        therapy_touched.send(cls, therapy=given.therapy)
        return result, True

    @transaction.atomic
    def read(self, *, by):
        """Note who of those who lead or stand in read it first."""
        if self.read_at is None:
            self.read_at, self.read_by = timezone.now(), by
            self.save(update_fields=["read_at", "read_by"])
            AuditEvent.record(by, "measure.read", self)
            therapy_touched.send(MeasureResult, therapy=self.therapy)

    # --- What it comes to ---

    @cached_property
    def asked(self):
        return measure(self.measure, self.version)

    @property
    def said(self):
        """(question, answer in the words that were pressed, or None) in the order asked."""
        items = self.asked.items(self.language)
        return [(each.question, self.words_for(each)) for each in items]

    def words_for(self, item):
        return dict(item.options).get(self.answers.get(item.key))

    @property
    def flag_words(self):
        """The answer that raised the flag, in the words that were pressed."""
        items = self.asked.items(self.language)
        return next(self.words_for(each) for each in items if each.key == self.asked.flag_item)

    @property
    def has_flag(self):
        return self.asked.raises_flag(self.answers)
