"""The practice itself: an entry for each moment, with what was said to it later."""

from datetime import timedelta

from homework.demo.moments import moments
from homework.models import EarlierWording, EntryFeedback, PracticeEntry
from homework.models.earlier_wording import WORDS
from homework.practice_day import practice_date

# How long it takes until a therapist reads an entry.
READING_MINUTES = (180, 800)
UNREAD_DAYS = timedelta(days=6)


def write_practice(t):
    for homework in t.story.homework:
        barriers = homework.barriers.split()
        entries = [
            write_entry(t, homework, moment, barriers[nth % len(barriers)])
            for nth, moment in enumerate(moments(t, homework))
        ]
        correct_one(t, homework, entries)
        for beginning, text in homework.replies:
            answer(t, entries, beginning, text)


def write_entry(t, homework, moment, barrier):
    received_at = received(t, moment)
    opened_at = opened(t, moment, received_at)
    row = t.add(
        PracticeEntry,
        therapy_id=t.therapy.pk,
        assignment_id=t.assignments[t.running(moment.week)][homework.title].pk,
        device_id=t.rows.new_id(),
        by_id=t.writer.pk,
        state=moment.state,
        smallest=moment.smallest,
        done_at=moment.at,
        zone=t.diary.zone.key,
        received_at=received_at,
        practice_date=practice_date(moment.at, t.diary.zone),
        private=moment.private,
        obstacle="" if moment.practised else barrier,
        note=moment.note,
        answers=moment.answers,
        has_words=bool(moment.note or moment.answers),
        opened_at=opened_at,
        heard_at=opened_at,
        opened_by_id=t.lead(moment.week).pk if opened_at else None,
        **surroundings(t, homework, moment),
        **ratings(t, homework, moment),
    )
    t.audit(t.writer, "practice.logged", row, received_at, state=row.state)
    return row


def received(t, moment):
    """Soon after; now and then the next morning; on paper, in the next session."""
    if t.client is None:
        week = t.following(t.running(moment.week))
        return t.sessions[week].starts_at if t.is_over(week) else t.now - timedelta(minutes=5)
    late = t.dice.random() < 0.07
    at = moment.at + timedelta(minutes=t.dice.randint(1, 9) + 690 * late)
    return min(at, t.now - timedelta(minutes=5))


def opened(t, moment, received_at):
    """When the therapist read it: hours later, today's not yet; on paper at once."""
    if t.client is None:
        return received_at
    fresh = not t.story.opened and t.now - received_at < UNREAD_DAYS
    if moment.private or fresh or received_at >= t.diary.today_at("00:00"):
        return None
    read_at = received_at + timedelta(minutes=t.dice.randint(*READING_MINUTES))
    return min(read_at, t.now - timedelta(minutes=4))


def surroundings(t, homework, moment):
    """Where and with whom, left out now and then, and where a note already tells of it."""
    if not moment.practised:
        return {}
    where = told(t, homework.places, moment, 0.75)
    return {"where": where, "with_whom": told(t, homework.company, moment, 0.6)}


def told(t, choices, moment, likely):
    choices = choices.split("|")
    chosen, said = t.dice.choice(choices), t.dice.random() < likely
    return chosen if said and (len(choices) == 1 or not moment.note) else ""


def ratings(t, homework, moment):
    if not moment.practised:
        return {}
    said = {}
    if t.dice.random() < 0.4:
        said["difficulty"] = min(max(round(3 - 2 * moment.share + t.dice.gauss(0, 0.7)), 0), 4)
        said["helped"] = found_useful(said["difficulty"], moment)
    if homework.before and t.dice.random() < 0.85:
        said["before"] = between(t, homework.before, moment)
        said["after"] = between(t, homework.after_rating, moment)
    return said


def found_useful(difficulty, moment):
    """Said by those who said how hard it was: what is hard helps less, and more with practice."""
    ease = 4 - difficulty + 2 * moment.share + moment.smallest
    return "a_lot" if ease >= 3.5 else "a_little" if ease >= 2 else "not_really"


def between(t, ends, moment):
    """From the first number to the last as the weeks go by, with good and bad days."""
    first, last = ends
    value = first + (last - first) * moment.share + t.dice.choice((-1, 0, 0, 0, 1))
    return min(max(round(value), 0), 10)


def correct_one(t, homework, entries):
    """An entry that was put differently the next day; what it said first is kept."""
    wordless = [row for row in entries if row.state == "done" and not row.note and not row.private]
    if homework.corrected and wordless:
        row, (first, second) = wordless[0], homework.corrected
        words = {name: getattr(row, name) for name in WORDS} | {"note": first}
        row.note, row.has_words = second, True
        row.corrected_at = row.received_at + timedelta(hours=16)
        facts = {"was_private": False, "by": t.writer, "replaced_at": row.corrected_at}
        t.add(EarlierWording, entry=row, words=words, **facts)
        t.audit(t.writer, "practice.corrected", row, row.corrected_at, fields=["note"])


def answer(t, entries, beginning, text):
    """The therapist's few words on one entry, between two sessions."""
    row = next((row for row in entries if row.note.startswith(beginning)), None)
    if row is None or row.opened_at is None:
        return
    at = row.opened_at + timedelta(minutes=3)
    read_at = at + timedelta(hours=9)
    facts = {"by_id": row.opened_by_id, "at": at, "read_at": read_at if read_at < t.now else None}
    feedback = t.add(EntryFeedback, therapy=t.therapy, entry=row, text=text, **facts)
    t.audit(t.lead(), "feedback.given", feedback, at)
