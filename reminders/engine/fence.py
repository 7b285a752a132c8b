"""Right before the send, for a set of deliveries: still ours, and what of it is still wanted?"""

from collections import Counter, defaultdict

from django.db.models.functions import Now

from accounts.wall import in_clinics
from reminders.clinics import clinics_of_messages
from reminders.clock import after_quiet, is_quiet
from reminders.engine.outcome import note_unproved
from reminders.engine.parcel import Parcel
from reminders.engine.wanted import UNREACHABLE, reasons
from reminders.kinds import KINDS
from reminders.kinds.ahead import NIGHT
from reminders.models import Delivery, ReminderSlot

State = Delivery.State


def fence(token, keys) -> tuple[list[Parcel], Counter]:
    """What may go now; and, by state, how many were settled or are no longer ours."""
    with in_clinics(*clinics_of_messages(keys)):
        return fenced(token, keys)


def fenced(token, keys):
    Delivery.objects.filter(pk__in=keys).fence(token)
    rows = Delivery.objects.filter(pk__in=keys).leased(token).annotate(now=Now())
    leased = {each.pk: each for each in rows.select_related("recipient__user", "recipient__clinic")}
    if not leased:
        return [], Counter(lost=len(keys))
    worn_out = {key for key, each in leased.items() if each.is_worn_out}
    wanted, late = sort_out({key: leased[key] for key in leased.keys() - worn_out})
    empty = leased.keys() - worn_out - wanted.keys()
    asleep = {key: state for key in wanted if (state := let_sleep(leased[key], wanted[key]))}
    spent = {key for key, state in asleep.items() if state == State.EXPIRED}
    ends = {
        State.DEAD: worn_out,
        State.EXPIRED: empty & late | spent,
        State.CANCELLED: empty - late,
    }
    for state, ended in ends.items():
        close(ended, state)
    counts = Counter({state: len(ended) for state, ended in ends.items()})
    counts[State.WAITING] = len(asleep) - len(spent)
    wanted = {key: slots for key, slots in wanted.items() if key not in asleep}
    return [Parcel(leased[key], slots) for key, slots in wanted.items()], counts + Counter(
        lost=len(keys) - len(leased)
    )


def let_sleep(delivery, slots):
    """It was due before the person's quiet hours, or before they chose them, and is tried again:
    it waits until they are over, or is let go where it would be of no use by then. Which of the
    two; None where it may go."""
    person = delivery.recipient
    quiet = person.quiet or (NIGHT if all(KINDS[slot.kind].is_at_once for slot in slots) else None)
    if quiet is None or any(is_meant_for(quiet, slot) for slot in slots):
        return None
    morning = after_quiet(delivery.now, person.user.zone, quiet)
    if morning == delivery.now:
        return None
    if all(slot.not_after < morning for slot in slots):
        return State.EXPIRED
    Delivery.objects.filter(pk=delivery.pk).put_off(morning)
    return State.WAITING


def is_meant_for(quiet, slot):
    """Whether it was due in these very hours: as they begin, or by the person's own press. What
    follows from an event never is: it is of use for days, and comes no more at night after an
    outage than it would have at first."""
    if KINDS[slot.kind].is_at_once:
        return False
    return is_quiet(slot.due_at.astimezone(slot.recipient.user.zone).time(), quiet)


def sort_out(leased):
    """Settle what is late or needless; returns {delivery: wanted slots}, {late deliveries}."""
    slots = list(ReminderSlot.objects.open().filter(delivery__in=leased).select_related("therapy"))
    for slot in slots:
        slot.recipient = leased[slot.delivery_id].recipient
    late = [slot for slot in slots if slot.not_after < leased[slot.delivery_id].now]
    settle(late, ReminderSlot.State.EXPIRED)
    in_time = [slot for slot in slots if slot.not_after >= leased[slot.delivery_id].now]
    needless = reasons(in_time, leased[in_time[0].delivery_id].now) if in_time else {}
    for reason in set(needless.values()):
        theirs = [slot for slot in in_time if needless.get(slot.pk) == reason]
        settle(theirs, ReminderSlot.State.CANCELLED, reason)
        if reason == UNREACHABLE:
            note_unproved(leased[key] for key in {slot.delivery_id for slot in theirs})
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
