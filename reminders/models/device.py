import json
import uuid

from django.db import connection, models, transaction
from django.utils import timezone

from accounts.ground import decrypt_value, encrypt_value
from accounts.models import AuditEvent
from accounts.models.invitation import digest

LABEL = "reminders.device.subscription"
# Somebody has a phone, a tablet, a computer. The oldest goes when there are more.
MOST = 5


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

    def __str__(self):
        return f"Device of {self.seen_at:%Y-%m-%d}"

    @classmethod
    @transaction.atomic
    def subscribe(cls, user, *, endpoint, p256dh, auth, vapid_key, session_key):
        """Remind this person here; whoever was reminded here before no longer is."""
        with connection.cursor() as cursor:
            # Two tabs that open at once say the same; there may be no row yet to lock.
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [digest(endpoint)])
        known = cls.objects.filter(endpoint_digest=digest(endpoint)).first()
        is_new = known is None or known.user_id != user.pk
        if known and is_new:
            known.delete()
        device = cls(user=user, endpoint_digest=digest(endpoint)) if is_new else known
        facts = json.dumps({"endpoint": endpoint, "p256dh": p256dh, "auth": auth})
        device.subscription = encrypt_value(LABEL, device.pk, user.pk, facts)
        device.session_digest = digest(session_key)
        device.vapid_key, device.seen_at = vapid_key, timezone.now()
        device.save()
        if is_new:
            AuditEvent.record(user, "device.subscribed", device)
            extra = cls.objects.filter(user=user).order_by("-seen_at")[MOST:]
            cls.objects.filter(pk__in=list(extra.values_list("pk", flat=True))).delete()
        return device

    @classmethod
    def sign_out(cls, session_key):
        """Nobody is reminded in a browser that they have left."""
        if session_key:
            cls.objects.filter(session_digest=digest(session_key)).delete()

    @property
    def opened(self) -> dict:
        """endpoint, p256dh and auth."""
        return json.loads(decrypt_value(LABEL, self.pk, self.user_id, bytes(self.subscription)))
