from datetime import timedelta

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from accounts.ground import SameClinic
from accounts.models import AuditEvent
from accounts.models.base import ClinicRow, within_clinic
from homework.measures import measure, measures
from homework.models.flag_duty import FlagDuty
from homework.practice_day import practice_today


class MeasuresAreOff(Exception):
    """Nobody is named who answers flags: nothing is given."""


class GivenMeasureQuerySet(models.QuerySet):
    def of_client(self, user):
        return self.filter(therapy__client=user, therapy__accepted_at__isnull=False)

    def standing(self):
        """Asked now or again: neither stopped nor done with."""
        return self.filter(stopped_at=None, due_on__isnull=False)

    def offered(self):
        """Those of them that can be filled in: where somebody answers flags."""
        on_duty = FlagDuty.objects.in_force().values("clinic")
        return self.standing().filter(clinic__in=on_duty)


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

    def ask_again(self, on):
        """Its answer was taken back: it is asked from that day on, unless it is asked anyway
        or has been answered since."""
        others = GivenMeasure.objects.standing().filter(therapy=self.therapy, measure=self.measure)
        answers = self.therapy.measure_results.standing().filter(measure=self.measure)
        asked_anyway = others.exclude(pk=self.pk).exists()
        if not (self.stopped_at or asked_anyway or answers.filter(practice_date__gte=on).exists()):
            self.due_on = on
            self.save(update_fields=["due_on"])

    def answered(self, on):
        """When it is asked next; an answer that comes late moves nothing back."""
        due_on = self.every_weeks and on + timedelta(weeks=self.every_weeks)
        if self.due_on and (due_on is None or due_on > self.due_on):
            self.due_on = due_on
            self.save(update_fields=["due_on"])
