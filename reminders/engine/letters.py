"""Mails of accounts (accounts/emails.py) that did not leave at once: a code, an invitation.

They are few and each waits for nothing, so they go one by one, each claimed right before.
"""

import logging
from collections import Counter

from django.db import transaction

from accounts import hats
from accounts.models import Letter, User
from accounts.models.letter import BACK_OFF
from accounts.post import hand_over, is_refused
from reminders.bounces import note_problem
from reminders.channels import SEND_LIMIT
from reminders.engine.limit import time_limit
from reminders.engine.outcome import patiently

logger = logging.getLogger("midweek.reminders")
State = Letter.State
# A slow server must not keep reminders waiting behind letters, nor a flood of them.
MOST = 50


def send_letters(is_over) -> Counter:
    """Until none is due or `is_over()`. Returns {state: count}; those put off are waiting."""
    outcome: Counter = Counter()
    while outcome.total() < MOST and not is_over() and (letter := Letter.objects.take()):
        outcome[handle(letter)] += 1
    return outcome


def handle(letter) -> str:
    if letter.not_after <= letter.now:
        return close(letter, State.EXPIRED)
    if letter.attempts > len(BACK_OFF) + 1:
        return give_up(letter, "WornOut")
    try:
        with time_limit(SEND_LIMIT):
            hand_over(letter.mail)
    except Exception as error:
        return note_failure(letter, error)
    return patiently(close, letter, State.SENT)


def note_failure(letter, error) -> str:
    name = type(error).__name__
    logger.warning("letter %s: %s", letter.pk, name)
    if is_refused(error):
        tell_staff(letter)
        return close(letter, State.FAILED, name)
    return "waiting" if letter.try_later(name) else give_up(letter, name)


def give_up(letter, name) -> str:
    logger.error("letter %s is given up after %s tries", letter.pk, letter.attempts)
    return close(letter, State.DEAD, name)


def close(letter, state, error="") -> str:
    Letter.objects.filter(pk=letter.pk).close(state, error)
    return state


@transaction.atomic
def tell_staff(letter):
    """Whom the refused mailbox belongs to, if to anybody here: reminders would not arrive either.

    Not done by the web process: it would take longer for an address that is known.
    """
    for user in User.objects.filter(email__in=[each.lower() for each in letter.opened["to"]]):
        hats.enter(user)
        for recipient in user.recipients.all():
            note_problem(recipient, "bounced")
