"""Values logged equal values exported: random entries, read back from the text of every file."""

import json
import random
from io import BytesIO

import pytest
from pypdf import PdfReader

from homework.models import PracticeEntry
from tests.cast import agreed_plan
from tests.homework.presses import address, press
from tests.records.test_export import taken
from tests.records.test_files import squeezed, tables_of

pytestmark = pytest.mark.django_db

LETTERS = "abcdefghijklmnopqrstuvwxyzäöüßéñçøł"
SIGNS = [
    "<b>",
    "&amp;",
    "“so”",
    "it’s",
    "1 < 2",
    "#",
    "\\",
    "{{ x }}",
    "*",
    "_",
    "$x$",
    "=1+1",
    "Ж",
    "ω",
]
WORDS = ("where", "with_whom", "note")
HELPED = {"not_really": "Not really", "a_little": "A little", "a_lot": "A lot"}


def words(rng):
    """Like what somebody writes, with what each kind of file has to escape."""
    said = [
        "".join(rng.choices(LETTERS, k=rng.randint(2, 9))) for _word in range(rng.randint(1, 6))
    ]
    return " ".join([*said, rng.choice(SIGNS), "end"])


def entry(rng):
    said = {name: words(rng) for name in WORDS if rng.random() < 0.8}
    said |= {name: str(rng.randint(0, 10)) for name in ("before", "after")}
    said["difficulty"] = str(rng.randint(0, 4))
    said["helped"] = rng.choice(["", *HELPED])
    return press(rng.choice(["done", "partly"]), **said, **rng.choice([{}, {"private": "on"}]))


@pytest.fixture
def logged(signed_in, cast):
    """What Cleo sent from her pages, and her client."""
    rng = random.Random(20261127)
    homework = agreed_plan(cast.therapy, cast.tess, "Two stops", rating_label="Fear").assignments
    client, sent = signed_in(cast.cleo), []
    for _number in range(12):
        sent.append(entry(rng))
        answer = client.post(address("log", homework.get()), sent[-1])
        assert answer.status_code == 302, answer.text
    assert PracticeEntry.objects.count() == len(sent)
    client.post("/accounts/reauthenticate/", {"password": "correct-horse-9"})
    return client, sent


def key(row, names):
    return tuple(str(row[name]) if row.get(name) not in (None, "") else "" for name in names)


def test_what_was_sent_from_the_pages_is_in_every_file(logged):
    client, sent = logged
    names = ("state", *WORDS, "before", "after", "difficulty", "helped")
    said = sorted(key(each, names) for each in sent)

    record = json.loads(taken(client, "data").content)
    entries = [
        one | {"state": one["state"]["code"], "helped": (one["helped"] or {}).get("code")}
        for plan in record["therapies"][0]["plans"]
        for homework in plan["homework"]
        for one in homework["entries"]
    ]
    assert sorted(key(each, names) for each in entries) == said
    assert sum(each["private"] for each in entries) == sum("private" in each for each in sent)

    rows = tables_of(taken(client, "tables").content)["entries.csv"]
    in_words = [(*each[1:-1], HELPED.get(each[-1], "")) for each in said]
    assert sorted(key(row, names[1:]) for row in rows) == sorted(in_words)

    fhir = json.loads(taken(client, "fhir").content)
    responses = [
        {item["text"]: item["answer"][0]["valueString"] for item in each["resource"]["item"]}
        for each in fhir["entry"]
        if each["resource"]["resourceType"] == "QuestionnaireResponse"
    ]
    told = sorted(sorted(each.values()) for each in responses)
    shown = [
        sorted([state_word(each), *(w["answer"] for w in each["said"])]) for each in every(record)
    ]
    assert told == sorted(shown) and len(told) == len(sent)
    assert all(
        any(text in answer for each in responses for answer in each.values())
        for text in texts(sent)
    )

    pdf = PdfReader(BytesIO(taken(client, "pdf").content))
    printed = squeezed("".join(page.extract_text() for page in pdf.pages))
    assert [text for text in texts(sent) if squeezed(text) not in printed] == []
    asked = squeezed("Did it help?")
    for answer, shown in HELPED.items():
        times = [each["helped"] for each in sent].count(answer)
        assert printed.count(asked + squeezed(shown)) == times


def texts(sent):
    return [each[name] for each in sent for name in WORDS if name in each]


def every(record):
    for plan in record["therapies"][0]["plans"]:
        for homework in plan["homework"]:
            yield from homework["entries"]


def state_word(entry):
    return entry["state"]["words"]
