import time
import uuid

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend


class MailboxBackend(BaseEmailBackend):
    """Writes each message as an .eml file; the name sorts by time."""

    def send_messages(self, messages):
        settings.MAILBOX_DIR.mkdir(parents=True, exist_ok=True)
        for message in messages:
            name = f"{time.time_ns()}-{uuid.uuid4().hex[:8]}"
            draft = settings.MAILBOX_DIR / f".{name}"
            draft.write_bytes(message.message().as_bytes())
            draft.rename(settings.MAILBOX_DIR / f"{name}.eml")
        return len(messages)
