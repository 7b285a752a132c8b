"""A form that meets an expired sign-in loses nothing, and nobody else reads it."""

import re
import uuid
from datetime import timedelta
from email.utils import parsedate_to_datetime

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from accounts.models import ParkedPost
from accounts.sessions import AUTHOR, SessionStore

pytestmark = pytest.mark.django_db

WORDS = "I rode two buses and it was less bad than I thought."


@pytest.fixture
def expired(signed_in, cast):
    """Cleo's browser, its sign-in run out."""
    client = signed_in(cast.cleo)
    client.get("/me/")
    Session.objects.update(expire_date=timezone.now() - timedelta(minutes=1))
    return client


def send(client, path="/me/", **fields):
    return client.post(path, {"note": WORDS, "csrfmiddlewaretoken": "x", **fields})


def sign_in(client, answer, email="cleo@example.org", onward=None):
    after = answer.url.split("next=")[1].replace("%2F", "/") if onward is None else onward
    return client.post(
        "/accounts/login/", {"login": email, "password": "correct-horse-9", "next": after}
    )


def test_the_words_wait_behind_the_sign_in(expired):
    answer = sign_in(expired, send(expired, password="secret-9"))
    page = expired.get(answer.url)
    assert WORDS in page.text and 'action="/me/"' in page.text
    assert "secret-9" not in page.text
    assert page.text.count('name="csrfmiddlewaretoken"') == page.text.count("<form")


@pytest.mark.parametrize("others_see", [False, True])
def test_a_browser_keeps_the_cookie_that_says_whose_they_are(signed_in, cast, settings, others_see):
    """A browser drops a cookie by itself, at the time that came with it."""
    cast.cleo.say_about_phone(own=False, others_see=others_see)
    client = signed_in(cast.cleo)
    client.get("/me/")
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    with time_machine.travel(Session.objects.get().expire_date + timedelta(hours=23)):
        if parsedate_to_datetime(cookie["expires"]) < timezone.now():
            client.cookies.clear()
        assert client.get("/me/").status_code == 302
        send(client)
    assert ParkedPost.objects.get().author == cast.cleo


@pytest.mark.parametrize("first", ["/sync/token/", "/help/", "/manifest.webmanifest", "/today/"])
def test_a_page_asked_before_does_not_lose_whose_they_are(expired, cast, first):
    expired.get(first)
    send(expired)
    assert ParkedPost.objects.get().author == cast.cleo


def test_what_a_page_sends_along_is_not_read_back(expired):
    draft = f"/drafts/report/{uuid.uuid4()}/"
    page = expired.get(sign_in(expired, send(expired, draft=draft)).url)
    assert f">{draft}<" not in page.text and f'value="{draft}"' in page.text


@pytest.mark.parametrize("onward", ["", "/today/"])
def test_who_signs_in_later_is_led_to_them(expired, client, onward):
    """The page that knew of them is closed, or another person has used it."""
    there = send(expired)
    answer = sign_in(client, there, onward=onward)
    assert WORDS in client.get(answer.url).text


@pytest.mark.parametrize("onward", ["/signed-in-again/", "/join/token/"])
def test_where_somebody_is_awaited_comes_first(expired, client, onward):
    assert sign_in(client, send(expired), onward=onward).url == onward


def test_only_their_author_sees_them(expired, cast):
    answer = send(expired)
    assert sign_in(expired, answer, "carl@example.org").status_code == 302
    assert expired.get(f"/parked/{ParkedPost.objects.get().pk}/").status_code == 404


def test_nobody_else_lets_them_go(expired, cast):
    send(expired)
    carl = Client()
    carl.force_login(cast.carl)
    post = ParkedPost.objects.get()
    assert carl.post("/me/phone/", {"parked": post.pk}).status_code == 302
    assert carl.post(f"/parked/{post.pk}/").status_code == 404
    assert ParkedPost.objects.get() == post


def test_they_are_sealed_in_the_database(expired):
    send(expired)
    assert WORDS.encode() not in bytes(ParkedPost.objects.get().body)


def test_sent_again_they_arrive_and_wait_no_longer(expired, cast):
    fields = {"name": "Cleo Bird", "time_zone": "Europe/London", "language": "en-gb"}
    sign_in(expired, send(expired, theme="dark", text_size="normal", **fields))
    post = ParkedPost.objects.get()
    expired.post(post.path, {**dict(post.fields), "parked": post.pk})
    cast.cleo.refresh_from_db()
    assert cast.cleo.name == "Cleo Bird" and not ParkedPost.objects.exists()


def test_what_does_not_arrive_keeps_waiting(expired):
    sign_in(expired, send(expired))
    post = ParkedPost.objects.get()
    assert expired.post(post.path, {**dict(post.fields), "parked": post.pk}).status_code == 422
    assert ParkedPost.objects.exists()


def test_they_can_be_let_go(expired):
    expired.post(sign_in(expired, send(expired)).url)
    assert not ParkedPost.objects.exists()


def test_they_wait_a_day(expired):
    answer = sign_in(expired, send(expired))
    assert expired.get(answer.url).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        assert expired.get(answer.url).status_code == 404


def test_a_text_that_grew_waits_once_and_another_beside_it(expired):
    send(expired, note="I rode")
    send(expired, note="I rode two")
    send(expired, note="Something else")
    waiting = [post.words for post in ParkedPost.objects.order_by("at")]
    assert len(waiting) == 2


def test_htmx_is_led_to_the_sign_in(expired):
    answer = expired.post("/me/", {"note": WORDS}, headers={"HX-Request": "true"})
    assert answer.status_code == 204
    assert "accounts/login" in answer.headers["HX-Redirect"]


def test_what_was_looked_for_is_not_parked(expired):
    answer = expired.post("/history/search/", {"words": "the bridge"})
    assert answer.url == "/accounts/login/?next=%2F" and not ParkedPost.objects.exists()


def test_where_nobody_knows_whose_they_are_they_go_back_to_who_sent_them(client, cast):
    """Parked is nothing, lost neither: signed in beside it, they are sent from the same page."""
    answer = send(client, password="secret-9")
    assert answer.status_code == 401 and not ParkedPost.objects.exists()
    assert WORDS in answer.text and 'action="/me/"' in answer.text
    assert "secret-9" not in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    htmx = client.post("/me/", {"note": WORDS}, headers={"HX-Request": "true"})
    assert htmx.status_code == 401 and not htmx.content


def test_a_press_without_words_leads_to_the_sign_in(client, cast):
    answer = client.post("/me/phone/", {"csrfmiddlewaretoken": "x"})
    assert answer.url == "/accounts/login/?next=%2F"


def new_password(cleo):
    cleo.set_password("another-horse-7")
    cleo.save()


def ended_device(cleo):
    for device in UserSession.objects.filter(user=cleo):
        device.end()


@pytest.mark.parametrize("end", [new_password, ended_device])
@pytest.mark.parametrize("first", [None, "/today/"])
def test_a_sign_in_ended_elsewhere_loses_no_words(signed_in, cast, end, first):
    client = signed_in(cast.cleo)
    client.get("/me/")
    UserSession.objects.get_or_create(
        user=cast.cleo, session_key=client.session.session_key, ip="127.0.0.1"
    )
    end(cast.cleo)
    if first:
        client.get(first)
    answer = send(client)
    assert answer.url == f"/accounts/login/?next=%2Fparked%2F{ParkedPost.objects.get().pk}%2F"
    assert ParkedPost.objects.get().author == cast.cleo


def test_what_stays_of_an_ended_sign_in_opens_nothing(signed_in, cast):
    client = signed_in(cast.cleo)
    client.get("/me/")
    key = client.session.session_key
    client.session.delete(key)
    row = Session.objects.get(session_key=key)
    assert row.get_decoded() == {AUTHOR: str(cast.cleo.pk)} and row.expire_date <= timezone.now()
    assert client.get("/me/").status_code == 302


def test_nobody_fills_the_table(expired):
    """What is too much goes back to the page that sent it."""
    answers = {send(expired, note=f"{number} times").status_code for number in range(70)}
    assert ParkedPost.objects.count() == 60 and answers == {302, 401}


OURS = {"HTTP_ORIGIN": "http://testserver"}


@pytest.fixture
def strict(cast):
    """Cleo signed in anew in another window: the token of the open form is old."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.cleo)
    return client


def test_a_form_from_before_a_sign_in_elsewhere_loses_nothing(strict, cast):
    answer = strict.post("/me/", {"note": WORDS}, **OURS)
    post = ParkedPost.objects.get()
    assert answer.url == f"/parked/{post.pk}/" and WORDS in strict.get(answer.url).text
    htmx = strict.post("/me/", {"note": WORDS}, **OURS, HTTP_HX_REQUEST="true")
    assert htmx.headers["HX-Redirect"] == f"/parked/{ParkedPost.objects.get().pk}/"


def token(page):
    return re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)[1]


def test_with_too_much_waiting_it_is_sent_from_the_page_that_says_why(strict, cast, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "parked": "1/h/key"}
    strict.post("/me/zone/", {"time_zone": "Europe/Paris"}, **OURS)
    page = strict.post("/me/zone/", {"time_zone": "Europe/Rome"}, **OURS)
    assert page.status_code == 401 and "signed in anew" in page.text
    assert "You are signed out" not in page.text
    anew = {"time_zone": "Europe/Rome", "csrfmiddlewaretoken": token(page)}
    assert strict.post("/me/zone/", anew, **OURS).status_code == 302
    cast.cleo.refresh_from_db()
    assert cast.cleo.time_zone == "Europe/Rome"
    piece = strict.post("/me/zone/", {"time_zone": "Europe/Oslo"}, **OURS, HTTP_HX_REQUEST="true")
    assert piece.headers["HX-Retarget"] == "body" and "Europe/Oslo" in piece.text


def test_a_form_of_another_person_does_not_wait_for_who_is_signed_in(strict, cast):
    answer = strict.post("/me/", {"note": WORDS, "author": cast.carl.pk}, **OURS)
    assert answer.status_code == 401 and WORDS in answer.text
    assert not ParkedPost.objects.exists()


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", None])
def test_another_site_parks_nothing(strict, origin):
    headers = {"HTTP_ORIGIN": origin} if origin else {}
    assert strict.post("/me/", {"note": WORDS}, **headers).status_code == 403
    assert not ParkedPost.objects.exists()


def test_an_old_sign_in_form_parks_nothing(strict):
    answer = strict.post("/accounts/login/", {"login": "cleo@example.org"}, **OURS)
    assert answer.status_code == 403 and not ParkedPost.objects.exists()


def test_the_moment_of_sending_is_not_kept(expired):
    """Sent again it would be another: the practice would move by as long as it waited."""
    send(expired, sent_at="2026-11-24T09:00:00Z", done_at="2026-11-24T08:59:00Z")
    assert dict(ParkedPost.objects.get().fields).keys() == {"note", "done_at"}


def test_a_page_under_way_does_not_open_an_ended_sign_in_again(signed_in, cast):
    """It read the session before, and notes afterwards when somebody was last there."""
    client = signed_in(cast.cleo)
    client.get("/me/")
    under_way = SessionStore(client.session.session_key)
    under_way["seen"] = (0, 0)
    under_way.delete(under_way.session_key)
    with pytest.raises(UpdateError):
        under_way.save()
    assert client.get("/me/").status_code == 302
