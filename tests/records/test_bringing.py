"""A client brings along what they have from elsewhere: chosen piece by piece, written once."""

import copy
import json
from threading import Barrier

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import QueryDict
from django.utils import timezone

from accounts.models import AuditEvent, Therapy
from goals.models import EndGoal
from records.bringing import writing
from records.bringing.file import MOST_BYTES
from records.bringing.pieces import Piece
from records.bringing.reading import pieces_in
from records.bringing.values import Refused
from records.bringing.writing import HasEnded, bring
from records.forms import BringForm
from records.forms import bringing as forms
from records.models import Brought, BroughtFile
from records.reader import SCHEMA, VERSION, record_of
from records.reading import therapies_of
from records.writers.data import in_json
from tests import cast as casting
from tests.everything import fill
from tests.homework.presses import logged
from tests.reading import read
from tests.threads import PATIENCE, at_once

pytestmark = pytest.mark.django_db
PAGE = "/me/bring/"


def exported(user):
    return in_json(record_of(user, therapies_of(user)))


@pytest.fixture
def file():
    """The copy of somebody with a bit of everything, as their old clinic's Midweek wrote it."""
    w = fill("before")
    logged(w.assignment, w.client, note="Mine alone", private=True)
    return exported(w.client)


@pytest.fixture
def cleo(signed_in, cast):
    return signed_in(cast.cleo)


def choose(cleo, content):
    return cleo.post(PAGE, {"do": "file", "file": SimpleUploadedFile("notes.json", content)})


def test_it_is_shown_first_and_nothing_is_written(cleo, file):
    assert choose(cleo, file).url == PAGE
    page = cleo.get(PAGE).text
    assert "goals.end_goal.title" in page and "goals.step.title" in page and "Before" in page
    assert "Mine alone" not in page and "checked" not in page
    assert not Brought.objects.exclude(by__email__startswith="before").exists()


def test_what_is_left_open_is_asked_for_in_the_order_of_the_page(cleo, file):
    choose(cleo, file)
    page = cleo.post(PAGE, {"do": "bring"}).text
    assert page.index("Choose at least one piece.") < page.index("Choose who is to read it.")


def test_what_was_asked_reads_as_it_was_asked(cleo, cast):
    logged(cast.assignment, cast.cleo, before=3, after=2, difficulty=2)
    choose(cleo, exported(cast.cleo))
    page = cleo.get(PAGE).text
    assert "How hard was it? 2 of 4" in page and "Before: 3 of 10" in page


def test_what_is_chosen_is_written_and_the_rest_is_not(cleo, cast, file, signed_in):
    choose(cleo, file)
    number = [piece["kind"] for piece in BroughtFile.objects.get().pieces].index("goal")
    sent = {"do": "bring", "pieces": [number], "therapy": cast.therapy.pk}
    assert "Brought along" in cleo.post(PAGE, sent, follow=True).text
    goal = EndGoal.objects.get(therapy=cast.therapy, created_by=cast.cleo)
    assert goal.title == "goals.end_goal.title"
    assert [step.state for step in goal.steps.all()] == ["proposed"]
    assert Brought.objects.get(therapy=cast.therapy).kind == "goal"
    assert not BroughtFile.objects.exists()
    assert AuditEvent.objects.filter(action="record.brought", therapy_id=cast.therapy.pk).exists()
    therapist = signed_in(cast.tess)
    page = therapist.get(f"/caseload/{cast.therapy.pk}/brought/").text
    assert "goals.end_goal.title" in page and "Before-Lead, Before" in page
    assert "/brought/" in therapist.get(f"/caseload/{cast.therapy.pk}/").text


def test_each_practice_of_a_week_stands_apart(cast, signed_in):
    entries = [{"day": f"2026-05-0{day}", "state": "Done", "said": []} for day in (3, 4)]
    homework = [{"title": "Two buses", "skill": "", "entries": entries}]
    week = {"title": "Slowly", "starts_on": "2026-05-03", "homework": homework}
    bring(cast.therapy, [Piece("week", "Lakeside", week)], by=cast.cleo)
    page = read(signed_in(cast.tess).get(f"/caseload/{cast.therapy.pk}/brought/"))
    assert "3 May 2026, Done<br><br>4 May 2026, Done" in page


def test_it_goes_to_a_therapy_of_ones_own_only(cleo, cast, file):
    choose(cleo, file)
    for therapy in (cast.other.pk, cast.far.pk):
        answer = cleo.post(PAGE, {"do": "bring", "pieces": [0], "therapy": therapy})
        assert answer.status_code == 422
    assert (
        cleo.post(PAGE, {"do": "bring", "pieces": [999], "therapy": cast.therapy.pk}).status_code
        == 422
    )


def test_a_file_is_its_owners_and_can_be_put_away(cleo, cast, file, signed_in):
    choose(cleo, file)
    assert b"goals" not in bytes(BroughtFile.objects.get().content)
    assert "goals.end_goal.title" not in signed_in(cast.carl).get(PAGE).text
    signed_in(cast.cleo).post(PAGE, {"do": "away"})
    assert not BroughtFile.objects.exists()


def test_a_file_of_twins_is_not_compared_each_with_each(monkeypatch):
    """A crafted one holds thousands that were brought along and are there themselves."""
    goals = [{"title": f"Goal {number}"} for number in range(300)]
    brought = [{"origin": "T, C", "kind": {"code": "goal"}, "piece": goal} for goal in goals]
    therapy = {"therapist": "T", "clinic": "C", "goals": goals, "brought": brought}
    compared, same = [], Piece.__eq__
    monkeypatch.setattr(Piece, "__eq__", lambda *two: compared.append(two) or same(*two))
    data = {"schema": SCHEMA, "version": VERSION, "therapies": [therapy]}
    assert len(pieces_in(json.dumps(data).encode())) == len(goals)
    assert len(compared) <= len(goals)


def test_an_ended_therapy_takes_nothing_in(cast, file):
    """It ended between the page and the press."""
    read_before = Therapy.objects.get(pk=cast.therapy.pk)
    cast.therapy.end(by=cast.tess)
    with pytest.raises(HasEnded):
        bring(read_before, pieces_in(file), by=cast.cleo)
    assert not cast.therapy.brought.exists()


def test_an_end_at_the_moment_of_the_press_is_told_and_the_file_stays(
    cleo, cast, file, monkeypatch
):
    choose(cleo, file)
    real = writing.bring

    def after_the_end(therapy, *args, **facts):
        Therapy.objects.get(pk=therapy.pk).end(by=cast.tess)
        return real(therapy, *args, **facts)

    monkeypatch.setattr(forms, "bring", after_the_end)
    answer = cleo.post(PAGE, {"do": "bring", "pieces": [0], "therapy": cast.therapy.pk})
    assert answer.status_code == 422 and "This therapy has ended." in answer.text
    assert BroughtFile.objects.exists() and not cast.therapy.brought.exists()


@pytest.mark.django_db(transaction=True)
def test_pressed_twice_at_once_it_is_brought_once():
    here, tess, cleo = (casting.clinic("Harbour"), casting.person("tess"), casting.person("cleo"))
    therapy = casting.therapy(here, tess, cleo)
    BroughtFile.keep(cleo, [Piece("skill", "", {"title": "Breathing"})])

    def pressed(_n):
        file = BroughtFile.objects.get()
        sent = QueryDict(f"pieces=0&therapy={therapy.pk}")
        form = BringForm(sent, file=file, user=cleo)
        assert form.is_valid(), form.errors
        read.wait(PATIENCE)
        form.save()

    read = Barrier(2)
    at_once(pressed)
    assert therapy.brought.count() == 1 and not BroughtFile.objects.exists()


def test_whoever_stands_in_reads_no_more_of_it_than_of_the_weeks(cast, signed_in):
    Therapy.objects.filter(pk=cast.therapy.pk).update(brought_at=timezone.now())
    address = f"/caseload/{cast.therapy.pk}/brought/"
    for reader, status in ((cast.tess, 200), (cast.vera, 200), (cast.will, 403)):
        assert signed_in(reader).get(address).status_code == status
    assert address in signed_in(cast.tess).get(f"/caseload/{cast.therapy.pk}/").text
    assert address not in signed_in(cast.will).get(f"/caseload/{cast.therapy.pk}/").text


def test_it_is_written_whole_or_not_at_all(cast, file, monkeypatch):
    pieces, before = pieces_in(file), cast.therapy.goals.count()

    def fails(*_args, **_codes):
        raise ConnectionError

    monkeypatch.setattr(AuditEvent, "record", fails)
    with pytest.raises(ConnectionError), transaction.atomic():
        bring(cast.therapy, pieces, by=cast.cleo)
    assert cast.therapy.goals.count() == before and not cast.therapy.brought.exists()


def changed(file, change):
    data = json.loads(file)
    change(data)
    return json.dumps(data).encode()


def goals(data):
    return next(each["goals"] for each in data["therapies"] if each["goals"])


ENTRIES = [{"state": {"words": "Done"}}] * 500

HOSTILE = {
    "no JSON": (lambda _file: b"%PDF-1.7", "This is no copy from Midweek."),
    "half a character": (lambda _file: b'{"schema": "\xff"}', "This is no copy from Midweek."),
    "deep": (lambda _file: b"[" * 100_000 + b"]" * 100_000, "This is no copy from Midweek."),
    "huge": (lambda _file: b" " * (MOST_BYTES + 1), "too large"),
    "another schema": (
        lambda file: changed(file, lambda data: data.update(schema="diary")),
        "This is no copy from Midweek.",
    ),
    "a later version": (
        lambda file: changed(file, lambda data: data.update(version=2)),
        "version 2. Midweek here reads version 1.",
    ),
    "a list": (lambda _file: b"[]", "This is no copy from Midweek."),
    "deep within": (
        lambda file: changed(
            file, lambda data: goals(data).append(json.loads("[" * 30 + "]" * 30))
        ),
        "too deep",
    ),
    "a name without end": (
        lambda file: changed(file, lambda data: data.update({"n" * 100_000: [0] * 1000})),
        "too deep",
    ),
    "NUL": (
        lambda file: changed(file, lambda data: goals(data)[0].update(title="a\0b")),
        "a character in this text that cannot be kept",
    ),
    "a foreign id": (
        lambda file: changed(file, lambda data: goals(data)[0].update(therapy_id="1")),
        "names no rows of a database",
    ),
    "no title": (
        lambda file: changed(file, lambda data: goals(data)[0].update(title=" ")),
        "].title: this cannot be read.",
    ),
    "a number for words": (
        lambda file: changed(file, lambda data: goals(data)[0].update(why=3)),
        "].why: this cannot be read.",
    ),
    "too long": (
        lambda file: changed(file, lambda data: goals(data)[0].update(title="x" * 201)),
        "].title: this cannot be read.",
    ),
    "an unknown ending": (
        lambda file: changed(file, lambda data: goals(data)[0].update(closed_as={"code": "won"})),
        "].closed_as: this cannot be read.",
    ),
    "endless": (
        lambda file: changed(file, lambda data: goals(data).extend([goals(data)[0]] * 1000)),
        ".goals: this cannot be read.",
    ),
    "many pieces in many lists": (
        lambda file: changed(
            file,
            lambda data: data.update(therapies=[{"goals": [{"title": "Sleep"}] * 201}] * 2),
        ),
        "There are more than 400 pieces in this file.",
    ),
    "many steps": (
        lambda file: changed(
            file, lambda data: goals(data)[0].update(steps=[{"title": "Sleep"}] * 51)
        ),
        "].steps: a goal has 50 steps at most.",
    ),
    "many entries in many lists": (
        lambda file: changed(
            file,
            lambda data: data.update(
                therapies=[
                    {"plans": [{"homework": [{"title": "Sleep", "entries": ENTRIES}] * 100}]}
                ]
            ),
        ),
        "This file is too large to be a copy from Midweek.",
    ),
    "nothing": (
        lambda file: changed(file, lambda data: data.update(therapies=[])),
        "There is nothing in this file",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_plain_words(cleo, file, name):
    spoil, words = HOSTILE[name]
    answer = choose(cleo, spoil(file))
    assert answer.status_code == 422 and words in answer.text
    assert not BroughtFile.objects.exists()


def test_anything_that_is_no_copy_is_refused_and_never_breaks(file):
    data = json.loads(file)

    def places(value, path=()):
        yield path
        items = (
            value.items()
            if isinstance(value, dict)
            else enumerate(value)
            if isinstance(value, list)
            else ()
        )
        for key, each in items:
            yield from places(each, (*path, key))

    for path in list(places(data))[1:]:
        for wrong in (None, 7, "x", [], {}, [[]], True):
            spoilt = copy.deepcopy(data)
            inner = spoilt
            for key in path[:-1]:
                inner = inner[key]
            inner[path[-1]] = wrong
            try:
                pieces = pieces_in(json.dumps(spoilt).encode())
            except Refused as refused:
                assert refused.problems
            else:
                assert all(piece.told is not None for piece in pieces)


def test_a_client_keeps_their_history_with_another_therapist_of_the_clinic(cast, signed_in):
    logged(cast.assignment, cast.cleo, note="I sat upstairs")
    cast.therapy.hand_over(to=cast.otto, by=cast.ada, note="She likes the window seat")
    after = signed_in(cast.otto)
    page = after.get(f"/caseload/{cast.therapy.pk}/").text
    assert "Take the bus to work" in page and "I sat upstairs" in page
    assert "I sat upstairs" in signed_in(cast.cleo).get("/history/").text
    assert signed_in(cast.tess).get(f"/caseload/{cast.therapy.pk}/").status_code == 404
    assert Therapy.objects.get(pk=cast.therapy.pk).lead == cast.otto


def test_the_same_file_again_changes_nothing_and_says_so(cleo, cast, file):
    def brings():
        choose(cleo, file)
        every = range(len(BroughtFile.objects.get().pieces))
        sent = {"do": "bring", "pieces": list(every), "therapy": cast.therapy.pk}
        return cleo.post(PAGE, sent, follow=True).text

    assert "It is here now." in brings()
    first = Therapy.objects.get(pk=cast.therapy.pk).brought_at
    page = brings()
    assert "It was here already." in page and "It is here now." not in page
    assert Therapy.objects.get(pk=cast.therapy.pk).brought_at == first
    assert AuditEvent.objects.filter(action="record.brought").count() == 1


def test_of_goals_with_one_title_one_becomes_a_goal_and_all_can_be_read(cast):
    goal = {"title": "Sleep", "why": "", "how_known": "", "steps": [], "closed_as": ""}
    pieces = [Piece("goal", origin, {**goal, "why": origin}) for origin in ("Rita", "Noor")]
    assert bring(cast.therapy, pieces, by=cast.cleo) == 2
    named = [goal.title for goal in EndGoal.objects.filter(therapy=cast.therapy)]
    assert named.count("Sleep") == 1
    assert cast.therapy.brought.count() == 2
