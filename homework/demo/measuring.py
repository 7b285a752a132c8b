"""Who answers flags, and the questionnaires that a story's client has answered."""

from datetime import timedelta

from homework.measures import measure
from homework.models import FlagDuty, GivenMeasure, MeasureResult

MINUTES = timedelta(minutes=1)
# The evening before a session: nothing else is told of it.
BEFORE = timedelta(hours=20)


def name_answerers(people):
    """Ben is the deputy, and Ana stands in for his own clients."""
    staff = people.staff
    people.rows.add(
        FlagDuty,
        clinic=people.houses["riverside"],
        deputy=staff["ben"],
        second=staff["ana"],
        within_hours=FlagDuty.Within.DAY,
        named_by=staff["admin"],
        named_at=people.now - timedelta(days=300),
    )


def write_measures(t):
    for told in t.story.measures:
        given_at = t.later(t.diary.session(1), 40)
        last, _said = told.answers[-1]
        given = t.add(
            GivenMeasure,
            therapy=t.therapy,
            measure=told.measure,
            every_weeks=told.every_weeks,
            given_by=t.lead(1),
            given_at=given_at,
            due_on=t.diary.day_of(moment(t, last)) + timedelta(weeks=told.every_weeks),
        )
        t.audit(t.lead(1), "measure.given", given, given_at, measure=told.measure)
        for week, said in told.answers:
            write_result(t, given, week, said)


def moment(t, week):
    """The evening before the session that follows a week."""
    return t.later(t.diary.session(week) - BEFORE, 10)


def write_result(t, given, week, said):
    asked, at = measure(given.measure), moment(t, week)
    answers = {
        item.key: None if digit == "." else int(digit)
        for item, digit in zip(asked.items(), said, strict=True)
    }
    row = t.add(
        MeasureResult,
        therapy=t.therapy,
        given=given,
        device_id=t.rows.new_id(),
        measure=asked.key,
        version=asked.version,
        language=t.client.language.split("-")[0],
        answers=answers,
        score=asked.score(answers),
        by=t.client,
        done_at=at,
        zone=t.diary.zone.key,
        practice_date=t.diary.day_of(at),
        received_at=at + MINUTES,
        read_at=t.diary.session(week),
        read_by=t.lead(week),
    )
    t.audit(t.client, "measure.answered", row, at + MINUTES, measure=asked.key)
