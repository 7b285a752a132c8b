"""What a kind of reminder answers: when it is due, whether it is still wanted, what it says."""

from collections.abc import Iterable
from datetime import timedelta

from django.urls import reverse
from django.utils.functional import Promise

from reminders.models import ReminderSlot

LATE_BY = timedelta(hours=3)


def the_one(things):
    """Where they are all the same; None where there are several."""
    first, *others = set(things)
    return None if others else first


class Kind:
    """Everything that differs between kinds. The engine works on sets, so kinds do too."""

    name = ""
    # How it is called on Me; empty: it cannot be switched off alone.
    label: str | Promise = ""
    reader = "client"
    # The way it goes until the person chooses another.
    usual = "email"
    # The kind whose switch on Me is its own, too, where that is another.
    follows = ""
    # Laid out from what stands in the tables; False: made by a press, and left as it is.
    is_planned = True
    # It follows from something that happens, so it may be due the moment it is planned.
    is_at_once = False
    # Counts towards the messages a day that were agreed, and is dropped beyond them.
    is_capped = False
    # Its words name nobody and nothing, so they need not be asked for.
    is_telling = False

    def lay_out(self, ahead) -> Iterable[ReminderSlot]:
        """The slots of these recipients, from what stands now."""
        return ()

    def why_not(self, slots, now) -> dict:
        """{slot.pk: reason} for those that have become needless since they were planned.

        About the person and the therapy the engine has asked already (engine/wanted.py).
        """
        return {}

    def lines(self, slots) -> list:
        """What it says to somebody who wants telling words; nobody else reads them."""
        return []

    def path(self, slots) -> str:
        """The page that it opens."""
        return reverse("today")

    def later(self, slots) -> str:
        """The page where it is put off, or nothing."""
        return ""
