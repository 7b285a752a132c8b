from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from time import sleep

from django.core.mail.backends.base import BaseEmailBackend


class Down(BaseEmailBackend):
    """A mail server that hangs up."""

    def send_messages(self, messages):
        raise SMTPServerDisconnected("gone")


class Dripping(BaseEmailBackend):
    """A mail server that says a letter now and then, and never comes to an end."""

    def send_messages(self, messages):
        while True:
            sleep(0.01)


class Refusing(BaseEmailBackend):
    """A mail server that knows no such mailbox."""

    def send_messages(self, messages):
        raise SMTPRecipientsRefused({to: (550, b"who?") for m in messages for to in m.to})
