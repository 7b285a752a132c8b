"""Each press of an admin's pages, by keys alone, in both themes; where it leads is accessible."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.utils import timezone

from accounts.models import Cover, Invitation, Therapy
from tests.browser.keys import Keys
from tests.cast import member, member_of, therapy
from tests.look.axe import assert_accessible

CRISIS = "Night line, free: 020 7946 0999"


@pytest.fixture
def ada(open_page, world):
    return Keys(open_page(world.ada))


def seen(keys, words):
    keys.page.get_by_text(words).first.wait_for()
    assert_accessible(keys.page)


def signed_in_elsewhere(person):
    window = Client()
    window.force_login(person)
    key = window.session.session_key
    UserSession.objects.create(user=person, session_key=key, ip="192.0.2.1", user_agent="A phone")
    return window


def of_person(world, person):
    return f"/clinic/people/{member_of(person, world.harbour).pk}/"


def test_the_crisis_numbers_are_changed_and_checked(ada, world):
    ada.page.goto("/clinic/settings/")
    ada.reach(ada.page.get_by_label("Whom to call in a crisis"))
    ada.page.keyboard.press("Control+a")
    ada.page.keyboard.insert_text(CRISIS)
    ada.tick("I have checked these numbers today")
    ada.press("button", "Save")
    seen(ada, "Call 020 7946 0999")
    world.harbour.refresh_from_db()
    assert world.harbour.crisis_text == CRISIS


def test_a_colleague_is_signed_out_gets_a_role_and_leaves(ada, world):
    window, path = signed_in_elsewhere(world.otto), of_person(world, world.otto)
    ada.page.goto(path)
    ada.press("button", "Sign out everywhere")
    seen(ada, "signed out")
    assert window.get("/caseload/").status_code == 302
    ada.page.goto(path)
    ada.tick("Admin")
    ada.press("button", "Save")
    seen(ada, "Saved.")
    assert member_of(world.otto, world.harbour).is_admin
    ada.page.goto(path)
    ada.pick("Who takes over their clients?", "Tess")
    ada.press("button", "End the membership")
    ada.page.wait_for_url("**/clinic/people/")
    assert_accessible(ada.page)
    assert member_of(world.otto, world.harbour).ended_at
    assert Therapy.objects.get(pk=world.other.pk).lead == world.tess


def test_an_invitation_is_sent_again_and_taken_back(ada, world, mailoutbox):
    how = {"email": "nina@example.org", "as_admin": False, "as_therapist": True}
    invitation = Invitation.send_to_member(world.harbour, **how, by=world.ada)
    ada.page.goto("/clinic/people/")
    ada.press("button", "Send again")
    seen(ada, "One invitation is on its way.")
    assert mailoutbox[-1].to == ["nina@example.org"]
    ada.press("button", "Take back")
    ada.page.get_by_role("button", name="Send again").wait_for(state="detached")
    invitation.refresh_from_db()
    assert invitation.revoked_at


def test_somebody_stands_in_until_it_is_ended(ada, world):
    ada.page.goto(f"/clinic/therapies/{world.other.pk}/")
    ada.open("Let somebody stand in")
    place = ada.page.get_by_role("region", name="Who stands in")
    ada.reach(place.get_by_label("Therapist", exact=True))
    ada.page.keyboard.type("Tess")
    ada.choose("What for?", "Stand in while the therapist is away")
    ada.reach(place.get_by_label("Last day"))
    place.get_by_label("Last day").fill((timezone.localdate() + timedelta(days=7)).isoformat())
    ada.press("button", "Let them stand in")
    seen(ada, "until")
    assert Cover.objects.open().filter(therapy=world.other, therapist=world.tess).exists()
    ada.press("button", "End now")
    seen(ada, "Nobody now.")
    assert not Cover.objects.open().filter(therapy=world.other, therapist=world.tess).exists()


def test_a_therapy_pauses_goes_on_and_ends_and_its_client_is_signed_out(ada, world):
    window = signed_in_elsewhere(world.cleo)
    ada.page.goto(f"/clinic/therapies/{world.therapy.pk}/")
    ada.press("button", "Pause it")
    seen(ada, "Nothing reminds the client meanwhile.")
    ada.press("button", "Go on")
    seen(ada, "Reminders stop and the record stays open")
    ada.press("button", "Sign out everywhere")
    seen(ada, "signed out everywhere")
    assert window.get("/today/").status_code == 302
    ada.open("End this therapy")
    ada.tick("It is over.")
    ada.press("button", "End it")
    seen(ada, "The record is kept until")
    assert Therapy.objects.get(pk=world.therapy.pk).ended_at


def test_an_admin_of_two_clinics_goes_from_one_to_the_other(ada, world):
    member(world.ada, world.meadow, is_admin=True)
    ada.page.goto("/clinic/")
    ada.press("button", "To Meadow")
    ada.page.get_by_role("heading", name="Meadow", level=1).wait_for()
    assert_accessible(ada.page)


def test_who_could_not_be_told_that_their_record_ends(ada, world):
    over = therapy(world.harbour, world.otto, world.cleo)
    over.end(by=world.otto)
    Therapy.objects.filter(pk=over.pk).update(kept_until=timezone.now() + timedelta(days=9))
    world.cleo.emailaddress_set.update(verified=False)
    ada.page.goto("/clinic/data/")
    seen(ada, "No e-mail has reached these clients.")


def test_the_chain_of_the_trail_is_checked(ada):
    ada.page.goto("/clinic/audit/")
    ada.press("button", "Check the chain")
    seen(ada, "no event was changed")
