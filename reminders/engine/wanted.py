"""Whether slots are still wanted, asked of a set of them right before it is sent."""

from collections import defaultdict
from itertools import chain

from django.db.models import Count

from homework.practice_day import practice_date
from reminders.channels import FALLBACK, channel
from reminders.kinds import KINDS
from reminders.models import ReminderSlot

UNREACHABLE = "unreachable"


def reasons(slots, now) -> dict:
    """{slot.pk: why it must not go}; the first reason counts."""
    people = {recipient: about_person(recipient, now) for recipient in {s.recipient for s in slots}}
    found = {slot.pk: people[slot.recipient] or about_slot(slot) for slot in slots}
    found = {pk: reason for pk, reason in found.items() if reason}
    for ask in (about_the_work, unreachable, beyond_the_cap):
        left = [slot for slot in slots if slot.pk not in found]
        found |= ask(left, now)
    return found


def about_person(recipient, now):
    user = recipient.user
    if not user.is_active:
        return "deactivated"
    if user.others_see_phone:
        return "phone-seen"
    if not recipient.is_on:
        return "stopped"
    if recipient.paused_until and practice_date(now, user.zone) < recipient.paused_until:
        return "paused"
    return ""


def about_slot(slot):
    """Its kind was switched off since it was planned, or the therapy is not what it was."""
    therapy = slot.therapy
    if not slot.recipient.wants(KINDS[slot.kind]):
        return "stopped"
    if therapy is None:
        return ""
    if therapy.client_id != slot.recipient.user_id:
        return "somebody-else"
    return "" if therapy.state == "active" else f"therapy-{therapy.state}"


def about_the_work(slots, now):
    """Each kind knows its own tables."""
    by_kind = defaultdict(list)
    for slot in slots:
        by_kind[slot.kind].append(slot)
    asked = (KINDS[kind].why_not(theirs, now).items() for kind, theirs in by_kind.items())
    return dict(chain.from_iterable(asked))


def unreachable(slots, now):
    """No way to the person; a channel with a fallback says so itself when it is tried."""
    last_ways = {slot.channel for slot in slots} - FALLBACK.keys()
    found = {}
    for name in last_ways:
        going = [slot for slot in slots if slot.channel == name]
        reached = channel(name).reachable({slot.recipient.user_id for slot in going})
        found |= {s.pk: UNREACHABLE for s in going if s.recipient.user_id not in reached}
    return found


def beyond_the_cap(slots, now):
    """As many messages as agreed went out to this person on that date, from any clinic.

    The claim takes nothing of a day on which one is under way: nobody sends meanwhile.
    """
    capped = [slot for slot in slots if KINDS[slot.kind].is_capped]
    if not capped:
        return {}
    gone = ReminderSlot.objects.filter(
        state=ReminderSlot.State.SENT,
        kind__in={slot.kind for slot in capped},
        recipient__user__in={slot.recipient.user_id for slot in capped},
        practice_date__in={slot.practice_date for slot in capped},
    )
    days = gone.values_list("recipient__user", "practice_date").order_by()
    sent = {
        (who, day): count for who, day, count in days.annotate(Count("delivery", distinct=True))
    }
    return {
        slot.pk: "cap"
        for slot in capped
        if sent.get((slot.recipient.user_id, slot.practice_date), 0) >= slot.recipient.a_day
    }
