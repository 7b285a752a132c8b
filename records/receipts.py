"""The two mails around an erasure: that it was asked for, and that it is done. No word is said
of what it was."""

from datetime import timedelta

from django.utils import timezone

from accounts import emails

OF_USE = timedelta(days=7)


def send_notice(erasure):
    """To whoever owns the account: perhaps it was not they who asked."""
    send(erasure, "erasure_asked", day=timezone.localtime(erasure.due_at, erasure.user.zone))


def send_receipt(erasure):
    send(erasure, "erasure_done")


def send(erasure, name, **facts):
    user = erasure.user
    if user.email and user.may_be_mailed:
        with emails.language_of(user.email, user):
            mail = emails.write(name, user.email, number=erasure.number, **facts)
        emails.send_later(mail, about=erasure.pk, of_use=OF_USE)
