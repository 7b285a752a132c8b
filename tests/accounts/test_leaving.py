"""Whoever is deactivated leaves nothing open: each thing once, in one place."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.utils import timezone

from accounts.models import AuditEvent, Cover, Invitation, Membership
from records.models import Copy
from reminders.models import CalendarAddress, Delivery, Device, Recipient, ReminderSlot
from tests.accounts.objects import device_of
from tests.cast import member_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def window_of(person):
    """Signed in, and known as such, as the form does it."""
    window = Client()
    window.force_login(person)
    key = window.session.session_key
    UserSession.objects.create(user=person, session_key=key, ip="192.0.2.1", user_agent="A phone")
    return window


@pytest.fixture
def left_open(cast):
    """What Will, who stands in for Tess, has open in Harbour: name → whether it still is."""
    now, window = timezone.now(), window_of(cast.will)
    invitation = Invitation.send_to_member(
        cast.harbour, email="x@example.org", as_admin=False, as_therapist=True, by=cast.will
    )
    calendar = CalendarAddress.renew(cast.will)
    device_of(cast.will)
    recipient = Recipient.objects.get(user=cast.will, clinic=cast.harbour)
    facts = {"clinic": cast.harbour, "recipient": recipient}
    Delivery.objects.create(**facts, state=Delivery.State.WAITING)
    ReminderSlot.objects.create(
        **facts,
        kind="digest",
        about=cast.harbour.pk,
        practice_date=now.date(),
        due_at=now,
        not_after=now + DAY,
    )
    Copy.ask(cast.will, "data")
    outside = Client()
    return {
        "staff pages": lambda: window.get("/caseload/").status_code == 200,
        "the sign-in": lambda: window.get("/me/").status_code == 200,
        "cover": lambda: Cover.objects.open().filter(therapist=cast.will).exists(),
        "the link": lambda: outside.get(invitation.link_path()).status_code == 200,
        "the calendar": lambda: outside.get(f"/calendar/{calendar.token}.ics").status_code == 200,
        "the device": lambda: Device.objects.filter(user=cast.will).exists(),
        "a reminder": lambda: ReminderSlot.objects.open().filter(recipient=recipient).exists(),
        "a message": lambda: Delivery.objects.open().filter(recipient=recipient).exists(),
        "a copy": lambda: Copy.objects.filter(user=cast.will).exists(),
    }


def still_open(things):
    return [name for name, is_open in things.items() if is_open()]


def end(signed_in, cast, person):
    place = member_of(person, cast.harbour)
    answer = signed_in(cast.ada).post(f"/clinic/people/{place.pk}/", {"do": "end"})
    assert answer.status_code == 302, answer.text


def test_nothing_stays_open(signed_in, cast, left_open):
    assert still_open(left_open) == list(left_open)
    end(signed_in, cast, cast.will)
    assert still_open(left_open) == []


def test_who_is_a_client_somewhere_keeps_their_own(signed_in, cast, left_open):
    cast.far.client = cast.will
    cast.far.save(update_fields=["client"])
    end(signed_in, cast, cast.will)
    assert still_open(left_open) == ["the calendar", "the device", "a message", "a copy"]
    again = Client()
    again.force_login(cast.will)
    assert again.get("/today/").status_code == 200 and again.get("/caseload/").status_code == 403


def test_an_admin_who_ends_their_own_place_is_signed_out(cast):
    cast.harbour.memberships.filter(user=cast.vera).update(is_admin=True)
    client = window_of(cast.ada)
    path = f"/clinic/people/{member_of(cast.ada, cast.harbour).pk}/"
    assert client.post(path, {"do": "end"}).url == "/"
    assert client.get("/clinic/").status_code == 302
    assert not Membership.objects.active().filter(user=cast.ada).exists()


def test_an_admin_signs_somebody_out_everywhere(signed_in, cast):
    window = window_of(cast.otto)
    assert window.get("/caseload/").status_code == 200
    place = member_of(cast.otto, cast.harbour)
    signed_in(cast.ada).post(f"/clinic/people/{place.pk}/", {"do": "sign-out"})
    assert window.get("/caseload/").status_code == 302
    assert AuditEvent.objects.get(action="membership.signed_out").actor == cast.ada


@pytest.fixture
def lost(signed_in, cast, django_capture_on_commit_callbacks):
    """Cleo's phone, still signed in; an admin presses on the page of the therapy."""
    window = window_of(cast.cleo)
    assert window.get("/today/").status_code == 200
    path = f"/clinic/therapies/{cast.therapy.pk}/"
    ada = signed_in(cast.ada)
    assert 'value="sign-out"' in ada.get(path).text
    with django_capture_on_commit_callbacks(execute=True):
        assert "signed out everywhere" in ada.post(path, {"do": "sign-out"}, follow=True).text
    return window


def test_an_admin_signs_a_client_out_whose_phone_is_lost(lost, cast, mailoutbox):
    """It is audited, and the client is told, in words that say nothing to others."""
    assert lost.get("/today/").status_code == 302
    done = AuditEvent.objects.get(action="therapy.signed_out")
    assert (done.actor, done.therapy_id) == (cast.ada, cast.therapy.pk)
    [letter] = mailoutbox
    assert letter.to == [cast.cleo.email] and letter.subject == "A change to your sign-in"
    for word in ("therap", "clinic", "Harbour", "Tess", "Cleo"):
        assert word not in letter.subject + letter.body


def test_pressed_again_nobody_was_signed_in_and_nothing_is_sent(
    lost, cast, signed_in, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        path = f"/clinic/therapies/{cast.therapy.pk}/"
        said = signed_in(cast.ada).post(path, {"do": "sign-out"}, follow=True).text
    assert "Nobody was signed in." in said and len(mailoutbox) == 1
    assert AuditEvent.objects.filter(action="therapy.signed_out").count() == 1


def test_no_mail_is_promised_to_an_address_that_is_not_proved(
    cast, signed_in, mailoutbox, django_capture_on_commit_callbacks
):
    cast.cleo.emailaddress_set.all().delete()
    window_of(cast.cleo)
    ada, path = signed_in(cast.ada), f"/clinic/therapies/{cast.therapy.pk}/"
    assert "No e-mail tells them" in ada.get(path).text
    with django_capture_on_commit_callbacks(execute=True):
        said = ada.post(path, {"do": "sign-out"}, follow=True).text
    assert "no e-mail goes to them yet" in said and "an e-mail tells them" not in said
    assert mailoutbox == []


def test_the_client_finds_who_signed_them_out(lost, cast, signed_in):
    page = signed_in(cast.cleo).get("/me/looked/").text
    assert "signed you out everywhere" in page and cast.ada.name in page


def test_an_admin_of_another_clinic_signs_no_client_out(signed_in, cast):
    window = window_of(cast.cleo)
    path = f"/clinic/therapies/{cast.therapy.pk}/"
    assert signed_in(cast.zara).post(path, {"do": "sign-out"}).status_code == 404
    assert window.get("/today/").status_code == 200


def test_an_admin_signs_themselves_out_everywhere(signed_in, cast):
    client = signed_in(cast.ada)
    client.get("/me/")
    place = member_of(cast.ada, cast.harbour)
    answer = client.post(f"/clinic/people/{place.pk}/", {"do": "sign-out"})
    assert answer.status_code == 302 and answer.url == "/"
    assert client.get("/clinic/").status_code == 302
