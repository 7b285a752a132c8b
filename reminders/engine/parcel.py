"""A fenced delivery with the slots that go in it: what a channel is handed."""

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext

from accounts.wall import in_clinics
from reminders.channels import Message
from reminders.kinds import KINDS
from reminders.models import Delivery, Recipient, ReminderSlot
from reminders.outside import cover_of, in_one_line

ORDER = list(KINDS)


@dataclass
class Parcel:
    delivery: Delivery
    gathered: list[ReminderSlot]

    def __str__(self):
        return str(self.delivery)

    @property
    def pk(self):
        return self.delivery.pk

    @property
    def channel(self):
        return self.delivery.channel

    @property
    def recipient(self):
        return self.delivery.recipient

    @property
    def clinic(self):
        return self.recipient.clinic

    @property
    def fenced_at(self):
        """A moment ago, by the database's clock."""
        return self.delivery.now

    @property
    def not_after(self):
        return max(slot.not_after for slot in self.gathered)

    @cached_property
    def message(self) -> Message:
        """In the language that is active. Neutral, unless its reader asked for more."""
        by_kind = groupby(sorted(self.gathered, key=rank), key=lambda slot: slot.kind)
        parts = [(KINDS[name], list(slots)) for name, slots in by_kind]
        told = self.told([part for part in parts if self.tells(part[0])])
        [[path, later], *others] = {(kind.path(slots), kind.later(slots)) for kind, slots in parts}
        title, *rest = told or [gettext("Open to see what is planned")]
        if not told or self.recipient.wording == Recipient.Wording.NEUTRAL:
            title, rest = cover_of(self.recipient.user), [title, *rest]
        return Message(
            title=in_one_line(title),
            lines=tuple(in_one_line(line) for line in rest),
            path=reverse("today") if others else path,
            action=gettext("Open"),
            later="" if others else later,
        )

    def told(self, parts):
        """What stands in the tables about it; asked where messages are sent, in no transaction.

        What somebody put off may be due beside the next one of the same: it is said once.
        """
        if not parts:
            return []
        with in_clinics(self.clinic.pk):
            lines = [line for kind, slots in parts for line in kind.lines(slots)]
        return list(dict.fromkeys(lines))

    def tells(self, kind):
        return kind.is_telling or self.recipient.wording == Recipient.Wording.TELLING


def rank(slot):
    return ORDER.index(slot.kind)
