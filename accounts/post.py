"""Hands a mail to the server, and says whose fault it is when that fails."""

from contextlib import suppress
from smtplib import SMTPDataError, SMTPRecipientsRefused

from anymail.exceptions import AnymailRecipientsRefused
from django.core.mail import get_connection

# What providers answer when it is the address, and not they, that is to blame.
REFUSED = (400, 406, 422)


def hand_over(mail):
    """It is sent once the server has said so: how that takes leave does not matter any more."""
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
