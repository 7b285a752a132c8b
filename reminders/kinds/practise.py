"""Practise: at the agreed or one's own time on each day that the homework is meant for."""

from datetime import time, timedelta

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from homework.models import Assignment, PracticeEntry
from homework.today import today_with
from reminders.kinds.ahead import Ahead
from reminders.kinds.base import Kind, the_one


def telling(assignment):
    """The plan in one line, for who asked for it: after what, when and where, and what."""
    return ": ".join(part for part in (assignment.cue, assignment.title) if part)


def moments_of(homework, recipient, day) -> list[time]:
    """When messages about this homework are due on a day like this one, by the person's clock."""
    times = {recipient.time_of(assignment) for assignment in homework}
    moments = {Ahead.at_time(recipient, day, at) for at in times}
    return [moment.astimezone(recipient.user.zone).time() for moment in sorted(moments)]


def is_practice_day(assignment, day):
    if assignment.target_kind == Assignment.Target.WEEKDAYS:
        return day.weekday() in assignment.weekdays
    if assignment.target_kind == Assignment.Target.BY_DATE:
        return day <= assignment.target_date
    return True


class Practise(Kind):
    name = "practise"
    label: str | Promise = _("My homework")
    is_capped = True

    def lay_out(self, ahead):
        running = Assignment.objects.running().filter(therapy__in=ahead.therapies)
        for assignment in running.only(*PLANNED_BY):
            recipient = ahead.for_whom(self, assignment.therapy_id)
            if recipient is None:
                continue
            at = recipient.time_of(assignment)
            for day in ahead.days(recipient):
                if recipient.wants_on(day) and is_practice_day(assignment, day):
                    yield ahead.slot(
                        self,
                        recipient,
                        about=assignment.pk,
                        therapy_id=assignment.therapy_id,
                        day=day,
                        due_at=ahead.at_time(recipient, day, at),
                    )

    def why_not(self, slots, now):
        about = {slot.about for slot in slots}
        found = Assignment.objects.filter(pk__in=about).select_related("plan").only(*DECIDED_BY)
        assignments = {assignment.pk: assignment for assignment in found}
        days = practised_days(about)
        asked = ((slot, assignments.get(slot.about), days.get(slot.about, ())) for slot in slots)
        reasons = ((slot.pk, needless(slot.practice_date, *facts)) for slot, *facts in asked)
        return {pk: reason for pk, reason in reasons if reason}

    def lines(self, slots):
        found = Assignment.objects.filter(pk__in=[slot.about for slot in slots])
        return [telling(each) for each in found]

    def path(self, slots):
        """Today, with the one homework it is about to the fore: Done is one press there."""
        homework = the_one(slot.about for slot in slots)
        return today_with(homework) if homework else super().path(slots)

    def later(self, slots):
        homework = the_one(slot.about for slot in slots)
        return reverse("remind-later", args=[homework]) if homework else ""


PLANNED_BY = (
    "clinic", "therapy", "remind_at", "target_kind", "target_weekdays", "target_date",
)  # fmt: skip
DECIDED_BY = (
    "clinic", "target_kind", "target_count", "target_weekdays", "target_date", "withdrawn_at",
    "plan__clinic", "plan__proposed_at", "plan__agreed_at", "plan__closed_at", "plan__starts_on",
)  # fmt: skip


def practised_days(assignments):
    """{assignment: [(practice date, whether it was practised), …]} of what stands."""
    entries = PracticeEntry.objects.standing().filter(assignment__in=assignments)
    days = {}
    for assignment, day, state in entries.values_list("assignment", "practice_date", "state"):
        days.setdefault(assignment, []).append((day, state != PracticeEntry.State.NOT_TODAY))
    return days


def needless(day, assignment, days):
    """Why this homework needs no reminder on this day; empty when it does."""
    if assignment is None:
        return "gone"
    if assignment.state == "withdrawn":
        return "withdrawn"
    if assignment.state != "agreed":
        return f"plan-{assignment.state}"
    if any(on == day for on, _practised in days):
        return "logged"
    return "done" if target_reached(assignment, days, day) else ""


def target_reached(assignment, days, day):
    """A count is per 7 days from the plan's first day; a by-date target is met once."""
    if assignment.target_kind == Assignment.Target.WEEKDAYS:
        return False
    start = assignment.plan.starts_on
    if assignment.target_kind == Assignment.Target.COUNT:
        start += timedelta(days=(day - start).days // 7 * 7)
    return sum(practised and on >= start for on, practised in days) >= assignment.planned_a_week
