"""Whether a slot is still wanted, asked right before it is sent."""

from datetime import timedelta

from django.utils import timezone

from homework.models import Assignment, PracticeEntry
from homework.practice_day import practice_date
from reminders.models import ReminderSlot


def why_not(recipient, slot, now=None) -> str:
    """Empty when the reminder may go; otherwise the reason it is cancelled with."""
    now = now or timezone.now()
    return _person(recipient, now) or _therapy(recipient, slot) or _work(slot) or _day(slot)


def _person(recipient, now):
    user = recipient.user
    today = practice_date(now, user.zone)
    if not user.is_active:
        return "deactivated"
    if user.others_see_phone:
        return "phone-seen"
    if not recipient.by_mail:
        return "stopped"
    if recipient.paused_until and today < recipient.paused_until:
        return "paused"
    if not user.may_be_mailed:
        return "address-unproven"
    return ""


def _therapy(recipient, slot):
    therapy = slot.therapy
    if therapy.client_id != recipient.user_id:
        return "somebody-else"
    return "" if therapy.state == "active" else f"therapy-{therapy.state}"


def _work(slot):
    assignment = slot.assignment
    if assignment.state != "agreed":
        return f"plan-{assignment.state}"
    entries = PracticeEntry.objects.standing().filter(assignment=assignment)
    if entries.filter(practice_date=slot.practice_date).exists():
        return "logged"
    return "done" if _target_reached(assignment, entries.practised(), slot.practice_date) else ""


def _target_reached(assignment, practised, day):
    """A count is per 7 days from the plan's first day; a by-date target is met once."""
    if assignment.target_kind == Assignment.Target.WEEKDAYS:
        return False
    start = assignment.plan.starts_on
    if assignment.target_kind == Assignment.Target.COUNT:
        start += timedelta(days=(day - start).days // 7 * 7)
    return practised.filter(practice_date__gte=start).count() >= assignment.planned_a_week


def _day(slot):
    """One message a person and practice date, whatever clinics they are with.

    The claim takes nothing of a day on which a message is under way: nobody sends meanwhile.
    """
    of_day = ReminderSlot.objects.filter(
        recipient__user=slot.recipient.user_id, practice_date=slot.practice_date
    )
    return "cap" if of_day.filter(state=ReminderSlot.State.SENT).exists() else ""
