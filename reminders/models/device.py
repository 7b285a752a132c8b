import json
import uuid

from django.db import connection, models, transaction
from django.utils import timezone

from accounts.ground import SealedBytes
from accounts.models import AuditEvent
from accounts.models.invitation import digest
from accounts.wall import things_of

# Somebody has a phone, a tablet, a computer. The oldest goes when there are more.
MOST = 5
# What others have is nobody's to see, so functions past the wall are asked.
LEFT_TO = "SELECT reminders_device_left_to(%s, %s)"
REACHED = "SELECT reminders_with_devices(%s::uuid[])"


class Device(models.Model):
    """A browser that its owner asked to be reminded in. It goes with their sign-in there.

    It belongs to a person, not to a clinic. Where messages for it are posted, and the keys they
    are encrypted with, are sealed; the person's id stands in for the clinic's.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey("accounts.User", models.CASCADE, related_name="devices")
    endpoint_digest = models.CharField(max_length=64, unique=True)
    # Of the sign-in it was last seen with; never the session's own key, which would open it.
    session_digest = models.CharField(max_length=64, db_index=True)
    subscription = models.BinaryField()
    vapid_key = models.ForeignKey("reminders.VapidKey", models.PROTECT, related_name="+")
    seen_at = models.DateTimeField(default=timezone.now)

    SEALED = SealedBytes("reminders.device.subscription", "subscription", clinic="user_id")

    def __str__(self):
        return f"Device of {self.seen_at:%Y-%m-%d}"

    @classmethod
    @transaction.atomic
    def subscribe(cls, user, *, endpoint, p256dh, auth, vapid_key, session_key):
        """Remind this person here; whoever was reminded here before no longer is."""
        with connection.cursor() as cursor:
            # Two tabs that open at once say the same; there may be no row yet to lock.
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [digest(endpoint)])
            cursor.execute(LEFT_TO, [digest(endpoint), user.pk])
        known = cls.objects.filter(user=user, endpoint_digest=digest(endpoint)).first()
        device = known or cls(user=user, endpoint_digest=digest(endpoint))
        facts = json.dumps({"endpoint": endpoint, "p256dh": p256dh, "auth": auth})
        device.subscription = cls.SEALED.seal(device, facts.encode())
        device.session_digest = digest(session_key)
        device.vapid_key, device.seen_at = vapid_key, timezone.now()
        device.save()
        if not known:
            AuditEvent.record(user, "device.subscribed", device)
            extra = cls.objects.filter(user=user).order_by("-seen_at")[MOST:]
            cls.objects.filter(pk__in=list(extra.values_list("pk", flat=True))).delete()
        return device

    @classmethod
    def sign_out(cls, user_id, session_key):
        """Nobody is reminded in a browser that they have left."""
        if session_key:
            with things_of(user_id):
                cls.objects.filter(session_digest=digest(session_key)).delete()

    @classmethod
    def reached(cls, user_ids):
        """Who of these people is reminded on at least one device."""
        with connection.cursor() as cursor:
            cursor.execute(REACHED, [list(user_ids)])
            return {user for (user,) in cursor.fetchall()}

    @property
    def opened(self) -> dict:
        """endpoint, p256dh and auth."""
        return json.loads(self.SEALED.open(self))
