"""The large form: any number of clients over any number of weeks, from a few templates.

Density: a session, a plan, a report and a review a week; 2 assignments a plan, 6 entries a
client-week, a note in every third of them; audit rows for all but the single practice.
The same clients come out every time.
"""

import random
from itertools import product

from homework.demo.cast import House, Worker
from homework.demo.shape import Goal, Homework, Step, Story, Week

ADMIN = "admin@crowd.midweek.test"
A_THERAPIST = 40
TEMPLATES = 14
FOUR_WEEKS = 4
HOUSE = House(
    key="crowd",
    name="Long Meadow",
    crisis_text="In danger now: 999.\nLong Meadow's line, day and night: 020 7946 0122.",
    checked_days_ago=12,
)
FIRST = (
    *("Ada", "Bram", "Cora", "Dina", "Emil", "Fern", "Gita", "Hugo", "Iris", "Jude", "Kira"),
    *("Leon", "Mona", "Nico", "Oona", "Piet", "Rafe", "Sana", "Tove", "Uma", "Vito", "Wren"),
)
LAST = (
    *("Abbott", "Bakker", "Castell", "Dunne", "Eriksen", "Farrow", "Galvin", "Hobbs", "Ivory"),
    *("Jansen", "Kettle", "Lowry", "Marsh", "Nolan", "Ostrom", "Pascoe", "Quill", "Rowan"),
    *("Sayer", "Tait", "Upton", "Vance", "Wells", "Yates", "Zander"),
)
NAMES = [f"{first} {last}" for last, first in product(LAST, FIRST)]

GOALS = (
    ("Walk into a full room", "I used to like company.", "I stay until the coats are fetched."),
    ("Sleep through the night", "Tired is not who I am.", "I wake with the light."),
    ("Finish what I begin", "There are nine half things here.", "One of them is out of the house."),
    ("Say what I think at work", "I go home full of it.", "I said it, and it was Tuesday."),
)
STEPS = ("Look at it from the door", "Once, with somebody", "Once, alone", "Twice a week")
PRACTICE = (
    (
        "Slow breathing",
        "It settles me.",
        "Out longer than in.\nTen times. (3 minutes)",
        "Three breaths.",
    ),
    (
        "One small step",
        "Small is where it starts.",
        "Choose it.\nDo it. (10 minutes)",
        "Look at it.",
    ),
    ("One message", "A door stays open.", "Think of somebody.\nOne line.\nSend it.", "A wave."),
    ("Write it down", "On paper it is smaller.", "What happened?\nWhat did I think?", "One word."),
)
FOCUS = ("A little, often.", "Begin before I feel like it.", "Once more than last week.")
REPORTS = (
    "It went better than the week before.",
    "A hard week. I did some of it.",
    "I want to go on.",
)
ANSWERS = ("You kept at it.", "Some of it counts, and you did it.", "Then we go on.")
NOTES = ("Better than I thought.", "Hard to begin, then fine.", "It rained.", "I nearly forgot.")
LETTERS = "DDDDDDPPSN"


def workers(clients):
    """An admin, and a therapist for each forty clients."""
    yield Worker("crowd-admin", "crowd", "Ines Long", ADMIN, admin=True)
    for n in range(-(-clients // A_THERAPIST)):
        email = f"therapist-{n:03}@crowd.midweek.test"
        yield Worker(f"crowd-{n}", "crowd", NAMES[-1 - n % len(NAMES)], email, therapist=True)


def stories(weeks):
    """The templates, one for each hour of the week that a session may be at."""
    for n in range(TEMPLATES):
        dice = random.Random(f"crowd {n}")
        yield Story(
            key=f"crowd-{n}",
            name=f"Template {n}",
            email=f"template-{n}@crowd.midweek.test",
            therapist="crowd-0",
            clinic="crowd",
            hour=(n % 7, f"{9 + n % 8:02}:00", 50),
            goals=(goal(dice, weeks),),
            weeks=tuple(week(dice, number) for number in range(1, weeks + 1)),
            homework=tuple(practice(dice, weeks)),
        )


def client(n):
    """Name and address of the nth client, and the key of who treats them."""
    email = f"client-{n:05}@crowd.midweek.test"
    return NAMES[n % len(NAMES)], email, f"crowd-{n // A_THERAPIST}"


def goal(dice, weeks):
    title, why, know = dice.choice(GOALS)
    third = max(weeks // 3, 1)
    done = [third, 2 * third] if weeks > 2 * third else []
    ends = done + [None] * (len(STEPS) - len(done))
    steps = tuple(Step(words, done=end) for words, end in zip(STEPS, ends, strict=True))
    ratings = tuple((number, min(2 + number // 8, 9)) for number in range(1, weeks + 1, 4))
    return Goal(title=title, why=why, know=know, steps=steps, ratings=ratings)


def week(dice, number):
    nth = dice.randrange(3)
    insight = "Starting is the hard part." if number % 5 == 1 else ""
    return Week(focus=FOCUS[nth], insight=insight, report=REPORTS[nth], feedback=ANSWERS[nth])


def practice(dice, weeks):
    """Two kinds of homework at a time, for four weeks each; six entries a week together."""
    for begin in range(1, weeks + 1, FOUR_WEEKS):
        until = min(begin + FOUR_WEEKS, weeks + 1)
        for title, why, what, smallest in dice.sample(PRACTICE, 2):
            yield Homework(
                title=title,
                why=why,
                what=what,
                smallest=smallest,
                target="3",
                when="after breakfast",
                obstacle="The day is full",
                then="I do the smallest version",
                week=begin,
                practice=" ".join(seven_days(dice) for _week in range(begin, until)),
                confidence=(dice.choice((60, 70, 80, 90)),),
                before=(7, 5),
                after_rating=(5, 3),
                at=f"{dice.randint(8, 20):02}:15",
                notes=tuple(dice.choices(NOTES, k=until - begin)),
            )


def seven_days(dice):
    days = set(dice.sample(range(7), 3))
    return "".join(dice.choice(LETTERS) if day in days else "." for day in range(7))
