"""Right before the send, for a set of deliveries: still ours, and what of it is still wanted?"""

from collections import Counter, defaultdict

from django.db import transaction
from django.db.models.functions import Now

from accounts import hats
from reminders.clock import after_quiet
from reminders.engine.parcel import Parcel
from reminders.engine.wanted import reasons
from reminders.kinds import KINDS
from reminders.kinds.ahead import NIGHT
from reminders.models import Delivery, ReminderSlot

State = Delivery.State


@transaction.atomic
def fence(token, keys) -> tuple[list[Parcel], Counter]:
    """What may go now; and, by state, how many were settled or are no longer ours."""
    Delivery.objects.filter(pk__in=keys).fence(token)
    rows = Delivery.objects.filter(pk__in=keys).held(token).annotate(now=Now())
    held = {each.pk: each for each in rows.select_related("recipient__user", "recipient__clinic")}
    if not held:
        return [], Counter(lost=len(keys))
    hats.enter_clinic(*{each.clinic_id for each in held.values()})
    worn_out = {key for key, each in held.items() if each.is_worn_out}
    wanted, late = sort_out({key: held[key] for key in held.keys() - worn_out})
    empty = held.keys() - worn_out - wanted.keys()
    asleep = {key: wanted.pop(key) for key in list(wanted) if let_sleep(held[key], wanted[key])}
    ends = {State.DEAD: worn_out, State.EXPIRED: empty & late, State.CANCELLED: empty - late}
    for state, ended in ends.items():
        close(ended, state)
    counts = Counter({state: len(ended) for state, ended in ends.items()})
    counts[State.WAITING] = len(asleep)
    return [Parcel(held[key], slots) for key, slots in wanted.items()], counts + Counter(
        lost=len(keys) - len(held)
    )


def let_sleep(delivery, slots):
    """What follows from an event is of use for days: tried again, or after an outage, it comes
    no more at night than it would have at first. Whether it was put off until the morning."""
    if not all(KINDS[slot.kind].is_at_once for slot in slots):
        return False
    person = delivery.recipient
    morning = after_quiet(delivery.now, person.user.zone, person.quiet or NIGHT)
    return morning > delivery.now and Delivery.objects.filter(pk=delivery.pk).put_off(morning)


def sort_out(held):
    """Settle what is late or needless; returns {delivery: wanted slots}, {late deliveries}."""
    slots = list(ReminderSlot.objects.open().filter(delivery__in=held).select_related("therapy"))
    for slot in slots:
        slot.recipient = held[slot.delivery_id].recipient
    late = [slot for slot in slots if slot.not_after < held[slot.delivery_id].now]
    settle(late, ReminderSlot.State.EXPIRED)
    in_time = [slot for slot in slots if slot.not_after >= held[slot.delivery_id].now]
    needless = reasons(in_time, held[in_time[0].delivery_id].now) if in_time else {}
    for reason in set(needless.values()):
        theirs = [slot for slot in in_time if needless.get(slot.pk) == reason]
        settle(theirs, ReminderSlot.State.CANCELLED, reason)
    wanted = defaultdict(list)
    for slot in in_time:
        if slot.pk not in needless:
            wanted[slot.delivery_id].append(slot)
    return wanted, {slot.delivery_id for slot in late}


def settle(slots, state, reason=""):
    if slots:
        ReminderSlot.objects.filter(pk__in=[slot.pk for slot in slots]).settle(state, reason)


def close(keys, state):
    """These go nowhere; what is still open in them shares their state."""
    if keys:
        Delivery.objects.filter(pk__in=keys).finish(state)
        ReminderSlot.objects.filter(delivery__in=keys).settle(state)
