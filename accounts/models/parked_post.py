import json
import uuid
from datetime import timedelta

from django.db import models
from django.utils import timezone

from accounts.ground import SealedBytes

KEPT = timedelta(hours=24)
LONGEST_PATH = 300
SECRETS = {
    "again",
    "code",
    "credential",
    "oldpassword",
    "password",
    "password1",
    "password2",
    "pin",
    "present",
}
# When a phone sent it is true of that moment only.
NOT_PARKED = SECRETS | {"csrfmiddlewaretoken", "parked", "sent_at"}

# Where the draft of a form is, sent along by its page.
NOT_SAID = {"draft", "letter"}


def kept_of(data):
    """{name: values} of a QueryDict, without secrets; empty where nothing was said."""
    kept = {name: values for name, values in data.lists() if name not in NOT_PARKED}
    return kept if any(any(values) for values in kept.values()) else {}


def words_of(fields):
    """What somebody wrote, for reading: no ids, no addresses, no choices, no zones."""
    said = (value for name, value in fields if name not in NOT_SAID)
    return [value for value in said if " " in value.strip() or len(value) > 40]


class ParkedPostQuerySet(models.QuerySet):
    def of(self, user):
        return self.filter(author=user)

    def waiting_for(self, user):
        return self.of(user).filter(at__gt=timezone.now() - KEPT).order_by("-at")

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

    SEALED = SealedBytes("accounts.parked_post.body", "body", clinic="author_id")

    objects = ParkedPostQuerySet.as_manager()

    def __str__(self):
        return f"Parked {self.at:%Y-%m-%d %H:%M}"

    @classmethod
    def park(cls, *, author_id, path, data):
        """Keep a QueryDict, or nothing of an empty one; passwords and tokens stay out.

        A form that saves as it goes is sent often: a text that only grew replaces its beginning.
        """
        kept = kept_of(data)
        if not kept:
            return None
        if len(path) > LONGEST_PATH:
            path = path.split("?")[0]
        post = cls(author_id=author_id, path=path)
        for earlier in cls.objects.filter(author_id=author_id, path=post.path):
            if earlier.grew_into(kept):
                earlier.delete()
        post.body = cls.SEALED.seal(post, json.dumps(kept).encode())
        post.save(force_insert=True)
        return post

    def grew_into(self, kept):
        """Whether `kept` says all that this says, and perhaps more."""
        later = [(name, value) for name, values in kept.items() for value in values]
        return [name for name, _value in self.fields] == [name for name, _value in later] and all(
            value.startswith(earlier)
            for (_name, earlier), (_same, value) in zip(self.fields, later, strict=True)
        )

    @property
    def words(self):
        return words_of(self.fields)

    @property
    def fields(self):
        """(name, value) pairs in the order they were sent."""
        kept = json.loads(self.SEALED.open(self))
        return [(name, value) for name, values in kept.items() for value in values]
