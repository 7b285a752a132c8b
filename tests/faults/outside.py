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
    # {channel: who is told who has just handed a message over}
    tell: dict = field(default_factory=dict)

    def has_mail(self, copy):
        self.tell.get("email", ignore)(copy.sender)

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
        mail.has_one, push.has_one = outside.has_mail, outside.has_push
        yield outside
