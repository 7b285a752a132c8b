"""A flag that nobody is there to answer: admins hear of it, once, and learn of no client."""

import pytest

from accounts.models import AuditEvent, Letter
from homework.models import Flag, FlagDuty
from reminders.tasks import housekeeping
from tests.cast import member, member_of
from tests.homework.measures.giving import duty_in, flags_told
from tests.homework.measures.test_flag_mail import waiting
from tests.homework.measures.test_flags import given, late
from tests.homework.measures.test_flags_after_end import arrived

pytestmark = pytest.mark.django_db
__all__ = ["given"]
NOTICE = "1 flag has nobody who answers it"


@pytest.fixture
def nobodys(cast, given):
    """Tess led and has left, and the clinic has turned measures off."""
    flag = arrived(cast, given)
    Letter.objects.all().delete()
    member_of(cast.tess, cast.harbour).end(by=cast.ada)
    FlagDuty.objects.get().end(by=cast.ada)
    return flag


def test_admins_have_a_mail_that_names_nobody_and_nothing(cast, nobodys):
    housekeeping()
    (letter,) = waiting().values()
    assert letter.to == [cast.ada.email]
    assert letter.subject == "Something in Midweek needs you to name somebody"
    said = letter.body + str(letter.alternatives)
    assert "/clinic/" in said
    assert not [w for w in ("Cleo", "Tess", "flag", "PHQ", "answer", "therap") if w in said]


def test_they_hear_of_it_once(cast, nobodys):
    for _time in range(3):
        housekeeping()
    assert Letter.objects.count() == 1
    assert AuditEvent.objects.filter(action="flag.admins_told").count() == 1


def test_the_audit_page_does_not_tell_whose_flag_it_was(cast, signed_in, nobodys):
    housekeeping()
    ada = signed_in(cast.ada)
    assert flags_told(ada) == []
    assert "flag.admins_told" not in ada.get("/clinic/audit/file/").text


def test_each_admin_hears_in_their_language_and_no_therapist_does(cast, nobodys):
    member(cast.zack, cast.harbour, is_admin=True)
    cast.zack.language = "de"
    cast.zack.save(update_fields=["language"])
    housekeeping()
    found = {to: letter.subject for to, letter in waiting().items()}
    assert found.keys() == {cast.ada.email, cast.zack.email}
    assert found[cast.zack.email] == "In Midweek braucht etwas jemanden, den du nennst"


@pytest.mark.parametrize("url", ["/clinic/", "/clinic/health/"])
def test_their_pages_say_so_until_somebody_is_named(cast, signed_in, nobodys, url):
    ada = signed_in(cast.ada)
    assert NOTICE not in ada.get(url).text
    housekeeping()
    text = ada.get(url).text
    assert NOTICE in text and "/clinic/measures/" in text and "Cleo" not in text
    duty_in(cast)
    housekeeping()
    assert NOTICE not in ada.get(url).text


@pytest.mark.parametrize("named", [None, "will"])
def test_once_somebody_is_named_it_is_the_deputys_at_once(cast, nobodys, named):
    housekeeping()
    duty_in(cast, answered_by=named and getattr(cast, named))
    for _time in range(2):
        housekeeping()
    nobodys.refresh_from_db()
    assert nobodys.passed_to == cast.otto and cast.otto.email in waiting()
    assert AuditEvent.objects.filter(action="flag.passed").count() == 1


def test_a_deputy_who_leaves_with_it_makes_them_hear_again(cast, nobodys):
    housekeeping()
    duty_in(cast)
    housekeeping()
    cast.other.end(by=cast.otto)
    member_of(cast.otto, cast.harbour).end(by=cast.ada)
    FlagDuty.objects.get().end(by=cast.ada)
    for _time in range(2):
        housekeeping()
    assert AuditEvent.objects.filter(action="flag.admins_told").count() == 2


def test_late_and_without_a_deputy_it_is_said_too(cast, signed_in, given):
    """Whoever leads is there and has not answered: nobody could take it over."""
    flag = arrived(cast, given)
    FlagDuty.objects.get().end(by=cast.ada)
    housekeeping()
    assert cast.ada.email not in waiting()
    late(flag)
    housekeeping()
    assert cast.ada.email in waiting() and NOTICE in signed_in(cast.ada).get("/clinic/").text
    flag.answer("I rang her.", by=cast.tess)
    assert NOTICE not in signed_in(cast.ada).get("/clinic/").text


def test_who_leaves_leaves_it_to_the_deputy_without_waiting(cast, given):
    flag = arrived(cast, given)
    member_of(cast.tess, cast.harbour).end(by=cast.ada)
    assert Flag.objects.pass_on_overdue() == 1
    flag.refresh_from_db()
    assert flag.passed_to == cast.otto
