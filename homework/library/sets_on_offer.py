"""The starting sets that somebody can give: their own, their clinics', and the built-in ones."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from homework.library.sets import SETS
from homework.models import Exercise, StartingSet


@dataclass(frozen=True)
class SetOnOffer:
    """`exercises` are those that the library offers now; `gone` says how many it does not:
    what somebody has taken back is not theirs to read about."""

    key: str
    whose: str
    title: Any
    summary: Any
    exercises: list
    gone: int = 0


def sets_for(user):
    """In three groups: one's own, the clinics', and those that came with Midweek."""
    read = Exercise.objects.offered_to(user).read_in(get_language())
    offered = {each.code: each for each in read}
    made = StartingSet.objects.offered_to(user).prefetch_related("members__exercise")
    found = [of_people(each, offered) for each in made]
    found.sort(key=lambda each: each.whose != "own")
    return [*found, *built_in(offered)]


def of_people(made, offered):
    members = [member.exercise for member in made.members.all()]
    there = [offered[each.code] for each in members if each.code in offered]
    gone = len(members) - len(there)
    return SetOnOffer(str(made.pk), made.whose, made.title, made.summary, there, gone)


def built_in(offered):
    for each in SETS:
        there = [offered[code] for code in each.codes if code in offered]
        yield SetOnOffer(each.key, "built_in", each.title, each.summary, there)
