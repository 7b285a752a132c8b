"""Whatever a client may write goes out in their copy and comes in elsewhere, equal, and once."""

import json
import uuid
from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from goals.models import EndGoal, GoalRating
from homework.models import Assignment, PracticeEntry, Skill, WeekPlan
from homework.said import said
from records.bringing.reading import pieces_in
from records.bringing.writing import bring
from records.models import Brought
from records.reader import record_of
from records.reading import therapies_of
from records.writers.data import in_json
from tests import cast as casting

pytestmark = pytest.mark.django_db

LETTERS = st.characters(codec="utf-8", exclude_characters="\0")
ODD = [
    "",
    " ",
    "=1+1",
    "<script>&amp;",
    "\u202eleft\u202c",
    "é e\u0301",
    "👩‍👩‍👧 🏳️‍🌈",
    "\ufeff\u200b",
    "\r\n\t\x1b\x7f",
    "\U0010ffff",
    "עברית",
]


def words(longest):
    """Some, none, odd, and as many as there may be."""
    full = st.sampled_from(["x" * longest, "ß" * longest, "\U0001f68c" * longest])
    odd = st.sampled_from([each for each in ODD if len(each) <= longest])
    return st.one_of(st.text(LETTERS, max_size=min(longest, 30)), odd, full)


def titles(longest):
    return words(longest).filter(str.strip)


DAYS = st.dates(date(2020, 1, 1), date(2026, 11, 1))
RATINGS = st.dictionaries(DAYS, st.integers(0, 10), max_size=4)
STEPS = st.lists(st.tuples(titles(200), st.sampled_from(["", "done", "let_go"])), max_size=4)
GOAL = st.fixed_dictionaries(
    {
        "title": titles(200),
        "why": words(1000),
        "how_known": words(1000),
        "closed_as": st.sampled_from(["", "reached", "let_go"]),
        "steps": STEPS,
        "ratings": RATINGS,
    }
)
WALK = {
    "title": "Walk",
    "why": "",
    "how_known": "",
    "closed_as": "",
    "steps": [("To the gate", "done")],
    "ratings": {},
}
KINDS = st.sampled_from(["text", "short", "number", "choices"])
CHOICES = ["Alone", "With others", "Elsewhere"]
PROMPT = st.fixed_dictionaries(
    {"key": st.from_regex("[a-z]{1,8}", fullmatch=True), "question": titles(200), "kind": KINDS}
)
SHEET = st.lists(PROMPT, max_size=3, unique_by=lambda prompt: prompt["key"])
NUMBER = st.none() | st.integers(0, 10)
ANSWER = st.fixed_dictionaries(
    {
        "text": words(2000),
        "short": words(200),
        "number": st.integers(0, 10),
        "choices": st.lists(st.sampled_from(CHOICES), unique=True),
    }
)
ENTRY = st.fixed_dictionaries(
    {
        "state": st.sampled_from(PracticeEntry.State.values),
        "private": st.booleans(),
        "withdrawn": st.booleans(),
        "day": DAYS,
        "note": words(4000),
        "where": words(100),
        "with_whom": words(100),
        "before": NUMBER,
        "after": NUMBER,
        "difficulty": st.none() | st.integers(0, 4),
        "helped": st.sampled_from(["", *PracticeEntry.Helped.values]),
        "obstacle": st.sampled_from(["", *PracticeEntry.Obstacle.values]),
        "obstacle_words": words(300),
        # One for each question there may be, for whatever kind it is.
        "answers": st.lists(ANSWER, min_size=3, max_size=3),
    }
)
HOMEWORK = st.fixed_dictionaries(
    {
        "title": titles(200),
        "skill": st.none() | titles(120),
        "how": words(4000),
        "smallest": words(300),
        "example": words(2000),
        "care": words(600),
        "prompts": SHEET,
        "entries": st.lists(ENTRY, max_size=3),
    }
)
WEEK = st.fixed_dictionaries(
    {"focus": words(300), "homework": st.lists(HOMEWORK, min_size=1, max_size=2)}
)


def write_goal(therapy, told, by):
    names = ("title", "why", "how_known")
    goal = EndGoal.name(therapy, **{name: told[name] for name in names}, by=by)
    for title, end in told["steps"]:
        step = goal.add_step(title, by=by, together=True)
        if end:
            step.close(end, by=by)
    for day, value in told["ratings"].items():
        GoalRating.objects.rate(goal, value, on=day, by=by)
    if told["closed_as"]:
        goal.close(told["closed_as"], by=by)


def write_week(therapy, told, by):
    plan = WeekPlan.prepare(therapy, by=by)
    plan.focus = told["focus"]
    plan.save(update_fields=["focus"])
    homework = [write_homework(plan, each, place) for place, each in enumerate(told["homework"])]
    plan.agree(by=by)
    for row, each in zip(homework, told["homework"], strict=True):
        for entry in each["entries"]:
            write_entry(row, entry, therapy.client)


def write_homework(plan, told, place):
    names = ("title", "how", "smallest", "example", "care")
    prompts = [
        prompt | ({"choices": CHOICES} if prompt["kind"] == "choices" else {})
        for prompt in told["prompts"]
    ]
    skill = (
        told["skill"]
        and Skill.objects.get_or_create(name=told["skill"], defaults={"key": str(uuid.uuid4())})[0]
    )
    return Assignment.objects.create(
        clinic=plan.clinic,
        therapy=plan.therapy,
        plan=plan,
        position=place,
        target_count=3,
        skill=skill,
        prompts=prompts,
        **{name: told[name] for name in names},
    )


def write_entry(homework, told, by):
    facts = {name: told[name] for name in told if name not in ("day", "withdrawn", "answers")}
    sheet = zip(homework.prompts, told["answers"], strict=False)
    facts["answers"] = {prompt["key"]: answer[prompt["kind"]] for prompt, answer in sheet}
    noon = datetime.combine(told["day"], datetime.min.time(), UTC) + timedelta(hours=12)
    entry, _made = PracticeEntry.log(
        homework, device_id=uuid.uuid4(), done_at=noon, zone="Europe/London", by=by, **facts
    )
    if told["withdrawn"]:
        entry.withdraw(by=by)


# --- what should have come ---


def goal_told(told):
    return {
        "title": told["title"],
        "why": told["why"],
        "how_known": told["how_known"],
        "closed_as": told["closed_as"],
        "steps": [{"title": title, "closed_as": end} for title, end in told["steps"]],
        "ratings": [
            {"day": day.isoformat(), "value": value}
            for day, value in sorted(told["ratings"].items())
        ],
    }


def shared(told):
    return sorted(
        (each for each in told["entries"] if not each["private"] and not each["withdrawn"]),
        key=lambda each: each["day"],
    )


def week_told(told):
    return (
        told["focus"],
        [
            (
                each["title"],
                each["skill"] or "",
                [(entry["day"].isoformat(), entry["state"]) for entry in shared(each)],
            )
            for each in told["homework"]
        ],
    )


def week_came(facts):
    code = {str(state.label): state.value for state in PracticeEntry.State}
    return (
        facts["title"],
        [
            (
                each["title"],
                each["skill"],
                [(entry["day"], code[entry["state"]]) for entry in each["entries"]],
            )
            for each in facts["homework"]
        ],
    )


def skills_told(weeks):
    found = {}
    for each in (homework for week in weeks for homework in week["homework"]):
        if each["skill"]:
            before = found.get(each["skill"], {"times": 0, "last_on": ""})
            days = [e["day"].isoformat() for e in shared(each) if e["state"] != "not_today"]
            found[each["skill"]] = {
                "title": each["skill"],
                "homework": each["title"],
                **{name: each[name] for name in ("how", "smallest", "example", "care")},
                "times": before["times"] + len(days),
                "last_on": max([before["last_on"], *days]),
            }
    return found


def answers_of(therapy):
    """Each shared entry as its page says it, in the order of the copy."""
    rows = PracticeEntry.objects.filter(therapy=therapy, private=False, withdrawn_at=None)
    return sorted(
        sorted([list(pair) for pair in said(row, row.assignment)])
        for row in rows.select_related("assignment")
    )


def came(therapy, kind):
    return [row.facts for row in therapy.brought.order_by("at", "pk") if row.kind == kind]


def goals_here(therapy):
    names = ("title", "why", "how_known", "closed_as")
    return [
        {name: getattr(goal, name) for name in names}
        | {"steps": [(s.title, s.closed_as) for s in goal.steps.order_by("position")]}
        for goal in therapy.goals.order_by("position", "created_at")
    ]


def first_of_each_title(goals):
    """Of goals with one title, the first becomes a goal; the others are kept to be read."""
    titles = [goal["title"] for goal in goals]
    return [goal for place, goal in enumerate(goals) if goal["title"] not in titles[:place]]


def copy_of(therapy):
    mine = [each for each in therapies_of(therapy.client) if each.pk == therapy.pk]
    return in_json(record_of(therapy.client, mine))


def brought_on(content, before):
    """From there to a third clinic: as it was in the first, with whom it was said there."""
    lead = casting.person("lena")
    after = casting.therapy(casting.clinic("Third"), lead, before.client)
    bring(after, pieces_in(content), by=before.client)

    here = [goal_told(goal | {"ratings": {}}) for goal in goals_here(before)]
    assert came(after, "goal") == here + came(before, "goal")
    assert goals_here(after) == first_of_each_title(goals_here(before))
    for kind in ("skill", "week"):
        assert came(after, kind) == came(before, kind), kind
    origins = {row.origin for row in after.brought.all()}
    assert "Tess, Harbour" in origins and origins <= {"Tess, Harbour", "Zoe, Meadow"}
    rows = Brought.objects.count(), EndGoal.objects.count()
    bring(after, pieces_in(content), by=before.client)
    assert (Brought.objects.count(), EndGoal.objects.count()) == rows


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@example(goals=[WALK, WALK], weeks=[])
@given(goals=st.lists(GOAL, max_size=2), weeks=st.lists(WEEK, min_size=1, max_size=2))
def test_what_goes_out_comes_in_equal_and_twice_brought_makes_no_double(goals, weeks):
    with transaction.atomic():
        here, there = casting.clinic("Harbour"), casting.clinic("Meadow")
        tess, zoe, cleo = (casting.person(name) for name in ("tess", "zoe", "cleo"))
        before = casting.therapy(here, tess, cleo)
        for told in goals:
            write_goal(before, told, by=cleo)
        for told in weeks:
            write_week(before, told, by=tess)
        content = in_json(record_of(cleo, therapies_of(cleo)))
        after = casting.therapy(there, zoe, cleo)
        bring(after, pieces_in(content), by=cleo)

        assert came(after, "goal") == [goal_told(each) for each in goals]
        assert [week_came(each) for each in came(after, "week")] == list(map(week_told, weeks))
        assert {
            each["title"]: {**each, "last_on": each["last_on"] or ""}
            for each in came(after, "skill")
        } == skills_told(weeks)
        entries = [
            sorted(entry["said"])
            for week in came(after, "week")
            for homework in week["homework"]
            for entry in homework["entries"]
        ]
        assert sorted(entries) == answers_of(before)
        assert goals_here(after) == first_of_each_title(goals_here(before))

        rows = Brought.objects.count(), EndGoal.objects.count()
        bring(after, pieces_in(content), by=cleo)
        assert (Brought.objects.count(), EndGoal.objects.count()) == rows

        # What is brought is in the copy of the place it was brought to.
        content = copy_of(after)
        (copied,) = json.loads(content)["therapies"]
        assert [each["said"] for each in copied["brought"]] == [
            row.told for row in after.brought.order_by("at", "pk")
        ]
        # With both in one file, nothing is offered twice.
        both = in_json(record_of(cleo, therapies_of(cleo)))
        kinds = Counter(piece.kind for piece in pieces_in(both))
        assert kinds["week"] == len(weeks) and kinds["skill"] == len(skills_told(weeks))
        assert kinds["goal"] == len(goals) + len(goals_here(after))
        brought_on(content, after)
        transaction.set_rollback(True)
