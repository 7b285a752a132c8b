import json
import uuid
from datetime import timedelta

from django.db import models
from django.utils import timezone

from accounts.ground import decrypt_value, encrypt_value

KEPT = timedelta(hours=24)
LABEL = "accounts.parked_post.body"
NOT_PARKED = {"csrfmiddlewaretoken", "password", "password1", "password2", "code"}


class ParkedPostQuerySet(models.QuerySet):
    def waiting_for(self, user):
        return self.filter(author=user, at__gt=timezone.now() - KEPT).order_by("-at")

    def stale(self):
        return self.filter(at__lte=timezone.now() - KEPT)


class ParkedPost(models.Model):
    """What somebody sent after their sign-in had expired, kept 24 h for them alone.

    It belongs to a person, not to a clinic; the person's id stands in for the clinic's
    in the encryption.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    author = models.ForeignKey("accounts.User", models.CASCADE, related_name="+")
    path = models.CharField(max_length=300)
    body = models.BinaryField()
    at = models.DateTimeField(default=timezone.now)

    objects = ParkedPostQuerySet.as_manager()

    def __str__(self):
        return f"Parked {self.at:%Y-%m-%d %H:%M}"

    @classmethod
    def park(cls, *, author_id, path, data):
        """Keep a QueryDict; passwords and tokens stay out."""
        kept = {name: values for name, values in data.lists() if name not in NOT_PARKED}
        post = cls(author_id=author_id, path=path)
        post.body = encrypt_value(LABEL, post.pk, author_id, json.dumps(kept))
        post.save(force_insert=True)
        return post

    @property
    def fields(self):
        """(name, value) pairs in the order they were sent."""
        kept = json.loads(decrypt_value(LABEL, self.pk, self.author_id, bytes(self.body)))
        return [(name, value) for name, values in kept.items() for value in values]
