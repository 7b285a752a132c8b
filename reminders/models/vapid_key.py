from base64 import urlsafe_b64encode

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.db import models, transaction
from django.utils import timezone

from accounts.ground import SealedBytes


class VapidKey(models.Model):
    """By this key push services know us (RFC 8292). The newest counts; devices that subscribed
    with an earlier one are served by it until they open Midweek again.

    It lies in the database, sealed, so that every process has the same and a backup has it too.
    """

    # The public half, as browsers want it: base64url of the uncompressed point.
    public = models.CharField(max_length=90, primary_key=True)
    private = models.BinaryField()
    made_at = models.DateTimeField(default=timezone.now)

    SEALED = SealedBytes("reminders.vapid_key.private", "private")

    def __str__(self):
        return f"VAPID key {self.public[:8]}"

    @classmethod
    @transaction.atomic
    def make(cls):
        private = ec.generate_private_key(ec.SECP256R1())
        public = text_of(public_bytes(private))
        pem = private.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        key = cls(public=public)
        key.private = cls.SEALED.seal(key, pem)
        key.save(force_insert=True)
        return key

    @classmethod
    def current(cls):
        """The newest; the first is made when somebody first asks."""
        return cls.objects.order_by("-made_at").first() or cls.make()

    @property
    def opened(self):
        return serialization.load_pem_private_key(self.SEALED.open(self), password=None)


def public_bytes(private):
    return private.public_key().public_bytes(
        serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
    )


def text_of(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()
