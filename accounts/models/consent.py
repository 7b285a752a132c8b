import uuid

from django.db import models, transaction
from django.utils import timezone

from accounts import privacy


class Consent(models.Model):
    """A client's yes to one version of `accounts/privacy.py`. Append-only, once for each version.

    It is a person's and no clinic's: one text holds for all of them. An erasure empties the
    person's row and leaves this one, so that it can still be shown that somebody was asked.
    """

    # The application's database role may insert and read, nothing else (config/grants.py).
    APPEND_ONLY = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey("accounts.User", models.PROTECT, related_name="consents")
    version = models.PositiveSmallIntegerField()
    # In which language it was read.
    language = models.CharField(max_length=10)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "version"], name="accounts_one_consent_a_version"
            ),
            models.CheckConstraint(
                condition=models.Q(version__gte=1), name="accounts_consent_to_something"
            ),
        ]

    def __str__(self):
        return f"Version {self.version} on {self.at:%Y-%m-%d}"

    @classmethod
    @transaction.atomic
    def give(cls, person, *, language):
        """Keep that `person` says yes to the words of today. Said again, the first time stands."""
        cls.objects.get_or_create(
            person=person, version=privacy.VERSION, defaults={"language": language}
        )
        person.agreed_to = privacy.VERSION
        person.save(update_fields=["agreed_to"])
