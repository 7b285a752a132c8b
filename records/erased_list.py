"""What was erased as lines of JSON, kept beside the backups, and erasing by them again."""

import json
from datetime import datetime
from functools import partial
from uuid import UUID

from accounts.models import Therapy, User
from accounts.wall import every_clinic
from records import erasing
from records.models import Erased, Erasure


class NotTheList(ValueError):
    """What was given was not printed by `list_erasures`, or not all of it."""


def lines():
    for row in Erased.objects.order_by("at", "pk").values("what", "row", "until", "at"):
        yield json.dumps(row, default=str)


def replay(lines):
    """Erase what stands again, in the order in which it went. Gives how many.

    What was still to come on the day of the backup may have been taken back since: its days begin
    anew.
    """
    count = sum(again(told) for told in read(lines))
    each(erasing.ask_anew, still_waiting())
    return count


def still_waiting():
    """Who has no record any more has nothing to wait for."""
    return Erasure.objects.waiting().filter(user__therapies__isnull=False).distinct()


def read(lines):
    """All of it before anything is erased: a list that was cut off is no list to work by."""
    told = []
    for place, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            told.append(row_of(json.loads(line)))
        except (ValueError, KeyError, TypeError):
            raise NotTheList(f"Line {place} is none of list_erasures.") from None
    return told


def row_of(said):
    what, until = Erased.What(said["what"]), said.get("until")
    if what == Erased.What.LOCKED_AWAY:
        until = datetime.fromisoformat(until)
    return what, UUID(str(said["row"])), until


def again(told):
    what, row, until = told
    if what == Erased.What.PERSON:
        # By what is there: a sign-in may have been shut, and still have a name.
        users = User.objects.filter(pk=row).exclude(email=None, name="")
        return each(erasing.forget, users)
    therapies = Therapy.objects.filter(pk=row)
    if what == Erased.What.THERAPY:
        return each(erasing.erase, therapies)
    in_sight = therapies.filter(locked_away_until=None)
    return each(partial(erasing.lock_away, until=until), in_sight)


def each(verb, rows):
    with every_clinic():
        found = list(rows)
    for row in found:
        verb(row)
    return len(found)
