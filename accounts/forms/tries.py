"""Tries of a form, counted: one too many is an error that says how to go on, and when."""

from allauth.account.adapter import get_adapter
from allauth.core import context

from accounts import throttle
from accounts.known_browser import is_known

FAILED = "login_failed"
OWN, STRANGE = "own", "strange"


def count(action, key):
    if not throttle.allows(context.request, action, key):
        raise get_adapter().too_many(context.request, action, key)


def count_mail(action, key):
    if not throttle.allows(context.request, action, key):
        raise get_adapter().mailed_enough(context.request, action, key)


def count_second_step(user):
    """Count one; what it gives takes it back, once it was right.

    By account, and those of its owner's browsers by themselves: who has the password, and no
    more, uses up the strangers' tries.
    """
    key = key_of(user, OWN if is_known(context.request, user.email) else STRANGE)
    count(FAILED, key)
    return lambda: throttle.forget(context.request, FAILED, key)


def key_of(user, whose):
    return f"second step {user.pk} {whose}"


def open_second_step(request, user):
    """With a new password the tries begin anew: whoever used them up does not know it.

    So often and no more: who reads the mailbox makes new passwords, and guesses codes after each.
    """
    if throttle.allows(request, "second_step_anew", user.pk):
        for whose in (OWN, STRANGE):
            throttle.forget(request, FAILED, key_of(user, whose))
