"""A client's copy holds everything of theirs, and nothing of anybody else's."""

import html
import json

import pytest

from accounts import privacy
from accounts.models import AuditEvent
from homework.models import HomeworkProposal, PlanAgreement, WeekPlan
from records.models import Copy
from records.reader import record_of
from records.reading import therapies_of
from records.tasks import make_copies
from records.writers import WRITERS
from records.writers.page import words_of
from tests.cast import agreed_plan
from tests.everything import fill
from tests.homework.presses import logged
from tests.queries import Queries

pytestmark = pytest.mark.django_db
# Those that hold words as they are, and all of them.
FILES = ["page", "data"]
EVERY_FILE = list(WRITERS)


def asked(client, kind):
    """The address of the file, once it is made."""
    assert client.post("/me/export/", {"kind": kind}).url == "/me/export/"
    make_copies()
    made = Copy.objects.get(kind=kind)
    assert made.is_ready, made.get_stage_display()
    return f"/me/export/{made.pk}/"


def taken(client, kind):
    return client.get(asked(client, kind))


@pytest.fixture
def fresh(signed_in, cast):
    """Cleo, who gave her password a moment ago."""
    client = signed_in(cast.cleo)
    client.post("/accounts/reauthenticate/", {"password": "correct-horse-9"})
    return client


@pytest.mark.parametrize("kind", EVERY_FILE)
def test_a_copy_is_a_file_with_a_name_that_says_nothing(fresh, kind):
    answer = taken(fresh, kind)
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith('attachment; filename="notes.')
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("kind", FILES)
def test_private_earlier_and_withdrawn_words_are_in_it(fresh, cast, kind):
    entry = logged(cast.assignment, cast.cleo, note="First said", private=True)
    entry.correct(by=cast.cleo, note="Said better")
    logged(cast.assignment, cast.cleo, note="Taken back").withdraw(by=cast.cleo)
    text = taken(fresh, kind).text
    assert all(words in text for words in ("First said", "Said better", "Taken back"))


@pytest.mark.parametrize("kind", FILES)
def test_nobody_elses_words_and_no_unfinished_plan(fresh, cast, kind):
    logged(
        agreed_plan(cast.other, cast.otto, "Carls own").assignments.get(), cast.carl, note="Of Carl"
    )
    draft = WeekPlan.prepare(cast.therapy, by=cast.tess)
    draft.write(by=cast.tess, focus="Still thinking")
    text = taken(fresh, kind).text
    assert "Two buses" in text
    assert not any(words in text for words in ("Carls own", "Of Carl", "Still thinking"))


@pytest.mark.parametrize("kind", FILES)
def test_what_a_proposal_became_is_said_with_its_plan(fresh, cast, kind):
    asked = HomeworkProposal.propose(cast.therapy, title="Walk to the market", by=cast.cleo)
    plan = WeekPlan.prepare(cast.therapy, by=cast.tess)
    asked.take(plan, by=cast.tess).reword(title="Thinking aloud")
    assert "Thinking aloud" not in taken(fresh, kind).text
    plan.propose(by=cast.tess)
    assert "Thinking aloud" in taken(fresh, kind).text


# What stands in the data for programs alone.
FOR_PROGRAMS = {"code", "key", "kind", "zone", "schema", "loinc", "language"}


def words_in(value):
    """Every text of the data that a person would read."""
    if isinstance(value, dict):
        for key, each in value.items():
            # An earlier wording as it was stored; people read it as `said`.
            if key not in FOR_PROGRAMS and not (key == "words" and isinstance(each, dict)):
                yield from words_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from words_in(each)
    elif isinstance(value, str) and value:
        yield value


def test_the_page_holds_every_word_of_the_data():
    w = fill()
    w.assignment.reword(confidence=60)
    w.entry.correct(by=w.client, note="Said better", obstacle="tired", smallest=True)
    w.review.write(quality="match", by=w.lead)
    w.review.finish(by=w.lead)
    record = record_of(w.client, therapies_of(w.client))
    page = html.unescape(words_of(record))
    words = list(words_in(record))
    assert len(words) > 40 and [text for text in words if text not in page] == []
    assert "60 %" in page and "3 times in 7 days" in page and "I was too tired" in page
    assert "One word: Fits the goals." in page
    assert f"Privacy in plain words: You agreed to version {privacy.VERSION} on " in page


def test_what_looks_like_a_page_stays_words(fresh, cast):
    logged(cast.assignment, cast.cleo, note="<script>x</script>")
    text = taken(fresh, "page").text
    assert "&lt;script&gt;" in text and "<script" not in text


def test_the_data_names_its_schema_and_reads_back(fresh, cast):
    logged(cast.assignment, cast.cleo, note="“Bus” & more\n<b>")
    record = json.loads(taken(fresh, "data").content)
    assert (record["schema"], record["version"]) == ("midweek-export", 1)
    entry = record["therapies"][0]["plans"][0]["homework"][0]["entries"][0]
    assert entry["note"] == "“Bus” & more\n<b>" and entry["state"]["code"] == "done"


@pytest.mark.parametrize("kind", EVERY_FILE)
def test_a_copy_is_the_clients_and_no_cache_keeps_it(fresh, signed_in, cast, kind):
    path = asked(fresh, kind)
    assert "no-store" in fresh.get(path)["Cache-Control"]
    for other in (cast.tess, cast.ada):
        assert signed_in(other).get(path).status_code == 403
    assert signed_in(cast.carl).get(path).status_code == 404


@pytest.mark.parametrize("kind", EVERY_FILE)
def test_a_copy_asks_for_the_password_first(signed_in, cast, kind):
    client = signed_in(cast.cleo)
    answer = client.get(asked(client, kind))
    assert answer.url.startswith("/accounts/reauthenticate/")
    assert not AuditEvent.objects.filter(action="record.exported").exists()


def test_a_copy_is_audited_once_a_therapy(fresh, cast):
    taken(fresh, "data")
    event = AuditEvent.objects.get(action="record.exported")
    assert (event.actor, event.therapy_id) == (cast.cleo, cast.therapy.pk)


def test_a_long_therapy_takes_no_more_queries(fresh, cast):
    logged(cast.assignment, cast.cleo, note="One").correct(by=cast.cleo, note="Two")
    with Queries() as few:
        record_of(cast.cleo, therapies_of(cast.cleo))
    for number in range(4):
        logged(cast.assignment, cast.cleo, note=f"N{number}").correct(by=cast.cleo, note="Again")
    agreed_plan(cast.therapy, cast.tess, "A", "B", "C")
    with Queries() as many:
        record_of(cast.cleo, therapies_of(cast.cleo))
    assert len(many) == len(few) <= 25, many


def test_me_leads_to_it(signed_in, cast):
    client = signed_in(cast.cleo)
    assert 'href="/me/export/"' in client.get("/me/").text
    assert "You keep it safe" in client.get("/me/export/").text


def test_the_messages_a_day_agreed_with_a_plan_are_told():
    w = fill()
    PlanAgreement.objects.filter(plan=w.plan).update(messages_a_day=2)
    therapies = record_of(w.client, therapies_of(w.client))["therapies"]
    assert 2 in [plan["messages_a_day"] for each in therapies for plan in each["plans"]]
