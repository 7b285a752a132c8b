import secrets
import uuid

from django.db import models, transaction
from django.utils import timezone

from accounts.models import AuditEvent
from accounts.models.invitation import digest


class CalendarAddressQuerySet(models.QuerySet):
    def by_token(self, token):
        """What this secret opens, or None: also for a person who may no longer sign in.

        The look-up has no person yet, so it goes through a SECURITY DEFINER function.
        """
        found = self.raw("SELECT * FROM reminders_calendar_by_token(%s)", [digest(token)])
        return next(iter(found), None)


class CalendarAddress(models.Model):
    """A secret address under which a calendar reads one person's times, without a sign-in.

    It belongs to a person, not to a clinic: the feed shows the times of all their therapies.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.OneToOneField("accounts.User", models.CASCADE, related_name="calendar_address")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)

    objects = CalendarAddressQuerySet.as_manager()

    def __str__(self):
        return f"Calendar address of {self.made_at:%Y-%m-%d}"

    @classmethod
    @transaction.atomic
    def renew(cls, user):
        """A new secret; the one before opens nothing any more. Its plain form lives on the
        object that is returned, and nowhere else."""
        token = secrets.token_urlsafe(32)
        facts = {"digest": digest(token), "made_at": timezone.now()}
        address, _created = cls.objects.update_or_create(user=user, defaults=facts)
        address.token = token
        AuditEvent.record(user, "calendar.made", address)
        return address

    @transaction.atomic
    def stop(self):
        AuditEvent.record(self.user, "calendar.stopped", self)
        self.delete()
