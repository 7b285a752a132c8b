"""Starting a homework: one step at a time, and the last one logs it."""

import re
import uuid

import pytest

from accounts.models import Draft
from homework.models import Assignment
from tests.homework.presses import address, press
from tests.reading import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def walk(cast, client):
    client.force_login(cast.cleo)
    cast.assignment.how = "Put your shoes on.\nWalk to the stop. (3 minutes)\nLook around."
    cast.assignment.save(update_fields=["how"])
    return lambda query="": client.get(address("start", cast.assignment) + query)


def shown(page):
    """The number of the one step that is not hidden."""
    (number,) = re.findall(r'<section data-step="(\d)" data-title="[^"]*" ?>', read(page))
    return number


@pytest.mark.parametrize("query", ["", "?step=1", "?step=0", "?step=-3", "?step=x", "?step=²"])
def test_it_begins_with_the_first_step(walk, query):
    assert shown(walk(query)) == "1"


def test_a_step_with_minutes_has_a_quiet_timer(walk):
    page = walk("?step=2")
    assert shown(page) == "2" and 'seconds="180"' in page.content.decode()


@pytest.mark.parametrize("query", ["?step=3", "?step=99", "?step=99999999999999999999"])
def test_the_last_step_logs_it(walk, query):
    assert shown(walk(query)) == "3"


def test_the_whole_walk_is_one_page(walk):
    page = walk().content.decode()
    assert all(line in page for line in ("Put your shoes on.", "Walk to the stop.", "Look around."))
    assert page.count('value="done"') == 1 and page.count("keep it as Partly") == 2


def test_where_somebody_stopped_is_offered_and_goes_with_the_press(cast, client, walk):
    client.post(f"/drafts/start/{cast.assignment.pk}/", {"step": "2"})
    assert "Go on at step 2" in walk().content.decode()
    client.post(address("today-log", cast.assignment), press(step="3"))
    assert not Draft.objects.exists()


def test_today_goes_on_where_somebody_stopped(cast, client, walk):
    assert "Start it now, step by step" in client.get("/today/").text
    client.post(f"/drafts/start/{cast.assignment.pk}/", {"step": "2"})
    page = client.get("/today/").text
    assert "Go on at step 2" in page and "Start it now" not in page
    client.post(address("today-log", cast.assignment), press(step="3"))
    assert "Go on at step" not in client.get("/today/").text


def test_beside_the_card_to_the_fore_it_goes_on_too(cast, client, walk):
    plan = cast.assignment.plan
    other = Assignment.in_own_words("Ring Nora", plan=plan, how="Sit down.\nRing.")
    client.post(f"/drafts/start/{other.pk}/", {"step": "2"})
    page = client.get("/today/").text
    assert page.index("Ring Nora") < page.index("Go on at step 2")


def test_a_place_that_arrives_after_done_is_no_place_any_more(cast, client, walk):
    sent = press(step="3")
    client.post(address("today-log", cast.assignment), sent)
    late = {"step": "2", "device_id": sent["device_id"]}
    assert client.post(f"/drafts/start/{cast.assignment.pk}/", late).status_code == 204
    assert not Draft.objects.exists()
    client.post(f"/drafts/start/{cast.assignment.pk}/", late | {"device_id": str(uuid.uuid4())})
    assert Draft.objects.exists()


@pytest.mark.parametrize("step", ["-1", "x", "", "1"])
def test_a_place_that_is_none_is_not_offered(cast, client, walk, step):
    client.post(f"/drafts/start/{cast.assignment.pk}/", {"step": step})
    assert '<p class="saved" data-offer="Go on at step {number}" hidden>' in read(walk())


def test_another_press_leaves_the_place(cast, client, walk):
    client.post(f"/drafts/start/{cast.assignment.pk}/", {"step": "2"})
    client.post(address("today-log", cast.assignment), press())
    assert Draft.objects.get().answers == {"step": "2"}


def test_without_steps_it_leads_to_writing_it_down(cast, client):
    client.force_login(cast.cleo)
    assert client.get(address("start", cast.assignment)).url == address("log", cast.assignment)


def test_a_strangers_homework_does_not_exist(cast, signed_in):
    assert signed_in(cast.carl).get(address("start", cast.assignment)).status_code == 404
    assert signed_in(cast.tess).get(address("start", cast.assignment)).status_code == 403
