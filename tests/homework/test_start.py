"""Starting a homework: one step at a time, and the last one logs it."""

import pytest

from tests.homework.presses import address

pytestmark = pytest.mark.django_db


@pytest.fixture
def walk(cast, client):
    client.force_login(cast.cleo)
    cast.assignment.how = "Put your shoes on.\nWalk to the stop. (3 minutes)\nLook around."
    cast.assignment.save(update_fields=["how"])
    return lambda query="": client.get(address("start", cast.assignment) + query)


@pytest.mark.parametrize("query", ["", "?step=1", "?step=0", "?step=-3", "?step=x", "?step=²"])
def test_it_begins_with_the_first_step(walk, query):
    page = walk(query).content.decode()
    assert "Put your shoes on." in page and "1 of 3" in page and "?step=2" in page


def test_a_step_with_minutes_has_a_quiet_timer(walk):
    page = walk("?step=2").content.decode()
    assert 'seconds="180"' in page and "makes no sound" in page
    assert "Stop here and keep it as Partly" in page


@pytest.mark.parametrize("query", ["?step=3", "?step=99", "?step=99999999999999999999"])
def test_the_last_step_logs_it(walk, query):
    page = walk(query).content.decode()
    assert "Look around." in page and 'value="done"' in page and "That was the last step." in page


def test_without_steps_it_leads_to_writing_it_down(cast, client):
    client.force_login(cast.cleo)
    assert client.get(address("start", cast.assignment)).url == address("log", cast.assignment)


def test_a_strangers_homework_does_not_exist(cast, signed_in):
    assert signed_in(cast.carl).get(address("start", cast.assignment)).status_code == 404
    assert signed_in(cast.tess).get(address("start", cast.assignment)).status_code == 403
