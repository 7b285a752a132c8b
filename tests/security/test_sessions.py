"""A sign-in is a row on the server: it has a new key, it ends where it should, and nothing opens
it again."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import get_resolver, reverse

from accounts.models import User
from tests.accounts.test_sign_in import PASSWORD, code_in, sign_in

pytestmark = pytest.mark.django_db
COOKIE = "sessionid"


def key_of(client):
    return client.cookies[COOKIE].value


def is_in(client):
    return client.get("/me/").status_code == 200


def test_a_key_that_somebody_laid_is_not_the_key_of_the_sign_in(client, cast):
    client.get("/accounts/login/")
    client.session.save()
    client.cookies[COOKIE] = "laid" * 8
    sign_in(client, "cleo@example.org")
    assert key_of(client) != "laid" * 8 and is_in(client)
    assert not Session.objects.filter(session_key="laid" * 8).exists()


def test_each_sign_in_has_a_key_of_its_own(client, cast):
    keys = set()
    for _ in range(3):
        sign_in(client, "cleo@example.org")
        keys.add(key_of(client))
        client.post("/accounts/logout/")
    assert len(keys) == 3 and all(len(key) == 32 for key in keys)


def test_signed_out_the_key_opens_nothing(client, cast):
    sign_in(client, "cleo@example.org")
    key = key_of(client)
    client.post("/accounts/logout/")
    other = Client()
    other.cookies[COOKIE] = key
    assert not is_in(other)


def test_a_closed_account_is_out_everywhere_at_once(signed_in, cast):
    here, there = signed_in(cast.cleo), Client()
    there.force_login(cast.cleo)
    User.objects.filter(pk=cast.cleo.pk).update(is_active=False)
    assert not is_in(here) and not is_in(there)


def test_a_new_password_ends_the_other_sign_ins(signed_in, cast):
    here, there = signed_in(cast.cleo), Client()
    there.force_login(cast.cleo)
    new = {"password1": "another-horse-8", "password2": "another-horse-8"}
    here.post("/accounts/password/change/", {"oldpassword": PASSWORD} | new)
    assert not is_in(there)


def test_a_person_sees_their_sign_ins_and_ends_the_others(client, cast):
    there = Client()
    for each in (client, there):
        sign_in(each, "cleo@example.org")
        assert is_in(each)
    page = client.get(reverse("usersessions_list"))
    assert page.status_code == 200
    client.post(reverse("usersessions_list"))
    assert is_in(client) and not is_in(there)


def test_a_code_for_a_password_works_where_it_was_asked_for(
    client, cast, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/accounts/password/reset/", {"email": "cleo@example.org"})
        elsewhere = Client()
        elsewhere.post("/accounts/password/reset/", {"email": "carl@example.org"})
    code = next(code_in(mail) for mail in mailoutbox if mail.to == ["cleo@example.org"])
    answer = elsewhere.post("/accounts/password/reset/confirm/", {"code": code})
    assert answer.status_code == 422


def test_the_fourth_code_fails_even_if_it_is_right(
    client, cast, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/accounts/password/reset/", {"email": "cleo@example.org"})
    for _ in range(3):
        client.post("/accounts/password/reset/confirm/", {"code": "0000-0000"})
    client.post("/accounts/password/reset/confirm/", {"code": code_in(mailoutbox[0])})
    answer = client.get("/accounts/password/reset/complete/")
    assert "password1" not in getattr(answer, "text", "")


def test_looking_signs_nobody_in(client, cast):
    for pattern in get_resolver().reverse_dict:
        if isinstance(pattern, str) and not get_resolver().reverse_dict[pattern][0][0][1]:
            client.get(reverse(pattern))
    assert "_auth_user_id" not in client.session


def test_every_page_leads_to_signing_out(signed_in, cast):
    for name, pages in {
        "cleo": ("/today/", "/history/", "/goals/", "/toolbox/"),
        "tess": ("/caseload/", "/library/", f"/caseload/{cast.therapy.pk}/"),
        "ada": ("/clinic/", "/clinic/people/"),
    }.items():
        client = signed_in(getattr(cast, name))
        assert "/accounts/logout/" in client.get("/me/").text
        assert all('href="/me/"' in client.get(page).text for page in pages)
