"""The mail server and the push service of a fault run, and what they have: its ledger."""

import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from tests.faults import smtp
from tests.reminders.push import service


@dataclass
class Outside:
    mail: smtp.Server
    push: object
    # (moment, path, headers, body) of each message to a phone.
    pushed: list = field(default_factory=list)
    # {channel: who is told who has just handed a message over}, and at "goodbye" who knows that
    # a mail arrived and has not noted it yet
    tell: dict = field(default_factory=dict)

    def has_mail(self, copy):
        self.tell.get("email", ignore)(copy.sender)

    def hears_goodbye(self, copy):
        self.tell.get("goodbye", ignore)(copy.sender)

    def has_push(self, path, headers, body):
        self.pushed.append((time.time(), path, headers, body))
        self.tell.get("push", ignore)(headers["User-Agent"])

    @property
    def environment(self):
        return {
            "SMTP_PORT": str(self.mail.server_address[1]),
            "PUSH_SERVICE": self.push.origin,
        }


def ignore(sender):
    pass


@contextmanager
def world():
    with ExitStack() as stack:
        mail, push = (stack.enter_context(s) for s in (smtp.serving(), service.push_service()))
        outside = Outside(mail, push)
        mail.has_one, mail.hears_goodbye = outside.has_mail, outside.hears_goodbye
        push.has_one = outside.has_push
        yield outside
