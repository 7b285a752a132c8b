"""What a client reads about their reminders, and how they change them."""

import pytest

pytestmark = pytest.mark.django_db
PAGES = ("/me/", "/me/reminders/")


@pytest.fixture
def cleo(signed_in, cast):
    return signed_in(cast.cleo)


@pytest.fixture
def unproved(cast):
    cast.cleo.emailaddress_set.update(verified=False)


@pytest.mark.parametrize("place", PAGES)
def test_who_has_proved_the_address_is_not_asked_to(cleo, place):
    assert "Prove my e-mail address" not in cleo.get(place).text


@pytest.mark.parametrize("place", PAGES)
def test_who_has_not_reads_that_none_come_and_where_to_prove_it(cleo, unproved, place):
    text = cleo.get(place).text
    assert "begin once you have proved your address" in text
    assert "By e-mail, at most" not in text
    assert "/accounts/email/" in text and "Prove my e-mail address" in text


def test_there_a_code_is_sent(cleo, unproved, mailoutbox, django_capture_on_commit_callbacks):
    assert "Send a code" in cleo.get("/accounts/email/").text
    with django_capture_on_commit_callbacks(execute=True):
        asked = {"email": "cleo@example.org", "action_send": ""}
        assert cleo.post("/accounts/email/", asked).status_code == 302
    assert mailoutbox[-1].to == ["cleo@example.org"]
    code = mailoutbox[-1].body.split("\n\n")[1]
    cleo.post("/accounts/confirm-email/", {"code": code})
    assert "By e-mail, at most one a day" in cleo.get("/me/").text
