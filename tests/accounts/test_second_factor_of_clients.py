"""A clinic may ask its clients for a second step; what they were writing waits for them."""

import pytest

from accounts.models import ParkedPost
from tests.accounts.test_second_factor import enrol
from tests.homework.presses import address

pytestmark = pytest.mark.django_db


@pytest.fixture
def strict(signed_in, cast):
    """Harbour asks; Ada says so on the clinic's page."""
    facts = {"name": "Harbour", "time_zone": "Europe/London", "reminder_hour": 18}
    facts |= {"crisis_text": cast.harbour.crisis_text, "retention_years": 10}
    ada = signed_in(cast.ada)
    assert (
        ada.post("/clinic/settings/", {**facts, "clients_second_factor": "on"}).status_code == 302
    )
    ada.logout()
    return cast


def test_a_client_sets_one_up_before_the_next_page(signed_in, strict):
    client = signed_in(strict.cleo)
    assert client.get("/today/").url == "/accounts/2fa/"
    assert "Your clinic asks for a second step" in client.get("/accounts/2fa/").text
    assert [client.get(path).status_code for path in ("/me/", "/help/")] == [200, 200]
    enrol(client, strict.cleo)
    assert client.get("/today/").status_code == 200


def test_what_was_written_waits_and_comes_next(signed_in, strict):
    client = signed_in(strict.cleo)
    answer = client.post(address("log", strict.assignment), {"note": "I sat upstairs"})
    assert answer.url == "/accounts/2fa/"
    enrol(client, strict.cleo)
    assert client.get("/").url == f"/parked/{ParkedPost.objects.get().pk}/"
    assert client.get("/").url == "/today/"


def test_of_two_things_written_both_come_next(signed_in, strict):
    client = signed_in(strict.cleo)
    for note in ("I sat upstairs", "Then I rode two stops"):
        client.post(address("log", strict.assignment), {"note": note})
    enrol(client, strict.cleo)
    waiting = {f"/parked/{post.pk}/" for post in ParkedPost.objects.all()}
    assert len(waiting) == 2 and {client.get("/").url, client.get("/").url} == waiting
    assert client.get("/").url == "/today/"


def test_where_too_much_waits_already_the_words_stay_on_their_page(signed_in, strict, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "parked": "1/h/key"}
    client = signed_in(strict.cleo)
    client.post(address("log", strict.assignment), {"note": "one"})
    page = client.post(address("log", strict.assignment), {"note": "I sat upstairs today"})
    assert page.status_code == 401 and "I sat upstairs today" in page.text
    assert 'href="/accounts/2fa/"' in page.text


def test_what_waits_on_a_phone_stays_there(signed_in, strict):
    sent = {"headers": {"X-Outbox": "1"}}
    answer = signed_in(strict.cleo).post(address("log", strict.assignment), {"note": "x"}, **sent)
    assert answer.status_code == 401 and not ParkedPost.objects.exists()


def test_another_clinics_clients_are_not_asked(signed_in, strict):
    assert signed_in(strict.zack).get("/today/").status_code == 200


def test_nor_whose_therapy_there_has_ended(signed_in, strict):
    strict.therapy.end(by=strict.tess, what_helped="The timetable")
    assert signed_in(strict.cleo).get("/history/").status_code == 200
