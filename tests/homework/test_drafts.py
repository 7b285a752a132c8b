"""Half-written text is kept on the server for its author alone."""

import uuid

import pytest

from accounts.models import Draft
from homework.models import WeekPlan
from tests.homework.presses import logged

pytestmark = pytest.mark.django_db


@pytest.fixture
def keep(cast, signed_in):
    client = signed_in(cast.cleo)
    return lambda form, subject, **answers: client.post(f"/drafts/{form}/{subject.pk}/", answers)


def test_the_later_one_wins_and_there_is_one(cast, keep):
    for note in ("One", "One and two"):
        assert (
            keep(
                "log", cast.assignment, note=note, state="done", author="x", letter="/drafts/"
            ).status_code
            == 204
        )
    draft = Draft.objects.get()
    assert draft.answers == {"note": "One and two"}
    assert (draft.author, draft.therapy) == (cast.cleo, cast.therapy)


def test_an_emptied_form_is_a_draft_no_more(cast, keep):
    keep("log", cast.assignment, note="One")
    assert keep("log", cast.assignment, note="").status_code == 204
    assert not Draft.objects.exists()


def test_it_says_on_which_wording_it_was_begun(cast, keep):
    entry = logged(cast.assignment, cast.cleo)
    keep("entry", entry, note="One", seen="2026-11-24T09:00:00Z")
    assert Draft.objects.get().answers["seen"] == "2026-11-24T09:00:00Z"
    keep("entry", entry, note="", seen="2026-11-24T09:00:00Z")
    assert not Draft.objects.exists()


@pytest.mark.parametrize("note", ["x" * 20_001, "a\0b"])
def test_what_cannot_be_kept_is_refused(cast, keep, note):
    assert keep("log", cast.assignment, note=note).status_code == 422
    assert not Draft.objects.exists()


def test_only_own_rows_have_drafts(cast, keep, signed_in):
    plan = WeekPlan.objects.get(pk=cast.plan.pk)
    assert keep("report", plan, topics="Sunday").status_code == 204
    assert keep("elsewhere", cast.assignment, note="x").status_code == 404
    theirs = signed_in(cast.carl)
    assert theirs.post(f"/drafts/log/{cast.assignment.pk}/", {"note": "x"}).status_code == 404
    assert theirs.post(f"/drafts/log/{uuid.uuid4()}/", {"note": "x"}).status_code == 404
    assert theirs.get(f"/drafts/log/{cast.assignment.pk}/").status_code == 405


@pytest.mark.parametrize("form", ["log", "report", "plan", "step"])
def test_what_waited_behind_a_sign_in_leads_back_to_its_form(cast, keep, form):
    pages = {
        "log": (cast.assignment, f"/today/{cast.assignment.pk}/log/"),
        "report": (cast.plan, f"/report/{cast.therapy.pk}/"),
        "plan": (cast.plan, f"/plans/{cast.plan.pk}/"),
        "step": (cast.goal, "/goals/"),
    }
    subject, page = pages[form]
    assert keep(form, subject, note="Half a sent", parked=uuid.uuid4()).url == page
    assert Draft.objects.get().answers == {"note": "Half a sent"}


@pytest.mark.parametrize("page", ["first-session", "ending"])
def test_so_does_what_a_therapist_was_typing(cast, desk, page):
    url, words = desk.at(page), {"title": "Sleep", "parked": uuid.uuid4()}
    assert desk.client.post(f"{url}?part=goal&keep", words).url == url
