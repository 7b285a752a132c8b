"""What was brought along, as a file says it to a program: so that it can be brought on from there,
to a third clinic, as it was in the first.

A goal is told as in `goals`, a week as in `plans` (docs/export.md).
"""

from goals.models import EndGoal, Step


def piece_of(brought):
    return {"goal": as_goal, "skill": as_skill, "week": as_week}[brought.kind](brought.facts)


def as_goal(facts):
    ratings = facts.get("ratings", ())
    return {
        **{name: facts[name] for name in ("title", "why", "how_known")},
        "closed_as": choice(facts["closed_as"], EndGoal),
        "steps": [
            {"title": step["title"], "closed_as": choice(step["closed_as"], Step)}
            for step in facts["steps"]
        ],
        "ratings": [{"rated_on": each["day"], "value": each["value"]} for each in ratings],
    }


def as_skill(facts):
    """What was brought before how-tos were has a name only."""
    return {"times": 0, "last_on": None} | facts


def as_week(facts):
    told = {"focus": facts["title"], "starts_on": facts["starts_on"]}
    return told | {"homework": [as_homework(each) for each in facts["homework"]]}


def as_homework(facts):
    told = {"title": facts["title"], "skill": facts["skill"] or None}
    return told | {"entries": [as_entry(each) for each in facts["entries"]]}


def as_entry(facts):
    """How it went is known in words only: those of the language it was brought in."""
    said = [{"question": question, "answer": answer} for question, answer in facts["said"]]
    state = {"code": None, "words": facts["state"]}
    return {"state": state, "practice_date": facts["day"], "said": said}


def choice(code, model):
    return {"code": code, "words": str(model.Closing(code).label)} if code else None
