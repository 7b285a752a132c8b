"""Somebody else may see this phone: what was stored goes, and Leave holds at once."""

import pytest
from django.contrib.auth import SESSION_KEY
from django.test import Client

from accounts.models import ParkedPost

pytestmark = pytest.mark.django_db

CLEARED = '"storage"'


def clears(answer):
    return answer.headers.get("Clear-Site-Data") == CLEARED


@pytest.fixture
def seen(signed_in, cast):
    """Cleo's browser, with the switch on."""
    cast.cleo.say_about_phone(own=True, others_see=True)
    return signed_in(cast.cleo)


def test_switched_on_the_browser_is_told_to_clear(signed_in, cast):
    client = signed_in(cast.cleo)
    assert not clears(client.get("/me/"))
    assert clears(client.post("/me/phone/"))
    assert not clears(client.get("/me/"))


def test_at_joining_too(join, invitation):
    assert clears(join(invitation.mail_path(), others_see="yes"))


def test_signing_in_clears_for_them_alone_and_signing_out_for_everybody(seen, cast, client):
    answer = seen.post("/accounts/logout/")
    assert clears(answer) and answer.url == "/measures/"
    sign_in = {"login": "cleo@example.org", "password": "correct-horse-9"}
    assert clears(seen.post("/accounts/login/", sign_in))
    client.force_login(cast.carl)
    assert clears(client.post("/accounts/logout/"))


def test_each_page_has_leave(seen):
    for path in ("/today/", "/me/", "/help/", "/no/such/page/"):
        assert "<leave-now" in seen.get(path).text


@pytest.mark.parametrize(("name", "end"), [("left", "strict"), ("__Host-left", "strict; secure")])
def test_the_press_is_marked_as_this_server_asks(seen, settings, name, end):
    settings.LEFT_COOKIE_NAME = name
    mark = f'data-mark="{name}=1; path=/; max-age=2592000; samesite={end}"'
    assert mark in seen.get("/today/").text
    seen.cookies[name] = "1"
    assert seen.get("/today/").cookies[name]["max-age"] == 0
    assert SESSION_KEY not in seen.session


def test_others_have_none(signed_in, cast):
    assert "<leave-now" not in signed_in(cast.cleo).get("/today/").text


def test_the_page_after_it_says_nothing(seen):
    page = seen.get("/measures/").text
    assert "Midweek" not in page and "<script" not in page


def test_a_press_that_never_arrived_counts_with_the_next_request(seen):
    seen.cookies["left"] = "1"
    answer = seen.get("/today/")
    assert answer.url.startswith("/accounts/login/") and clears(answer)
    assert answer.cookies["left"]["max-age"] == 0
    assert SESSION_KEY not in seen.session


def test_help_is_then_that_of_nobody(seen):
    seen.cookies["left"] = "1"
    page = seen.get("/help/")
    assert "Harbour" not in page.text and 'class="bar"' not in page.text


def test_the_last_words_of_a_draft_still_arrive(seen, cast):
    seen.cookies["left"] = "1"
    answer = seen.post(f"/drafts/log/{cast.assignment.pk}/", {"note": "I got off"})
    assert answer.status_code == 204 and cast.therapy.drafts.exists()


def test_a_stranger_with_the_cookie_signs_in_as_usual(client, cast):
    client.cookies["left"] = "1"
    sign_in = {"login": "cleo@example.org", "password": "correct-horse-9"}
    client.post("/accounts/login/", sign_in)
    assert client.get("/today/").status_code == 200


def test_until_the_press_has_counted_the_cookie_stays(seen, cast):
    seen.cookies["left"] = "1"
    for answer in (
        seen.post(f"/drafts/log/{cast.assignment.pk}/", {"note": "I got off"}),
        seen.get("/no/such/page/"),
        seen.get("/accounts/logout/"),
    ):
        assert "left" not in answer.cookies
    assert seen.get("/today/").url.startswith("/accounts/login/")


def test_a_refused_sign_out_is_still_a_press(seen):
    careful = Client(enforce_csrf_checks=True)
    careful.cookies = seen.cookies
    careful.cookies["left"] = "1"
    answer = careful.post("/accounts/logout/")
    assert answer.status_code == 403 and "left" not in answer.cookies
    assert careful.get("/today/").url.startswith("/accounts/login/")


def test_what_another_tab_sends_later_waits_for_its_author(seen, cast):
    seen.cookies["left"] = "1"
    answer = seen.post("/me/", {"note": "Two buses, and less bad than I thought."})
    assert SESSION_KEY not in seen.session
    assert answer.url.endswith(f"parked%2F{ParkedPost.objects.of(cast.cleo).get().pk}%2F")
