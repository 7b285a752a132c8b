"""A mail of an account: a code, an invitation, a notice. Written with what it tells, then sent."""

import json
import uuid
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import connection, models, transaction
from django.db.models import F, Q
from django.db.models.functions import Least, Now
from django.utils import timezone

from accounts.ground import decrypt_value, encrypt_value
from accounts.post import hand_over

LABEL = "accounts.letter.text"
# Whoever sends it has so long before somebody else may try.
LEASE = timedelta(seconds=60)
BACK_OFF = tuple(timedelta(seconds=wait) for wait in (15, 60, 300, 1200, 3600, 4 * 3600))
# How long a letter is counted after its end; its text is gone by then.
REMEMBERED = timedelta(days=30)


def hold(about):
    """Until the transaction ends: of two written at the same moment the later sees the other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [str(about)])


class LetterQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state=Letter.State.OPEN)

    def about(self, key):
        return self.filter(about=key)

    def close(self, state, error=""):
        """Its one final state, and the end of its text."""
        return self.open().update(state=state, error=error, finished_at=Now(), text=None)

    def cancel(self):
        return self.close(Letter.State.CANCELLED)

    def take(self):
        """The one that has been due longest, for us alone as long as a lease lasts; or None.

        Attempts are counted here: a letter that kills whoever sends it comes to an end, too.
        """
        with transaction.atomic():
            due = self.open().filter(next_attempt_at__lte=Now()).annotate(now=Now())
            letter = due.select_for_update(skip_locked=True).order_by("next_attempt_at").first()
            if letter:
                self.filter(pk=letter.pk).update(
                    attempts=F("attempts") + 1, next_attempt_at=Now() + LEASE
                )
                letter.attempts += 1
        return letter

    def came_back(self):
        return self.filter(state__in=(Letter.State.FAILED, Letter.State.DEAD))

    def forgotten(self):
        return self.filter(finished_at__lt=Now() - REMEMBERED)


class Letter(models.Model):
    """open → sent; failed (refused), dead (given up), expired or cancelled.

    It belongs to no clinic, and names nobody: the address is in the sealed text, which is erased
    when the letter is sent or will not be.
    """

    class State(models.TextChoices):
        OPEN = "open"
        SENT = "sent"
        FAILED = "failed"
        EXPIRED = "expired"
        CANCELLED = "cancelled"
        DEAD = "dead"

    # The same at each attempt: a second copy would be known by it.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # Of several about the same thing only the last is of use.
    about = models.UUIDField(default=uuid.uuid4, db_index=True)
    text = models.BinaryField(null=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=80, blank=True, default="")
    created_at = models.DateTimeField(default=timezone.now)
    next_attempt_at = models.DateTimeField()
    not_after = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", finished_at=None, text__isnull=False)
                | (~Q(state="open") & Q(finished_at__isnull=False, text=None)),
                name="accounts_letter_erased",
            )
        ]
        indexes = [
            models.Index(
                fields=["next_attempt_at"], condition=Q(state="open"), name="accounts_letter_due"
            )
        ]

    def __str__(self):
        return f"Letter {self.pk}"

    @classmethod
    @transaction.atomic
    def write(cls, mail, *, about=None, of_use):
        """Keep `mail` until it has left; its writer sends it first, within a lease."""
        letter = cls(about=about or uuid.uuid4())
        hold(letter.about)
        cls.objects.about(letter.about).cancel()
        said = {"subject": mail.subject, "body": mail.body, "from_email": mail.from_email}
        html = [content for content, kind in getattr(mail, "alternatives", ())]
        said |= {"to": mail.to, "html": html}
        letter.text = encrypt_value(LABEL, letter.pk, "", json.dumps(said))
        letter.next_attempt_at, letter.not_after = Now() + LEASE, Now() + of_use
        letter.save(force_insert=True)
        return letter

    @property
    def opened(self):
        return json.loads(decrypt_value(LABEL, self.pk, "", bytes(self.text)))

    @property
    def mail(self):
        said = self.opened
        html = said.pop("html")
        headers = {
            "Message-ID": f"<{self.pk}@{settings.EMAIL_DOMAIN}>",
            "Auto-Submitted": "auto-generated",
        }
        mail = EmailMultiAlternatives(**said, headers=headers)
        for content in html:
            mail.attach_alternative(content, "text/html")
        return mail

    def send(self):
        hand_over(self.mail)
        Letter.objects.filter(pk=self.pk).close(self.State.SENT)

    def try_later(self, error):
        """False: there is no attempt left. One that will have run out by then comes to its end."""
        if self.attempts >= len(BACK_OFF):
            return False
        soonest = Least(Now() + BACK_OFF[self.attempts], F("not_after"))
        Letter.objects.open().filter(pk=self.pk).update(next_attempt_at=soonest, error=error)
        return True
