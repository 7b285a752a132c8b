"""Where somebody is signed in: each is shown, each can be ended, and what hangs from it ends."""

import pytest
from allauth.usersessions.models import UserSession
from django.template.loader import get_template
from django.test import Client

from config.settings import BASE_DIR
from reminders.models import Device, VapidKey

pytestmark = pytest.mark.django_db


def window_of(person, agent="Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0"):
    window = Client(headers={"User-Agent": agent})
    window.post("/accounts/login/", {"login": person.email, "password": "correct-horse-9"})
    return window


def row_of(window):
    return UserSession.objects.get(session_key=window.session.session_key)


def reminded_in(window, person):
    facts = {"endpoint": "https://fcm.googleapis.com/x", "p256dh": "", "auth": ""}
    key = window.session.session_key
    return Device.subscribe(person, **facts, vapid_key=VapidKey.make(), session_key=key)


def test_one_device_is_signed_out_and_no_other(cast):
    here, lost, third = (window_of(cast.cleo) for _ in range(3))
    reminded_in(lost, cast.cleo)
    page = here.get("/accounts/sessions/")
    assert page.text.count("Firefox") >= 3 and page.text.count("this device") == 1
    answer = here.post(f"/me/sign-ins/{row_of(lost).pk}/end/", follow=True)
    assert "That device is signed out." in answer.text
    assert [w.get("/me/").status_code for w in (here, lost, third)] == [200, 302, 200]
    assert not Device.objects.exists()


def test_everywhere_else_at_once(cast):
    here, lost, third = (window_of(cast.cleo) for _ in range(3))
    reminded_in(lost, cast.cleo)
    here.post("/accounts/sessions/")
    assert [w.get("/me/").status_code for w in (here, lost, third)] == [200, 302, 302]
    assert not Device.objects.exists()


def test_this_one_too(cast):
    here = window_of(cast.cleo)
    here.post(f"/me/sign-ins/{row_of(here).pk}/end/")
    assert here.get("/me/").status_code == 302


def test_not_somebody_elses(cast):
    here, theirs = window_of(cast.cleo), window_of(cast.carl)
    assert here.post(f"/me/sign-ins/{row_of(theirs).pk}/end/").status_code == 404
    assert theirs.get("/me/").status_code == 200


def test_a_page_that_looks_again_by_itself_says_so():
    """Else it would keep a sign-in, and an open lock, alive while nobody is there."""
    polls = [
        path
        for path in (BASE_DIR / "templates").rglob("*.html")
        if 'hx-trigger="every' in (text := path.read_text()) and "X-By-Itself" not in text
    ]
    assert polls == [] and get_template("records/copies.html")


CHANGES = {
    "/accounts/email/": {"action_add": "", "email": "new@example.org"},
    "/accounts/2fa/totp/activate/": {"code": "123456"},
    "/accounts/2fa/totp/deactivate/": {},
    "/accounts/2fa/webauthn/add/": {"credential": "{}"},
    "/accounts/2fa/recovery-codes/generate/": {},
}


@pytest.mark.parametrize("path", CHANGES)
def test_a_change_to_the_sign_in_asks_again(signed_in, cast, path):
    cast.cleo.authenticator_set.create(type="totp", data={"secret": ""})
    if "activate" in path:
        cast.cleo.authenticator_set.all().delete()
    if "deactivate" in path:
        cast.cleo.authenticator_set.create(type="totp", data={"secret": ""})
    answer = signed_in(cast.cleo).post(path, CHANGES[path])
    assert answer.url.startswith(("/accounts/reauthenticate/", "/accounts/2fa/reauthenticate/"))
