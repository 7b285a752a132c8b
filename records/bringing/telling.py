"""What a piece says, as people read it: each answer with its question."""

from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goals.models import EndGoal, Step
from homework.golden_thread.told import labelled


def title(facts):
    """A week without a focus has a name all the same."""
    return facts["title"] or _("A week")


def told(kind, facts):
    pairs = {"goal": of_goal, "skill": of_skill, "week": of_week}[kind](facts)
    return [{"question": question, "answer": answer} for question, answer in pairs if answer]


def of_goal(facts):
    yield _("Why it matters to me"), facts["why"]
    yield _("How I will know I am there"), facts["how_known"]
    steps = [f"{each['title']}{closed(each, Step)}" for each in facts["steps"]]
    yield _("Small steps"), "\n".join(steps)
    yield _("How far along I felt"), "\n".join(felt(each) for each in facts.get("ratings", ()))
    yield _("What became of it"), closed(facts, EndGoal).removeprefix(", ")


def felt(rating):
    words = {"day": day(rating["day"]), "value": rating["value"]}
    return _("%(day)s: %(value)s of 10") % words


def of_skill(facts):
    """What was brought before how-tos were has a name only."""
    yield _("Practised there"), practised(facts)
    yield _("Its homework"), facts.get("homework", "")
    yield _("How to do it"), facts.get("how", "")
    yield _("Smallest version"), facts.get("smallest", "")
    yield _("An example"), facts.get("example", "")
    yield _("Go gently"), facts.get("care", "")


def practised(facts):
    """As often as the file shows: what was private there is not in it."""
    times, last = facts.get("times", 0), facts.get("last_on")
    if not times:
        return ""
    said = ngettext("%(times)s time", "%(times)s times", times) % {"times": times}
    if not last:
        return said
    return _("%(times)s, the last time on %(day)s") % {"times": said, "day": day(last)}


def closed(facts, model):
    return f", {model.Closing(facts['closed_as']).label}" if facts["closed_as"] else ""


def of_week(facts):
    yield _("It began on"), day(facts["starts_on"])
    for homework in facts["homework"]:
        entries = ["\n".join(lines(each)) for each in homework["entries"]]
        # One after the other, each with room around it.
        yield homework["title"], "\n\n".join(entries) or _("Nothing that was shared")


def lines(entry):
    yield ", ".join(filter(None, (day(entry["day"]), entry["state"])))
    for question, answer in entry["said"]:
        yield labelled(question, answer)


def day(iso):
    return date_format(parse_date(iso), "DATE_YEAR") if iso else ""
