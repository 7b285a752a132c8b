"""The week as it is printed: one page for the fridge door."""

from datetime import timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homework.paper.worksheet import on_paper

DAYS = 7


def sheet_of(plan, therapy):
    """What components/sheet.html and pdf/week.typ print for a plan with its assignments."""
    start = plan.starts_on
    days = [start + timedelta(days=number) for number in range(DAYS)]
    following = therapy.sessions.upcoming().first()
    return {
        "title": plan.focus or _("This week"),
        "period": _("%(start)s to %(end)s")
        % {"start": date_format(days[0], "DAY"), "end": date_format(days[-1], "DAY")},
        "works": [work(each, days) for each in plan.assignments.all()],
        "care_label": _("Go gently"),
        "foot": list(foot(therapy, following)),
        "worksheets": [on_paper(each) for each in plan.assignments.all() if each.prompts],
    }


def work(homework, days):
    return {
        "title": homework.title,
        "lines": list(lines(homework)),
        "smallest": smallest(homework.smallest),
        "care": homework.care,
        "days": [date_format(day, "COLUMN_DAY") for day in days],
    }


def lines(homework):
    """When and where, what to do if something comes up, and how much is enough."""
    if homework.cue:
        yield f"{homework.cue[:1].upper()}{homework.cue[1:]}."
    if homework.obstacle and homework.obstacle_plan:
        words = {"obstacle": homework.obstacle, "plan": homework.obstacle_plan.rstrip(".")}
        yield _("If this gets in the way: %(obstacle)s, then: %(plan)s.") % words
    yield f"{homework.how_much}."


def smallest(words):
    if not words:
        return ""
    version = _("Smallest version: %(words)s.") % {"words": words.rstrip(".")}
    return f"{version} {_('It counts as done.')}"


def foot(therapy, session):
    """How to mark a box, when the next hour is, and where to turn to."""
    yield _("Mark a box: ✓ Done, / Partly, – Not today. An empty box says nothing about you.")
    if session:
        yield _("Next time: %(when)s.") % {"when": there(session, therapy)}
    if therapy.crisis_text:
        yield therapy.crisis_text


def there(session, therapy):
    """The next session by the client's own clock."""
    return date_format(session.starts_at.astimezone(therapy.zone), "DAY_TIME")
