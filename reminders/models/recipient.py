from datetime import UTC, datetime

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import AuditEvent
from accounts.models.base import ClinicRow

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


class RecipientQuerySet(models.QuerySet):
    def to_plan(self, until):
        """Whose slots are not yet laid out until then: the few that the tick looks at."""
        return self.filter(planned_until__lt=until).order_by("planned_until")

    def replan(self, *, user, clinic_id):
        """Something changed: lay out this person's slots anew at the next tick."""
        return self.filter(user=user, clinic=clinic_id).update(planned_until=LONG_AGO)


class Recipient(ClinicRow):
    """How one person is reminded in one clinic, and until when that is planned.

    The row, and the person's own, are the lock under which due slots are gathered into one
    message a practice date.
    """

    user = models.ForeignKey("accounts.User", models.CASCADE, related_name="recipients")
    by_mail = models.BooleanField(_("Remind me by e-mail"), default=True)
    paused_until = models.DateField(_("Pause until"), null=True, blank=True)
    planned_until = models.DateTimeField(default=LONG_AGO, editable=False)

    objects = RecipientQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        constraints = [
            *ClinicRow.Meta.constraints,
            models.UniqueConstraint(fields=["clinic", "user"], name="reminders_recipient_once"),
        ]
        indexes = [
            # Read by every tick: what needs planning, never the rest.
            models.Index(fields=["planned_until"], name="reminders_recipient_to_plan")
        ]

    def __str__(self):
        return f"Recipient {self.pk}"

    @transaction.atomic
    def choose(self, *, by_mail, paused_until, by):
        """The person's own word on reminders; slots that no longer fit go at once."""
        self.by_mail, self.paused_until, self.planned_until = by_mail, paused_until, LONG_AGO
        self.save(update_fields=["by_mail", "paused_until", "planned_until"])
        AuditEvent.record(by, "reminders.chosen", self)
