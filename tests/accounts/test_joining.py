"""From an invitation to Today: the two secrets, and the one page between."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts.models import Membership, Therapy, User

pytestmark = pytest.mark.django_db


def test_the_page_names_the_clinic_and_nothing_of_the_therapy(client, invitation, cast):
    page = client.get(invitation.link_path())
    assert page.status_code == 200
    assert "Harbour" in page.text
    assert "Nils" not in page.text  # Whoever holds the link may not be the one who was meant.


def test_looking_changes_nothing(client, invitation):
    client.get(invitation.mail_path())
    client.head(invitation.mail_path())
    invitation.refresh_from_db()
    assert invitation.is_open


def test_the_mailed_link_proves_the_address_and_asks_for_one_field(client, invitation, join):
    page = client.get(invitation.mail_path())
    assert page.text.count('type="password"') == 1 and 'type="email"' not in page.text
    assert join(invitation.mail_path()).status_code == 302
    nils = User.objects.get(email="nils@example.org")
    assert nils.name == "Nils" and nils.time_zone == "Europe/Berlin" and nils.own_phone
    assert nils.may_be_mailed and nils.therapies.get().state == "active"
    assert client.session["_auth_user_id"] == str(nils.pk)


def test_the_link_reaches_the_first_page_before_the_address_is_proved(client, invitation, join):
    answer = join(invitation.link_path(), email="Nils@Example.org")
    nils = User.objects.get(email="nils@example.org")
    assert client.session["_auth_user_id"] == str(nils.pk) and answer.url == "/"
    assert not nils.may_be_mailed


def test_the_next_sign_in_proves_the_address_with_a_code(
    client, invitation, join, mailoutbox, django_capture_on_commit_callbacks
):
    join(invitation.link_path(), email="nils@example.org")
    client.post("/accounts/logout/")
    with django_capture_on_commit_callbacks(execute=True):
        sign_in(client, "nils@example.org", "small-steps-7")
    assert "_auth_user_id" not in client.session
    code = mailoutbox[-1].body.split("\n\n")[1]
    client.post("/accounts/confirm-email/", {"code": code})
    assert User.objects.get(email="nils@example.org").may_be_mailed
    assert "_auth_user_id" in client.session


def test_no_mail_leaves_for_an_unproved_address(
    invitation, join, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        join(invitation.link_path(), email="nils@example.org")
    assert mailoutbox == []


def test_nothing_is_chosen_beforehand_and_everything_is_asked(client, invitation, join):
    assert " checked" not in client.get(invitation.mail_path()).text
    answer = client.post(invitation.mail_path(), {"password": "small-steps-7"})
    assert answer.status_code == 422 and answer.text.count("field--error") == 3
    assert not User.objects.filter(email="nils@example.org").exists()


def test_a_weak_password_or_an_unknown_zone_is_said_and_makes_nothing(invitation, join):
    assert join(invitation.mail_path(), password="midweek 2026").status_code == 422
    answer = join(invitation.mail_path(), zone="Mars/Olympus")
    assert answer.status_code == 422 and '<select name="zone"' in answer.text
    assert not User.objects.filter(email="nils@example.org").exists()


def test_somebody_who_may_see_the_phone_wins_over_its_owner(invitation, join):
    join(invitation.mail_path(), others_see="yes")
    assert not User.objects.get(email="nils@example.org").keeps_on_device


def test_a_link_works_once(client, invitation, join):
    join(invitation.mail_path())
    client.logout()
    for path in (invitation.mail_path(), invitation.link_path()):
        assert join(path, email="other@example.org").status_code == 404
    assert not User.objects.filter(email="other@example.org").exists()


def test_who_used_the_link_goes_on_where_it_led(client, invitation, join):
    join(invitation.mail_path())
    assert client.get(invitation.mail_path()).url == "/"


def test_bad_used_expired_and_revoked_links_show_one_page(client, invitation, cast):
    bad = client.get("/join/nothing/").text
    with time_machine.travel(timezone.now() + timedelta(hours=73)):
        expired = client.get(invitation.mail_path()).text
    invitation.revoke(by=cast.tess)
    assert bad == expired == client.get(invitation.mail_path()).text


def test_a_known_address_signs_in_first_and_then_joins(client, invitation, join, cast):
    path = invitation.link_path()
    answer = join(path, email="cleo@example.org", password="whatever-it-is-1")
    assert (
        answer.status_code == 302
        and answer.url == f"/accounts/login/?next={path.replace('/', '%2F')}"
    )
    assert User.objects.filter(email="cleo@example.org").count() == 1
    client.force_login(cast.carl)
    page = client.get(path)
    assert "carl@example.org" in page.text and 'type="password"' not in page.text
    client.post(path, {"consent": "on"})
    assert Therapy.objects.of_client(cast.carl).count() == 2


def test_the_page_is_the_same_whether_or_not_the_address_is_known(client, cast, invitation):
    known = Therapy.begin(clinic=cast.harbour, lead=cast.otto, client_name="Nils", by=cast.otto)
    other = type(invitation).send_to_client(known, email="nils@example.org", by=cast.otto)
    before = client.get(other.link_path()).text
    User.objects.create_user("nils@example.org", "small-steps-7", name="Nils")
    after = client.get(other.link_path()).text
    assert without_token(before) == without_token(after)


def test_nobody_is_their_own_client_or_twice_the_client_of_one(client, invitation, cast):
    for person in (cast.tess, cast.cleo):
        client.force_login(person)
        answer = client.post(
            invitation.mail_path(), {"consent": "on", "own_phone": "yes", "others_see": "no"}
        )
        assert answer.status_code == 422
    invitation.refresh_from_db()
    assert invitation.is_open


def test_a_client_on_paper_can_join_later(cast, join):
    therapy = Therapy.begin(
        clinic=cast.harbour, lead=cast.tess, client_name="Nils", by=cast.tess, on_paper=True
    )
    invitation = type(therapy.invitations.model()).send_to_client(
        therapy, email="nils@example.org", by=cast.tess
    )
    join(invitation.mail_path())
    therapy.refresh_from_db()
    assert therapy.client.name == "Nils" and not therapy.on_paper


def test_a_member_proves_the_address_before_anything_opens(client, cast, mailoutbox):
    made = invite_member(cast)
    answer = client.post(
        made.link_path(),
        {"name": "Nora", "email": "nora@example.org", "password": "small-steps-7"},
    )
    assert answer.url == "/accounts/confirm-email/" and "_auth_user_id" not in client.session
    assert Membership.objects.therapists().filter(user__email="nora@example.org").exists()


def test_a_client_of_one_clinic_becomes_a_therapist_of_another(client, cast):
    client.force_login(cast.zack)
    client.post(invite_member(cast, email="zack@example.org").mail_path())
    assert Membership.objects.therapists().filter(user=cast.zack, clinic=cast.harbour).exists()


def test_a_members_link_that_is_handed_on_lets_nobody_in(client, cast):
    client.force_login(cast.zack)
    answer = client.post(invite_member(cast).mail_path())
    assert answer.status_code == 422 and "It was sent to another address." in answer.text
    assert not Membership.objects.filter(user=cast.zack, clinic=cast.harbour).exists()


def test_tries_are_limited_for_each_link(client, invitation, join):
    answers = [join(invitation.link_path(), email="cleo@example.org") for _ in range(11)]
    assert [answer.status_code for answer in answers] == [302] * 10 + [429]


def invite_member(cast, email="nora@example.org"):
    model = cast.therapy.invitations.model
    return model.send_to_member(
        cast.harbour, email=email, as_admin=False, as_therapist=True, by=cast.ada
    )


def test_whoever_cannot_take_it_reads_so_before_the_press(signed_in, invitation, cast):
    tess = signed_in(cast.tess)
    page = tess.get(invitation.link_path()).text
    assert "You sent this invitation." in page and ">Join<" not in page
    assert "You sent this invitation." in tess.post(invitation.link_path()).text
    assert ">Join<" in signed_in(cast.carl).get(invitation.link_path()).text


def sign_in(client, email, password):
    return client.post("/accounts/login/", {"login": email, "password": password})


def without_token(text):
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text)
