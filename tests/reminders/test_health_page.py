"""The clinic's health page: what staff see of the reminders."""

import pytest
from django.utils import timezone

from accounts import emails
from accounts.models import DeliveryProblem, Invitation, Letter
from reminders import engine
from reminders.models import Heartbeat, ReminderSlot

pytestmark = pytest.mark.django_db


@pytest.fixture
def facts(cast, signed_in):
    """What stands there, as {term: fact}."""

    def read():
        page = signed_in(cast.ada).get("/clinic/health/")
        section = next(each for each in page.context["sections"] if "reminders" in each["template"])
        return section["section"]

    return read


def test_it_tells_of_the_last_beat_what_is_due_and_what_was_too_late(cast, facts, planned, due_now):
    slot = planned(cast.cleo, "practise")[0]
    assert facts()["silent"]
    due_now(slot)
    assert (facts()["waiting"], facts()["expired"]) == (1, 0)
    ReminderSlot.objects.update(not_after=timezone.now())
    engine.tick()
    seen = facts()
    assert (seen["waiting"], seen["expired"], seen["silent"]) == (0, 1, False)
    assert seen["last_beat"] == Heartbeat.objects.get(name="reminders").at


def test_an_invitation_that_came_back_is_counted_in_its_clinic_only(cast, facts, signed_in):
    for clinic, by in ((cast.harbour, cast.ada), (cast.meadow, cast.zara)):
        roles = {"as_admin": True, "as_therapist": False}
        sent = Invitation.send_to_member(clinic, email="nell@example.org", by=by, **roles)
        write_to(sent)
    assert facts()["letters"] == 0
    Letter.objects.all().finish("failed", "SMTPRecipientsRefused")
    assert facts()["letters"] == 1


@pytest.mark.parametrize("then", ["resend", "revoke", "accept"])
def test_one_that_was_seen_to_is_counted_no_more(cast, facts, then):
    roles = {"as_admin": True, "as_therapist": False}
    sent = Invitation.send_to_member(cast.harbour, email="nell@example.org", by=cast.ada, **roles)
    write_to(sent)
    Letter.objects.all().finish("failed", "SMTPRecipientsRefused")
    assert facts()["letters"] == 1
    if then == "accept":
        sent.accept(user=cast.zoe)
    else:
        getattr(sent, then)(by=cast.ada)
    if then == "resend":
        write_to(sent)
    assert facts()["letters"] == 0


def write_to(invitation):
    mail = emails.write("member_invitation", invitation.email, invitation=invitation)
    emails.send_later(mail, about=invitation.pk)


def test_who_cannot_be_reached_is_named_with_the_way(cast, signed_in):
    facts = {"clinic": cast.harbour, "user": cast.cleo, "code": "bounced"}
    DeliveryProblem.objects.create(channel="email", **facts)
    DeliveryProblem.objects.create(channel="push", **facts)
    page = signed_in(cast.ada).get("/clinic/health/").text
    assert cast.cleo.email in page
    assert "No mail gets through" in page and "The device takes none" in page
