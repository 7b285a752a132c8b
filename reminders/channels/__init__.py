"""The ways a message can go. A channel is a module with two functions and a line in CHANNELS.

`send(delivery)` hands the message over, returning once the other side has accepted it, and
raises one of the errors of accounts/post.py when it did not. It is called outside any
transaction, in `delivery.clinic`, in one of a few threads that send at once, and may take
SEND_LIMIT seconds; no single wait of it may be longer than half of that. What it may read:

- `delivery.pk`, the key of the message: the same at each attempt (Message-ID, topic, tag);
- `delivery.recipient.user` and `.clinic`;
- `delivery.gathered`, the slots in it, each with `kind`, `about` (the id of an assignment,
  a session, …), `practice_date`;
- `delivery.not_after`, the moment after which it is of no use; `delivery.fenced_at`, a moment
  ago by the database's clock (a worker's own may be wrong);
- `delivery.message`, a Message in the language that is active.

`reachable(user_ids)` says, as a set, who of these people can be reached at all: by a proved
address, by at least one subscribed device. A message goes to a person, never to one device:
`push` sends to all of theirs and is content with one that accepts.
"""

from dataclasses import dataclass
from importlib import import_module

# Far under half the lease of a delivery (reminders/models/delivery.py).
SEND_LIMIT = 20
CHANNELS = {"email": "reminders.channels.mail", "push": "reminders.channels.push"}
# Where a message goes that its own channel could not deliver for good.
FALLBACK = {"push": "email"}


@dataclass(frozen=True)
class Message:
    """What a delivery says, in the reader's language. Made at the send and kept nowhere."""

    title: str
    lines: tuple[str, ...]
    # The page it opens, as a path, and what the link to it says.
    path: str
    action: str
    # The page where it is put off, where that can be.
    later: str = ""


def channel(name):
    """The module of a channel."""
    return import_module(CHANNELS[name])
