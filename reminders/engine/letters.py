"""Mails of accounts (accounts/emails.py) that did not leave at once: a code, an invitation.

They are few and each waits for nothing, so they go one by one, each claimed right before.
"""

from collections import Counter

from django.db import transaction

from accounts.hats import as_person
from accounts.models import Letter, User
from reminders import channels
from reminders.bounces import note_problem
from reminders.engine.outcome import patiently

State = Letter.State
# A slow server must not keep reminders waiting behind letters, nor a flood of them.
MOST = 50


class WornOut(Exception):
    """Whoever sent it did not come back to say how that went, again and again."""


def send_letters(is_over) -> Counter:
    """Until none is due or `is_over()`. Returns {state: count}; those put off are waiting."""
    outcome: Counter = Counter()
    while outcome.total() < MOST and not is_over() and (letter := Letter.objects.take()):
        outcome[handle(letter)] += 1
    return outcome


def handle(letter) -> str:
    if letter.not_after <= letter.now:
        Letter.objects.filter(pk=letter.pk).finish(State.EXPIRED)
        return State.EXPIRED
    if letter.is_worn_out:
        return letter.end(State.DEAD, WornOut())
    try:
        letter.send(limit=channels.SEND_LIMIT)
    except Exception as error:
        return note_failure(letter, error)
    patiently(letter.mark_sent)
    return State.SENT


@transaction.atomic
def note_failure(letter, error) -> str:
    state = letter.not_sent(error)
    if state == State.FAILED:
        tell_staff(letter)
    return state


def tell_staff(letter):
    """Whom the refused mailbox belongs to, if to anybody here: reminders would not arrive either.

    Not done by the web process: it would take longer for an address that is known.
    """
    for user in User.objects.filter(email__in=[each.lower() for each in letter.opened["to"]]):
        with as_person(user):
            for recipient in user.recipients.all():
                note_problem(recipient, "bounced")
