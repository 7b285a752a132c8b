"""The whole demo: people first, then one story after the other, then what follows from them."""

from django.db import transaction

from accounts.models import Therapy
from accounts.models import therapy as therapies
from homework import library
from homework.attention import AT_ONCE
from homework.demo.answering import write_reports, write_reviews
from homework.demo.cast import HOUSES, WORKERS
from homework.demo.climbing import write_goals
from homework.demo.diary import Diary
from homework.demo.measuring import name_answerers, write_measures
from homework.demo.opening import write_therapy
from homework.demo.people import People
from homework.demo.planning import write_plans, write_sessions
from homework.demo.practising import write_practice
from homework.demo.proposing import write_proposals
from homework.demo.rows import Rows
from homework.demo.stories import STORIES
from homework.demo.telling import Telling
from homework.models import Attention, Exercise, Skill


@transaction.atomic
def seed(now):
    """Write the demo as it looks from `now`; returns the rows, counted and sealed."""
    library.load()
    rows = Rows("midweek demo")
    people = People(rows, now, HOUSES, WORKERS)
    people.leave_for_a_while()
    people.invite_colleague()
    name_answerers(people)
    exercises = library_rows()
    told = [tell(story, people, exercises).therapy for story in STORIES]
    rows.write()
    follow_up(told)
    return rows


def library_rows():
    """The built-in exercises by key, and under "skills" the skills by theirs."""
    found = {
        e.key: e for e in Exercise.objects.filter(clinic=None).current().select_related("skill")
    }
    return {**found, "skills": {skill.key: skill for skill in Skill.objects.filter(clinic=None)}}


def tell(story, people, exercises):
    """Turn one story into rows of `people.rows`."""
    house = people.houses[story.clinic]
    t = Telling(
        story=story,
        rows=people.rows,
        diary=Diary(story, house.time_zone, people.now),
        clinic=house,
        staff=people.staff,
        exercises=exercises,
        client=people.client(story),
    )
    write_therapy(t)
    if story.state != "invited":
        for write in (write_goals, write_sessions, write_plans, write_reports, write_reviews):
            write(t)
        write_practice(t)
        write_measures(t)
        write_proposals(t)
    return t


def follow_up(told):
    """What verbs would have set off: reminders are planned, the caseload knows whom to show."""
    told = list(told)
    for therapy in told:
        if therapy.state in ("active", "paused"):
            therapies.therapy_accepted.send(Therapy, therapy=therapy, by=therapy.client)
    for first in range(0, len(told), AT_ONCE):
        Attention.refresh(told[first : first + AT_ONCE])
