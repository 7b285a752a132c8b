"""A mail of an account: a code, an invitation, a notice. Written with what it tells, then sent."""

import json
import uuid
from datetime import timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import connection, models, transaction
from django.db.models import F, Q
from django.db.models.functions import Least, Now

from accounts.ground import SealedBytes
from accounts.limit import within
from accounts.models.outgoing import Outgoing, OutgoingQuerySet
from accounts.post import hand_over

# How long a letter is counted after its end; its text is gone by then.
REMEMBERED = timedelta(days=30)


def hold(about):
    """Until the transaction ends: of two written at the same moment the later sees the other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [str(about)])


class LetterQuerySet(OutgoingQuerySet):
    def about(self, key):
        return self.filter(about=key)

    def cancel(self):
        return self.finish(Letter.State.CANCELLED)

    def take(self):
        """The one that has been due longest, for us alone as long as a lease lasts; or None.

        Attempts are counted here: a letter that kills whoever sends it comes to an end, too.
        """
        with transaction.atomic():
            due = self.open().filter(next_attempt_at__lte=Now()).annotate(now=Now())
            letter = due.select_for_update(skip_locked=True).order_by("next_attempt_at").first()
            if letter:
                self.filter(pk=letter.pk).update(
                    attempts=F("attempts") + 1, next_attempt_at=Now() + Letter.LEASE
                )
                letter.attempts += 1
        return letter

    def forgotten(self):
        return self.filter(finished_at__lt=Now() - REMEMBERED)


class Letter(Outgoing):
    """It belongs to no clinic, and names nobody: the address is in the sealed text, which is erased
    when the letter is sent or will not be.
    """

    class State(models.TextChoices):
        OPEN = "open"
        SENT = "sent"
        FAILED = "failed"
        EXPIRED = "expired"
        CANCELLED = "cancelled"
        DEAD = "dead"

    OPEN = (State.OPEN,)
    CAME_BACK = (State.FAILED, State.DEAD)
    BACK_OFF = tuple(timedelta(seconds=wait) for wait in (15, 60, 300, 1200, 3600, 4 * 3600))
    MOST_ATTEMPTS = 7
    AT_ITS_END: ClassVar[dict[str, Any]] = {"text": None}

    # The same at each attempt: a second copy would be known by it.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # Of several about the same thing only the last is of use.
    about = models.UUIDField(default=uuid.uuid4, db_index=True)
    text = models.BinaryField(null=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    not_after = models.DateTimeField()

    SEALED = SealedBytes("accounts.letter.text", "text")
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
            ),
            # What came to an end lately, for a watcher; and what is old enough to be forgotten.
            models.Index(
                fields=["finished_at"],
                condition=Q(finished_at__isnull=False),
                name="accounts_letter_finished",
            ),
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
        letter.text = cls.SEALED.seal(letter, json.dumps(said).encode())
        letter.next_attempt_at, letter.not_after = Now() + cls.LEASE, Now() + of_use
        letter.save(force_insert=True)
        return letter

    @property
    def opened(self):
        return json.loads(self.SEALED.open(self))

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

    @property
    def mine(self):
        """Until somebody else takes it, and counts that."""
        return Letter.objects.open().filter(pk=self.pk, attempts=self.attempts)

    def next_moment(self, wait):
        """One that will have run out by then comes to its end."""
        return Least(super().next_moment(wait), F("not_after"))

    def send(self, *, limit):
        """Raises what hand_over does, and TooSlow."""
        mail = self.mail
        within(limit, lambda: hand_over(mail))

    def mark_sent(self):
        """It has left, whoever has it by now."""
        Letter.objects.filter(pk=self.pk).finish(self.State.SENT)
