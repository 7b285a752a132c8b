"""Where the letters of a homework's weeks fall in time, and which words fall to them."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
STATES = {"d": "done", "s": "done", "2": "done", "p": "partly", "n": "not_today"}
TWICE = "2"


@dataclass
class Moment:
    """One practice. `share` says how far along its homework it is, from 0 to 1."""

    letter: str
    week: int
    at: datetime
    share: float = 0.0
    note: str = ""
    answers: dict = field(default_factory=dict)

    @property
    def state(self):
        return STATES[self.letter.lower()]

    @property
    def practised(self):
        return self.state != "not_today"

    @property
    def private(self):
        return self.letter.islower()

    @property
    def smallest(self):
        return self.letter in "Ss"


def moments(t, homework):
    """All practices of a homework up to now, in order, with their words."""
    found = sorted(placed(t, homework), key=lambda moment: moment.at)
    for nth, moment in enumerate(found):
        moment.share = nth / max(len(found) - 1, 1)
    shared = [m for m in found if not m.private]
    deal(homework.notes, [m for m in shared if m.practised], "note")
    deal(homework.not_today, [m for m in shared if not m.practised], "note")
    deal(homework.private, [m for m in found if m.private], "note")
    deal(homework.answers, [m for m in found if m.practised], "answers")
    return found


def placed(t, homework):
    for week, letters in enumerate(homework.practice.split(), start=homework.week):
        for day, letter in days(homework, letters, t.diary.session(week).weekday()):
            for again in range(1 + (letter == TWICE)):
                minutes = t.dice.randint(-25, 35) + 190 * again
                at = t.diary.practised(week, day, homework.at) + timedelta(minutes=minutes)
                if at < t.now - timedelta(minutes=20):
                    yield Moment(letter, week, at)


def days(homework, letters, first):
    """(day of the week's seven, letter); homework for certain weekdays is put on these."""
    logged = [(day, letter) for day, letter in enumerate(letters) if letter != "."]
    named = [WEEKDAYS.index(name) for name in homework.target.split() if name in WEEKDAYS]
    if homework.target.startswith("by ") or not named:
        return logged
    fitting = sorted((weekday - first) % 7 for weekday in named)
    rest = [day for day in range(7) if day not in fitting]
    places = sorted((fitting + rest)[: len(logged)])
    return [(day, letter) for day, (_told, letter) in zip(places, logged, strict=True)]


def deal(words, moments, name):
    """Give each of `words` a moment, spread evenly and in their order."""
    words = words[: len(moments)]
    for nth, word in enumerate(words):
        place = round(nth * (len(moments) - 1) / max(len(words) - 1, 1))
        setattr(moments[place], name, word)
