"""Put the built-in library into the database; run at every start of a version."""

from dataclasses import asdict

from accounts.wall import every_clinic
from homework.library import en
from homework.library.languages import others
from homework.models import Exercise, Skill
from homework.models.agreed_words import SNAPSHOT

WORDS = (*SNAPSHOT, "rests_on")


def load(language=en):
    """Bring the built-in rows to this version; running it again changes nothing.

    Returns how many exercises there are. A raised version takes the place of the earlier
    one, which stays for the assignments that came from it.
    """
    # They are no clinic's.
    with every_clinic():
        return load_all(language)


def load_all(language):
    read = others()
    skills = {skill.key: load_skill(skill, read) for skill in language.SKILLS}
    newest = {e.key: e for e in Exercise.objects.filter(clinic=None, replaced_at=None)}
    for exercise in language.EXERCISES:
        words = columns(exercise) | {"wordings": wordings(exercise.key, read)}
        place(exercise, skills[exercise.skill], newest.get(exercise.key), words)
    return len(language.EXERCISES)


def load_skill(skill, read):
    wordings = {
        language: named(same)
        for language, books in read.items()
        for same in books.SKILLS
        if same.key == skill.key
    }
    words = {**named(skill), "wordings": wordings}
    return Skill.objects.update_or_create(clinic=None, key=skill.key, defaults=words)[0]


def named(skill):
    return {"name": skill.title, "description": skill.summary}


def wordings(key, read):
    """What this exercise says in the other languages."""
    return {
        language: {name: columns(same)[name] for name in WORDS}
        for language, books in read.items()
        for same in books.EXERCISES
        if same.key == key
    }


def place(exercise, skill, newest, words):
    """Write one exercise: anew, over the same version, or in place of an older one."""
    if newest is None:
        Exercise.objects.create(skill=skill, version=exercise.version, **words)
    elif newest.version < exercise.version:
        newest.revise(skill=skill, **words)
    elif newest.version == exercise.version:
        reword(newest, skill=skill, **words)


def reword(row, **words):
    changed = [name for name, value in words.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, words[name])
    if changed:
        row.save(update_fields=changed)


def columns(exercise):
    """A built-in exercise in the words of the table."""
    return {
        "key": exercise.key,
        "title": exercise.title,
        "why": exercise.why,
        "how": "\n".join(exercise.how),
        "example": exercise.example,
        "smallest": exercise.smallest,
        "care": exercise.care,
        "rests_on": exercise.rests_on,
        "level": exercise.level,
        "prompts": [asdict(prompt) for prompt in exercise.prompts],
        "rating_label": exercise.rating,
        "usual_count": exercise.target,
    }
