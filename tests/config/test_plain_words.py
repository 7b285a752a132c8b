"""Words are plain enough for a bad day: short sentences, reading age 9 to 11 (ux.md, rule 9)."""

import html
import re
from collections import defaultdict
from functools import cache

import polib
import pytest
from django.conf import settings

from config.launcher import extracting

ROOT = settings.BASE_DIR
# Pages of clients, and the rooms' words that stand on them.
OF_CLIENTS = (
    "templates/accounts/help",
    "templates/accounts/join",
    "templates/accounts/me",
    "templates/goals/",
    "templates/homework/client/",
    "templates/reminders/me_section",
    "templates/reminders/mine",
    "templates/account/login",
    "goals/forms",
    "homework/forms/log",
    "homework/forms/details",
    "homework/forms/practice",
    "homework/forms/report",
)
LONGEST = 20
ENOUGH = 8
PLACE = re.compile(r"%\([\w.]+\)[sd]|\{\w+\}")
GERMAN = polib.pofile(str(ROOT / "locale/de/LC_MESSAGES/django.po"))


@cache
def everywhere():
    """Every message of the pages, of clients and of staff, with the file that says it."""
    return extracting.collect(ROOT)


def of_clients():
    return {each: name for each, name in everywhere().items() if name.startswith(OF_CLIENTS)}


def plain(text):
    return PLACE.sub("Ana", html.unescape(re.sub(r"<[^>]+>", "", text)))


def sentences(text):
    found = re.split(r"(?<=[.!?:;])[\s”“]+|\n+", plain(text))
    return [each for each in found if words(each)]


def words(text):
    return re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*", text)


def syllables(word):
    """Groups of vowels, a silent e at the end left out: near enough for a mean."""
    groups = re.findall(r"[aeiouy]+", word.lower())
    silent = word.lower().endswith("e") and not word.lower().endswith("le")
    return max(len(groups) - (silent and len(groups) > 1), 1)


def grade(texts):
    """Flesch–Kincaid grade level (Kincaid and others, 1975). Grade 6 is read at eleven."""
    said = [each for text in texts for each in sentences(text)]
    every = [word for each in said for word in words(each)]
    return 0.39 * len(every) / len(said) + 11.8 * sum(map(syllables, every)) / len(every) - 15.59


def lix(texts):
    """Björnsson's Läsbarhetsindex (1968): under 30 is children's books, under 40 is stories."""
    said = [each for text in texts for each in sentences(text)]
    every = [word for each in said for word in words(each)]
    return len(every) / len(said) + 100 * sum(len(word) > 6 for word in every) / len(every)


def wiener(texts):
    """The first Wiener Sachtextformel (Bamberger and Vanecek, 1984): a school year of Germany.

    In German, groups of vowels are syllables: no e is silent.
    """
    said = [each for text in texts for each in sentences(text)]
    every = [word for each in said for word in words(each)]
    spoken = [max(len(re.findall(r"[aeiouyäöü]+", word.lower())), 1) for word in every]
    share = 100 / len(every)
    many, one = (share * sum(map(held, spoken)) for held in (lambda n: n >= 3, lambda n: n == 1))
    long = share * sum(len(word) > 6 for word in every)
    length = len(every) / len(said)
    return 0.1935 * many + 0.1672 * length + 0.1297 * long - 0.0327 * one - 0.875


def in_german(entry):
    return entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]


def german_rooms():
    """{room of clients: what it says in German}; a room of a few headings is no text."""
    rooms = defaultdict(list)
    for each in GERMAN:
        name = each.occurrences[0][0] if each.occurrences else ""
        if name.startswith(OF_CLIENTS):
            rooms[name.rpartition("/")[0]] += in_german(each)
    return {room: texts for room, texts in rooms.items() if len(texts) >= ENOUGH}


def german_of_clients():
    return [text for texts in german_rooms().values() for text in texts]


def too_long(texts):
    return [each for text in texts for each in sentences(text) if len(words(each)) > LONGEST]


def test_a_sentence_has_twenty_words_at_most_for_clients_and_for_staff():
    assert too_long(text for message in everywhere() for text in message) == []


def test_a_german_one_too():
    assert too_long(text for each in GERMAN for text in in_german(each)) == []


def test_each_room_of_clients_reads_at_eleven():
    rooms = defaultdict(list)
    for message, name in of_clients().items():
        rooms[name.rpartition("/")[0]].append(message.one)
    hard = {room: round(level, 1) for room, texts in rooms.items() if (level := grade(texts)) > 6}
    assert hard == {}


def test_german_reads_like_a_story():
    assert lix(german_of_clients()) < 40


def test_each_room_of_clients_reads_at_eleven_in_german():
    hard = {
        room: round(level, 1)
        for room, texts in german_rooms().items()
        if (level := wiener(texts)) > 6
    }
    assert hard == {}
    assert wiener(german_of_clients()) < 4


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("The cat sat on the mat. It was a big cat.", 1),
        ("Notwithstanding considerable organisational complications, documentation continues.", 20),
    ],
)
def test_the_measure_tells_plain_from_hard(text, level):
    assert (grade([text]) <= 6) == (level <= 6)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Der Hund liegt im Bett. Er ist sehr müde und will nicht raus.", True),
        ("Organisatorische Komplikationen verzögern die Dokumentationsverpflichtungen.", False),
    ],
)
def test_the_german_measure_does_too(text, plain):
    assert (wiener([text]) <= 6) == plain
