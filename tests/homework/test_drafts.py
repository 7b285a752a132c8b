"""Half-written text is kept on the server for its author alone."""

import re
import uuid

import pytest

from accounts.models import Draft
from homework.models import WeekPlan
from tests.cast import proposed_plan
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


@pytest.mark.parametrize(
    ("note", "said"), [("x" * 20_001, "Make it shorter"), ("a\0b", "cannot be kept")]
)
def test_what_cannot_be_kept_is_refused_in_words(cast, keep, note, said):
    answer = keep("log", cast.assignment, note=note)
    assert answer.status_code == 422 and said in answer.text
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


def begun(page):
    return re.search(r'name="begun" value="([0-9a-f:]+)"', page.text)[1]


@pytest.fixture
def two(cast, signed_in):
    """The log, open on two phones; each keeps what it says: keep(0, "One")."""
    phones = [signed_in(cast.cleo), signed_in(cast.cleo)]
    log, draft = f"/today/{cast.assignment.pk}/log/", f"/drafts/log/{cast.assignment.pk}/"
    pages = [begun(phone.get(log)) for phone in phones]

    def keep(which, note):
        assert phones[which].post(draft, {"note": note, "begun": pages[which]}).status_code == 204

    keep.log, keep.phones, keep.pages = log, phones, pages
    return keep


def test_two_phones_do_not_write_over_each_other(two):
    two(0, "I sat upstairs")
    two(1, "I got off")
    two(0, "I sat upstairs, at the front")
    page = two.phones[1].get(two.log).text
    assert "You also began this elsewhere" in page
    assert "I sat upstairs, at the front" in page and "I got off" in page
    assert Draft.objects.count() == 2


def test_a_page_that_goes_on_with_what_it_was_begun_with_keeps_one(two):
    two(0, "I sat upstairs")
    later = begun(two.phones[1].get(two.log))
    two.pages[1] = later
    two(1, "I sat upstairs, at the front")
    assert Draft.objects.get().answers == {"note": "I sat upstairs, at the front"}
    two(0, "I sat below")
    assert Draft.objects.count() == 2


def test_what_is_sent_from_one_leaves_the_words_of_the_other(two, cast):
    two(0, "I sat upstairs")
    two(1, "I got off")
    sent = {"state": "done", "note": "I got off", "zone": "Europe/London", "begun": two.pages[1]}
    assert two.phones[1].post(two.log, sent).status_code == 302
    assert Draft.objects.get().answers == {"note": "I sat upstairs"}


def test_the_other_wording_can_be_let_go(two, cast):
    two(0, "I sat upstairs")
    two(1, "I got off")
    other = Draft.objects.order_by("saved_at").first()
    answer = two.phones[1].post(f"/drafts/log/{cast.assignment.pk}/", {"let_go": other.pk})
    assert answer.url == two.log and Draft.objects.get().answers == {"note": "I got off"}
    assert "began this elsewhere" not in two.phones[1].get(two.log).text


@pytest.mark.parametrize("name", ["report", "worksheet", "entry", "proposal", "agree", "plan"])
def test_every_form_shows_what_was_written_elsewhere(cast, signed_in, name):
    client, (path, subject, field) = signed_in(cast.cleo), PAGES[name](cast)
    for words in ("I sat upstairs", "I got off"):
        token = re.findall(r'name="begun" value="([0-9a-f]{32}):', client.get(path).text)[-1]
        client.post(f"/drafts/{name}/{subject}/", {field: words, "begun": f"{token}:"})
    page = client.get(path).text
    assert page.count("I sat upstairs") == page.count("I got off") == 1
    assert "Both are kept" in page


def report(cast):
    return f"/report/{cast.therapy.pk}/", cast.plan.pk, "topics"


def worksheet(cast):
    cast.assignment.prompts = [{"key": "a", "question": "Who was it?"}]
    cast.assignment.save(update_fields=["prompts"])
    return f"/today/{cast.assignment.pk}/worksheet/", cast.assignment.pk, "answer_a"


def entry(cast):
    made = logged(cast.assignment, cast.cleo)
    return f"/history/{made.pk}/", made.pk, "note"


def proposal(cast):
    return f"/proposals/{cast.therapy.pk}/", cast.therapy.pk, "words"


def agree(cast):
    plan = proposed_plan(cast.therapy, cast.tess)
    return f"/plans/{plan.pk}/?all", plan.pk, f"obstacle_{plan.assignments.get().pk}"


def wish(cast):
    plan = proposed_plan(cast.therapy, cast.tess)
    return f"/plans/{plan.pk}/", plan.pk, "text"


PAGES = {
    "report": report,
    "worksheet": worksheet,
    "entry": entry,
    "proposal": proposal,
    "agree": agree,
    "plan": wish,
}
