"""A mailbox for local runs: mails land in a folder and are read at /dev/mailbox/."""

from config.mailbox.backend import MailboxBackend

__all__ = ["MailboxBackend"]
