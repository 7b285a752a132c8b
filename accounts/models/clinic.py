import uuid
from datetime import timedelta
from zoneinfo import ZoneInfo

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.audit import AuditEvent
from accounts.models.user import validate_zone
from accounts.wall import also_in

CHECKED_FOR = timedelta(days=183)


class ClinicQuerySet(models.QuerySet):
    def of_admin(self, user):
        return self.filter(
            memberships__user=user, memberships__is_admin=True, memberships__ended_at=None
        )

    def of_therapist(self, user):
        return self.filter(
            memberships__user=user, memberships__is_therapist=True, memberships__ended_at=None
        )

    def able_to_invite(self):
        return self.exclude(crisis_text="").exclude(crisis_text_checked_on=None)


class Clinic(models.Model):
    """The organisation and tenant. A therapist alone is a clinic of one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=120)
    time_zone = models.CharField(
        _("time zone"), max_length=64, default="Europe/London", validators=[validate_zone]
    )
    crisis_text = models.TextField(_("crisis text"), max_length=2000, blank=True, default="")
    crisis_text_checked_on = models.DateField(_("last checked"), null=True, blank=True)
    retention_years = models.PositiveSmallIntegerField(
        _("years to keep a record after a therapy has ended"),
        default=10,
        validators=[MinValueValidator(1), MaxValueValidator(30)],
    )
    reminder_hour = models.PositiveSmallIntegerField(
        _("usual hour of reminders"), default=18, validators=[MaxValueValidator(23)]
    )
    # Staff are asked anyway.
    clients_second_factor = models.BooleanField(default=False, db_default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ClinicQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(reminder_hour__lte=23), name="accounts_clinic_reminder_hour"
            ),
            models.CheckConstraint(
                condition=models.Q(retention_years__range=(1, 30)),
                name="accounts_clinic_retention",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def zone(self):
        return ZoneInfo(self.time_zone)

    @property
    def retention(self):
        """From the end of a therapy until its record is erased."""
        return timedelta(days=366 * self.retention_years)

    @property
    def may_invite_clients(self):
        """No client is invited before the crisis text is set (design §2.11)."""
        return bool(self.crisis_text.strip()) and self.crisis_text_checked_on is not None

    @property
    def crisis_text_is_old(self):
        """Numbers change: after half a year somebody calls them anew."""
        checked = self.crisis_text_checked_on
        return checked is not None and checked < timezone.localdate() - CHECKED_FOR

    @classmethod
    @transaction.atomic
    def found(cls, name, *, by):
        """Open a clinic; its founder is admin and therapist in it."""
        clinic = cls(name=name, time_zone=by.time_zone)
        also_in(clinic.pk)
        clinic.save(force_insert=True)
        clinic.memberships.create(user=by, is_admin=True, is_therapist=True)
        AuditEvent.record(by, "clinic.founded", clinic, clinic_id=clinic.pk)
        return clinic

    def hold(self):
        """Let nobody else invite here until the transaction ends: the later sees who is."""
        Clinic.objects.select_for_update(no_key=True).only("pk").get(pk=self.pk)

    def set_crisis_text(self, text, *, checked_on=None):
        self.crisis_text = text
        self.crisis_text_checked_on = checked_on or timezone.localdate()
        self.save(update_fields=["crisis_text", "crisis_text_checked_on"])
