"""Hands a message over, and says whose fault it is when that fails."""

from contextlib import suppress
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused

from anymail.exceptions import AnymailError, AnymailRecipientsRefused
from django.core.mail import get_connection

# What providers answer when it is the address, and not they, that is to blame.
REFUSED = (400, 406, 422)


class Temporary(Exception):
    """Not now; tried again, each time later."""


class RetryAfter(Temporary):
    """The other side named the seconds to wait."""

    def __init__(self, seconds):
        super().__init__(seconds)
        self.seconds = seconds


class TooSlow(Temporary):
    """The other side kept the line open and did not come to an end."""


class Permanent(Exception):
    """The address is gone or refuses for good; staff see it."""


def code_of(error):
    """The name of what went wrong: never its words, which may hold an address."""
    return type(error.__cause__ or error).__name__


def hand_over(mail):
    """It is sent once the server has said so. Raises one of the errors above when it said no."""
    try:
        post(mail)
    except (SMTPException, AnymailError) as error:
        raise (Permanent if is_refused(error) else Temporary) from error


def post(mail):
    """How the server takes leave does not matter any more."""
    mail.connection = get_connection()
    mail.connection.open()
    try:
        mail.send()
    except BaseException:
        # No goodbye to somebody who may have stopped listening.
        if line := getattr(mail.connection, "connection", None):
            line.close()
        raise
    with suppress(Exception):
        mail.connection.close()


def is_refused(error):
    """Whether this mailbox, or this mail, is refused for good. A server that refuses *us*, by
    name or password, may know us again in a minute."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= 500 for code, _words in error.recipients.values())
    if isinstance(error, SMTPDataError):
        return error.smtp_code >= 500
    if isinstance(error, AnymailRecipientsRefused):
        return True
    return getattr(error, "status_code", None) in REFUSED
