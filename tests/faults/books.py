"""What the ledger says has gone out against what the tables say."""

from collections import Counter

from reminders.models import Delivery, ReminderSlot
from tests.faults import ledger


def compare(began, silenced) -> dict:
    gone = ledger.lines()
    calls = Counter(line["key"] for line in gone)
    left_at: dict[str, float] = {}
    for line in gone:
        for slot in line["slots"]:
            left_at.setdefault(slot, line["at"])
    slots = {str(slot.pk): slot for slot in ReminderSlot.objects.filter(due_at__gte=began)}
    states = Counter(slot.state for slot in slots.values())
    sent = {pk for pk, slot in slots.items() if slot.state == "sent"}
    return {
        "planned": len(slots),
        "states": dict(states),
        "messages": len(calls),
        # Said to be sent, and nobody got it.
        "lost": len(sent - left_at.keys()),
        "unfinished": states["open"] + Delivery.objects.filter(state__in=Delivery.OPEN).count(),
        # Somebody got it, and the tables do not know.
        "unknown": len(left_at.keys() & slots.keys() - sent),
        "doubled": sum(count - 1 for count in calls.values()),
        "early": sum(at < slots[pk].due_at.timestamp() for pk, at in left_at.items()),
        "late": sum(at > slots[pk].not_after.timestamp() for pk, at in left_at.items()),
        "to_silenced": sum(str(slots[pk].therapy_id) in silenced for pk in left_at),
    }
