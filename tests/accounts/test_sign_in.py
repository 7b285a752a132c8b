"""Sign-in as Midweek sets the library up, held by what it does."""

import re

import pytest
from django.urls import reverse

from accounts.models import User

pytestmark = pytest.mark.django_db

PASSWORD = "correct-horse-9"


def sign_in(client, email, password=PASSWORD, **more):
    return client.post("/accounts/login/", {"login": email, "password": password, **more})


def test_a_client_signs_in_with_address_and_password(client, cast):
    assert sign_in(client, "Cleo@Example.org").url == "/"
    assert client.session["_auth_user_id"] == str(cast.cleo.pk)


def test_staff_are_asked_for_their_second_step(client, cast):
    assert sign_in(client, "tess@example.org").url == "/accounts/2fa/authenticate/"
    assert "_auth_user_id" not in client.session


def test_an_unknown_address_and_a_wrong_password_get_the_same_page(client, cast):
    wrong = sign_in(client, "cleo@example.org", "wrong-horse-99")
    unknown = sign_in(client, "nobody@example.org", "wrong-horse-99")
    assert wrong.status_code == unknown.status_code == 422
    assert alike(wrong, "cleo") == alike(unknown, "nobody")


def test_a_forgotten_password_answers_alike_for_everybody(
    client, cast, mailoutbox, django_capture_on_commit_callbacks
):
    pages = []
    for name in ("cleo", "nobody"):
        with django_capture_on_commit_callbacks(execute=True):
            answer = client.post("/accounts/password/reset/", {"email": f"{name}@example.org"})
        pages.append(alike(client.get(answer.url), name))
        client.cookies.clear()
    assert pages[0] == pages[1] and len(mailoutbox) == 2
    assert [mail.subject for mail in mailoutbox] == ["Your code", "About your sign-in"]


def test_the_code_of_a_forgotten_password_signs_nobody_in(
    client, cast, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/accounts/password/reset/", {"email": "cleo@example.org"})
    client.post("/accounts/password/reset/confirm/", {"code": code_in(mailoutbox[0])})
    new = {"password1": "another-horse-8", "password2": "another-horse-8"}
    answer = client.post("/accounts/password/reset/complete/", new, follow=True)
    assert "Your new password is saved" in answer.text and "_auth_user_id" not in client.session
    assert sign_in(client, "cleo@example.org", "another-horse-8").url == "/"


def test_six_wrong_passwords_lock_the_account_not_the_clinic(client, cast):
    for _ in range(6):
        sign_in(client, "cleo@example.org", "wrong-horse-99")
    assert "Wait five minutes" in sign_in(client, "cleo@example.org").text
    assert sign_in(client, "carl@example.org").status_code == 302


def test_leaving_the_page_by_an_outside_address_is_refused(client, cast):
    for outside in ("https://evil.test/", "//evil.test/", "javascript:alert(1)"):
        assert sign_in(client, "cleo@example.org", next=outside).url == "/"
        client.logout()


def test_get_neither_signs_out_nor_in(signed_in, cast):
    client = signed_in(cast.cleo)
    assert client.get("/accounts/logout/").status_code == 200
    assert "_auth_user_id" in client.session


def test_a_closed_account_stays_out(client, cast):
    User.objects.filter(pk=cast.cleo.pk).update(is_active=False)
    sign_in(client, "cleo@example.org")
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    "name",
    ["account_email", "account_change_password", "mfa_index", "usersessions_list"],
)
def test_pages_of_the_library_wear_our_layout(signed_in, cast, name):
    page = signed_in(cast.cleo).get(reverse(name))
    assert page.status_code == 200 and 'class="top__mark"' in page.text


def test_important_changes_ask_once_more(signed_in, cast):
    client = signed_in(cast.cleo)
    for path in ("/accounts/2fa/totp/activate/", "/accounts/2fa/webauthn/add/"):
        assert client.get(path).url.startswith("/accounts/reauthenticate/")
    answer = client.post("/accounts/email/", {"action_add": "", "email": "new@example.org"})
    assert answer.url.startswith("/accounts/reauthenticate/")


def test_wrong_codes_for_a_new_address_are_not_said_to_be_passwords(signed_in, cast):
    client = signed_in(cast.cleo)
    client.post("/accounts/reauthenticate/", {"password": "correct-horse-9"})
    client.post("/accounts/email/", {"action_add": "", "email": "new@example.org"})
    for _time in range(3):
        answer = client.post("/accounts/confirm-email/", {"code": "0000-0000"}, follow=True)
    assert "Ask for a new code." in answer.text and "password by e-mail" not in answer.text


def test_what_we_do_not_want_is_shut(signed_in, cast):
    client = signed_in(cast.cleo)
    assert client.get("/accounts/2fa/recovery-codes/download/").status_code == 405


def test_subjects_and_senders_say_nothing(
    client, cast, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        for email in ("cleo@example.org", "nobody@example.org"):
            client.post("/accounts/password/reset/", {"email": email})
    for mail in mailoutbox:
        said = (mail.subject + mail.body + mail.from_email).lower()
        assert not re.search("therap|clinic|client|homework|example\\.com", said)


def code_in(mail):
    return re.search(r"\d{4}-\d{4}", mail.body)[0]


def alike(response, name):
    """The page without what differs between any two: the token, and the address typed in."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", response.text)
    return text.replace(f"{name}@example.org", "somebody")
