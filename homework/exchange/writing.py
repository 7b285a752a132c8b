"""Exercises and starting sets in the words of the file. What is empty is left out."""

import json

from homework.exchange import FORMAT, VERSION


def in_json(exercises, sets=()):
    file = {"format": FORMAT, "version": VERSION, "exercises": [written(e) for e in exercises]}
    if sets:
        file["sets"] = [written_set(each) for each in sets]
    return json.dumps(file, ensure_ascii=False, indent=2) + "\n"


def written(exercise):
    said = {
        "title": exercise.title,
        "skill": exercise.skill.name,
        "level": exercise.level and exercise.Level(exercise.level).name.lower(),
        "why": exercise.why,
        "how": exercise.how_steps,
        "example": exercise.example,
        "smallest": exercise.smallest,
        "care": exercise.care,
        "rests_on": exercise.rests_on,
        "rating": exercise.rating_label,
        "usual_times": exercise.usual_count,
        "questions": exercise.prompts,
        "links": [{"title": each.title, "url": each.url} for each in exercise.resources.all()],
    }
    return without_empty(said)


def written_set(made):
    """It names its exercises by their titles."""
    titles = [each.title for each in made.exercises]
    return without_empty({"title": made.title, "summary": made.summary, "exercises": titles})


def without_empty(said):
    return {name: value for name, value in said.items() if value not in ("", None, [])}
