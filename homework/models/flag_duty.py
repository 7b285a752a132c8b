from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import AuditEvent, Membership
from accounts.models.base import ClinicRow

# With `clinic` as the SQL of a clinic's key: whether somebody answers flags there. For queries
# that are worded by hand; the queryset below says the same.
ON_DUTY = """EXISTS (
    SELECT FROM homework_flagduty AS duty
    WHERE duty.clinic_id = {clinic} AND NOT EXISTS (
        SELECT FROM unnest(ARRAY[
            duty.deputy_id, duty.second_id, coalesce(duty.answered_by_id, duty.deputy_id)
        ]) AS named WHERE NOT EXISTS (
            SELECT FROM accounts_membership AS membership
            WHERE membership.clinic_id = duty.clinic_id AND membership.user_id = named
              AND membership.is_therapist AND membership.ended_at IS NULL
        )
    )
)"""


class FlagDutyQuerySet(models.QuerySet):
    def in_force(self):
        """Complete, with everybody that is named still a therapist of the clinic."""
        here = Membership.objects.therapists().filter(clinic=OuterRef("clinic"))
        first = Q(answered_by=None) | Q(Exists(here.filter(user=OuterRef("answered_by"))))
        deputies = (Exists(here.filter(user=OuterRef(name))) for name in ("deputy", "second"))
        return self.filter(first, *deputies)


class FlagDuty(ClinicRow):
    """Who answers flags in a clinic, who stands in for them, and by when (design §7).

    Without it no measure is given: a flag must never wait for nobody.
    """

    class Within(models.IntegerChoices):
        FOUR = 4, _("4 hours")
        TWELVE = 12, _("12 hours")
        DAY = 24, _("24 hours")
        TWO_DAYS = 48, _("2 days")

    # Nobody in particular: whoever leads the therapy.
    answered_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    deputy = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    # For flags of the deputy's own clients.
    second = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    within_hours = models.PositiveSmallIntegerField(choices=Within)
    named_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    named_at = models.DateTimeField(default=timezone.now)

    objects = FlagDutyQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        constraints = [
            *ClinicRow.Meta.constraints,
            models.UniqueConstraint(fields=["clinic"], name="homework_one_flag_duty"),
            models.CheckConstraint(
                condition=Q(within_hours__range=(1, 72)), name="homework_flag_duty_hours"
            ),
            models.CheckConstraint(
                condition=~Q(deputy=F("second"))
                & (Q(answered_by=None) | ~Q(answered_by=F("deputy")) & ~Q(answered_by=F("second"))),
                name="homework_flag_duty_different_people",
            ),
        ]

    def __str__(self):
        return f"Flags within {self.within_hours} hours"

    @classmethod
    @transaction.atomic
    def name_people(cls, clinic, *, answered_by, deputy, second, within_hours, by):
        """From now on these answer; what waits already keeps its time."""
        named = {"answered_by": answered_by, "deputy": deputy, "second": second}
        duty, _created = cls.objects.update_or_create(
            clinic=clinic,
            defaults={
                **named,
                "within_hours": within_hours,
                "named_by": by,
                "named_at": timezone.now(),
            },
        )
        AuditEvent.record(by, "clinic.flag_duty_named", duty, hours=within_hours)
        return duty

    @transaction.atomic
    def end(self, *, by):
        """No measure is asked any more. Flags that wait are still to be answered."""
        AuditEvent.record(by, "clinic.flag_duty_ended", self)
        self.delete()

    def answerer_of(self, therapy):
        """Who sees a flag of this therapy first."""
        named = self.answered_by
        return named if named and named.pk != therapy.client_id else therapy.lead

    def deputy_of(self, therapy):
        """To whom an unanswered flag passes, of those who work here; None where nobody is left."""
        taken = {therapy.lead_id, therapy.client_id, self.answerer_of(therapy).pk}
        able = [each for each in (self.deputy, self.second) if each.pk not in taken]
        here = Membership.objects.therapists().filter(clinic=self.clinic_id, user__in=able)
        working = set(here.values_list("user", flat=True))
        return next((each for each in able if each.pk in working), None)
