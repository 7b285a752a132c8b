"""Two people, or two windows, at the same moment: on real transactions."""

from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Clinic, Invitation, Letter, Membership, Therapy
from tests.cast import gather, member, member_of, person
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast(settings):
    settings.STAFF_SECOND_FACTOR = False
    return gather()


def window(user):
    client = Client()
    client.force_login(user)
    return client


def invited(cast):
    therapy = Therapy.begin(clinic=cast.harbour, lead=cast.tess, client_name="Nils", by=cast.tess)
    return Invitation.send_to_client(therapy, email="", by=cast.tess)


def test_of_two_admins_who_end_each_other_one_stays(cast):
    people = [cast.ada, person("abel")]
    member(people[1], cast.harbour, is_admin=True)
    places = [member_of(each, cast.harbour) for each in people]
    windows = [window(each) for each in people]
    at_once(lambda n: windows[n].post(f"/clinic/people/{places[1 - n].pk}/", {"do": "end"}))
    assert Membership.objects.admins().filter(clinic=cast.harbour).count() == 1


@pytest.mark.parametrize("_time", range(5))
def test_joining_and_ending_do_not_wait_for_each_other(cast, _time):
    invitation, client, tess = invited(cast), window(person("nils")), window(cast.tess)
    join = {"own_phone": "yes", "others_see": "no", "consent": "on"}
    ending = f"/caseload/{invitation.therapy_id}/ending/"
    presses = [
        lambda: client.post(invitation.link_path(), join),
        lambda: tess.post(ending, {"do": "end", "sure": "on"}),
    ]
    joined, ended = at_once(lambda n: presses[n]())
    assert joined.status_code in (302, 404) and ended.status_code == 302


def test_a_revoked_invitation_is_sent_anew_once(cast):
    invitation = invited(cast)
    invitation.revoke(by=cast.tess)
    windows = [window(cast.tess) for _time in range(3)]
    url = f"/caseload/{invitation.therapy_id}/invitation/"
    answers = at_once(lambda n: windows[n].post(url, {"email": ""}), 3)
    assert [answer.status_code for answer in answers] == [302] * 3
    assert invitation.therapy.invitations.open().count() == 1


def test_a_table_that_two_windows_send_is_sent_once(cast):
    table = "name,e-mail,role,therapist,under 18\nMaya,maya@example.org,therapist,,\n"
    table += "Nils,nils@example.org,client,Tess,no"
    windows = [window(cast.ada) for _time in range(3)]
    sent = {"table": table, "do": "send"}
    at_once(lambda n: windows[n].post("/clinic/people/many/", sent), 3)
    assert Invitation.objects.count() == 2 and Letter.objects.count() == 2


@pytest.mark.parametrize("_time", range(3))
def test_a_table_hands_nobody_to_who_goes(cast, _time):
    otto, abel = member_of(cast.otto, cast.harbour), person("abel")
    member(abel, cast.harbour, is_admin=True)
    ada, other = window(cast.ada), window(abel)
    table = "name,e-mail,role,therapist,under 18\nNils,nils@example.org,client,Otto,no"
    presses = [
        lambda: ada.post(f"/clinic/people/{otto.pk}/", {"do": "end", "to": cast.will.pk}),
        lambda: other.post("/clinic/people/many/", {"table": table, "do": "send"}),
    ]
    at_once(lambda n: presses[n]())
    here = Membership.objects.therapists().filter(clinic=cast.harbour).values("user")
    assert not Therapy.objects.open().filter(clinic=cast.harbour).exclude(lead__in=here).exists()


def test_nobody_takes_over_while_they_go(cast):
    """Whichever press comes first: no client is left with somebody who is not here any more."""
    otto = member_of(cast.otto, cast.harbour)
    abel = person("abel")
    member(abel, cast.harbour, is_admin=True)
    end = {"do": "end", "to": cast.will.pk}
    hand_over = {"do": "hand-over", "therapist": cast.otto.pk}
    presses = [
        lambda: window(cast.ada).post(f"/clinic/people/{otto.pk}/", end),
        lambda: window(abel).post(f"/clinic/therapies/{cast.therapy.pk}/", hand_over),
    ]
    at_once(lambda n: presses[n]())
    cast.therapy.refresh_from_db()
    here = Membership.objects.therapists().filter(clinic=cast.harbour)
    assert here.filter(user=cast.therapy.lead).exists()


@pytest.mark.parametrize("_time", range(3))
def test_nobody_begins_a_therapy_while_they_go(cast, _time):
    otto = member_of(cast.otto, cast.harbour)
    ada, desk = window(cast.ada), window(cast.otto)
    new = {"once": uuid4(), "client_name": "Nils", "way": "paper", "under_18": "no"}
    presses = [
        lambda: ada.post(f"/clinic/people/{otto.pk}/", {"do": "end", "to": cast.will.pk}),
        lambda: desk.post("/caseload/new/", new),
    ]
    _ended, begun = at_once(lambda n: presses[n]())
    assert begun.status_code in (302, 403)
    here = Membership.objects.therapists().filter(clinic=cast.harbour).values("user")
    led = Therapy.objects.open().filter(clinic=cast.harbour)
    assert not led.exclude(lead__in=here).exists()


def test_a_place_that_ends_behind_the_fence_begins_nothing(cast, monkeypatch):
    """The fence let them in, and the next question finds them gone: no page of no clinic."""
    desk, asked = window(cast.otto), Clinic.objects.of_therapist

    def ended_by_now(user):
        Membership.objects.filter(user=user).update(ended_at=timezone.now())
        return asked(user)

    monkeypatch.setattr(Clinic.objects, "of_therapist", ended_by_now)
    new = {"once": uuid4(), "client_name": "Nils", "way": "paper", "under_18": "no"}
    assert desk.post("/caseload/new/", new).status_code == 403
    assert not Therapy.objects.of_lead(cast.otto).filter(pk=new["once"]).exists()


def test_of_two_admins_who_demote_each_other_one_stays(cast):
    people = [cast.ada, person("abel")]
    member(people[1], cast.harbour, is_admin=True)
    places = [member_of(each, cast.harbour) for each in people]
    windows = [window(each) for each in people]
    roles = {"do": "roles", "roles": ["therapist"]}
    at_once(lambda n: windows[n].post(f"/clinic/people/{places[1 - n].pk}/", roles))
    assert Membership.objects.admins().filter(clinic=cast.harbour).count() == 1
