"""Somebody's last day, and what they do at that very moment: on real transactions.

A wish is held before its person, and a person before their therapies. Whoever takes these the other
way round waits for ever, or is told of a deadlock.
"""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from accounts.models import Invitation, Membership, Therapy, User
from records import erasing
from records.models import Erasure
from tests import cast as casting
from tests.threads import overlap

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cleo():
    return casting.person("cleo")


@pytest.fixture
def over(cleo):
    """The only therapy of Cleo, whose years are over."""
    therapy = casting.therapy(casting.clinic("Harbour"), casting.person("tess"), cleo)
    therapy.end(by=therapy.lead)
    return therapy


@pytest.fixture
def due(cleo):
    """A wish of Cleo whose day has come."""
    wish, _is_new = Erasure.ask(by=cleo)
    Erasure.objects.update(due_at=timezone.now() - timedelta(minutes=1))
    wish.refresh_from_db()
    return wish


def in_the_middle(monkeypatch, owner, name, pause):
    """From now on the verb `name` pauses before it does anything, once."""
    real = getattr(owner, name)

    def late(*args, **facts):
        monkeypatch.setattr(owner, name, real)
        pause()
        return real(*args, **facts)

    monkeypatch.setattr(owner, name, late)


def is_forgotten(person):
    return not User.objects.get(pk=person.pk).is_active


def test_nobody_asks_who_goes_with_their_last_record(monkeypatch, cleo, over):
    def goes(pause):
        in_the_middle(monkeypatch, erasing, "forget", pause)
        erasing.let_go(over)

    _gone, (wish, is_new) = overlap(goes, lambda: Erasure.ask(by=cleo))
    assert is_forgotten(cleo) and not is_new and wish is None
    assert not Erasure.objects.exists() and not Therapy.objects.exists()


def test_who_has_just_asked_goes_with_their_wish(monkeypatch, cleo, over):
    def asks(pause):
        in_the_middle(monkeypatch, Therapy, "let_know_of_leaving", pause)
        return Erasure.ask(by=cleo)

    (wish, is_new), _gone = overlap(asks, lambda: erasing.let_go(over))
    assert is_new and not Therapy.objects.exists() and not is_forgotten(cleo)
    Erasure.objects.update(due_at=timezone.now())
    erasing.erase_due()
    wish.refresh_from_db()
    assert wish.done_at and is_forgotten(cleo)


def invited(kind):
    here, tess = casting.clinic("Meadow"), casting.person("zoe")
    if kind == "client":
        therapy = Therapy.begin(clinic=here, lead=tess, client_name="Cleo", by=tess)
        return Invitation.send_to_client(therapy, email="", by=tess)
    as_what = {"as_admin": False, "as_therapist": True}
    return Invitation.send_to_member(here, email="", **as_what, by=tess)


@pytest.mark.parametrize("kind", ["client", "member"])
def test_who_is_being_forgotten_joins_nothing(monkeypatch, cleo, due, kind):
    invitation = invited(kind)

    def goes(pause):
        in_the_middle(monkeypatch, erasing, "forget", pause)
        erasing.carry_out(due)

    _gone, joined = overlap(goes, lambda: invitation.accept(user=cleo))
    assert is_forgotten(cleo) and joined is False
    invitation.refresh_from_db()
    assert invitation.is_open and not Membership.objects.filter(user=cleo).exists()
    assert not Therapy.objects.of_client(cleo).exists()


def joins(invitation, person):
    def join(pause):
        with transaction.atomic():
            assert invitation.accept(user=person)
            pause()

    return join


def test_what_is_joined_at_the_last_moment_goes_with_the_next_round(cleo, due):
    invitation = invited("client")
    overlap(joins(invitation, cleo), lambda: erasing.carry_out(due))
    due.refresh_from_db()
    assert not due.done_at and not is_forgotten(cleo)
    assert erasing.erase_due() == 1
    due.refresh_from_db()
    assert due.done_at and is_forgotten(cleo)
    therapy = Therapy.objects.get(pk=invitation.therapy_id)
    assert therapy.client is None and therapy.locked_away_until


def test_who_begins_to_work_here_at_the_last_moment_keeps_a_name(cleo, due):
    overlap(joins(invited("member"), cleo), lambda: erasing.carry_out(due))
    due.refresh_from_db()
    assert due.done_at and not is_forgotten(cleo)
