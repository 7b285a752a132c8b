from smtplib import SMTPServerDisconnected

from django.core.mail.backends.base import BaseEmailBackend


class Down(BaseEmailBackend):
    """A mail server that hangs up."""

    def send_messages(self, messages):
        raise SMTPServerDisconnected("gone")
