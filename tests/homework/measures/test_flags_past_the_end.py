"""Flags of therapies that have ended, when much else has changed: who has left, what is over."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import AuditEvent, Away
from homework.models import Flag, MeasureResult
from reminders.kinds.digest import waits_for
from reminders.models import Recipient
from reminders.tasks import housekeeping
from tests.cast import member_of
from tests.homework.measures.giving import answered, duty_in
from tests.homework.measures.test_flag_mail import waiting
from tests.homework.measures.test_flags import given, late
from tests.homework.measures.test_flags_after_end import DONE, arrived, end, page_of
from tests.homework.presses import address

pytestmark = pytest.mark.django_db
__all__ = ["given"]
REST = "The rest of what was sent with it stays with the client."


def of_record(cast, flag):
    return f"/caseload/{cast.therapy.pk}/flags/{flag.pk}/"


def otto_leaves(cast):
    """Will is the deputy from now on."""
    cast.other.end(by=cast.otto)
    member_of(cast.otto, cast.harbour).end(by=cast.ada)
    duty_in(cast, deputy=cast.will)


def test_who_answered_before_the_end_has_no_page_of_it_after(cast, signed_in, given):
    duty_in(cast, answered_by=cast.will)
    flag = answered(given, cast.cleo).flag
    will = signed_in(cast.will)
    assert will.post(of_record(cast, flag), DONE).status_code == 302
    end(cast)
    assert will.get(page_of(flag)).status_code == 404
    assert "Sees one answer of yours" not in signed_in(cast.cleo).get("/me/looked/").text


def test_who_answered_after_the_end_keeps_it_and_the_client_sees_that(cast, signed_in, given):
    flag = arrived(cast, given)
    late(flag)
    Flag.objects.pass_on_overdue()
    flag.refresh_from_db()
    otto = signed_in(cast.otto)
    assert otto.post(page_of(flag), DONE).status_code == 302
    assert otto.get(page_of(flag)).status_code == 200
    cleo = signed_in(cast.cleo)
    assert "<b>Otto</b> · Sees one answer of yours" in cleo.get("/me/looked/").text
    member_of(cast.otto, cast.harbour).end(by=cast.ada)
    assert "Sees one answer of yours" not in cleo.get("/me/looked/").text


def test_a_deputy_who_leaves_leaves_it_to_the_next(cast, signed_in, given):
    flag = arrived(cast, given)
    late(flag)
    housekeeping()
    otto_leaves(cast)
    for _time in range(2):
        housekeeping()
    passed = AuditEvent.objects.filter(action="flag.passed").order_by("pk")
    assert [each.codes["to"] for each in passed] == [str(cast.otto.pk), str(cast.will.pk)]
    assert cast.will.email in waiting()
    assert signed_in(cast.will).post(page_of(flag), DONE).status_code == 302


def test_so_they_do_while_the_therapy_goes_on(cast, signed_in, given):
    flag = answered(given, cast.cleo).flag
    late(flag)
    assert Flag.objects.pass_on_overdue() == 1
    otto_leaves(cast)
    assert [Flag.objects.pass_on_overdue() for _time in range(2)] == [1, 0]
    flag.refresh_from_db()
    assert flag.passed_to == cast.will and cast.will.email in waiting()
    assert signed_in(cast.will).get(of_record(cast, flag)).status_code == 200


def test_read_before_the_end_the_client_still_learns_who_looks(cast, signed_in, given):
    flag = answered(given, cast.cleo).flag
    signed_in(cast.tess).get(f"/caseload/{cast.therapy.pk}/measures/")
    end(cast)
    late(flag)
    Flag.objects.pass_on_overdue()
    cleo, result = signed_in(cast.cleo), address("measure-result", flag.result)
    assert "Otto and Tess can see it, with" in cleo.get(result).text
    flag.refresh_from_db()
    flag.answer("I rang her.", by=cast.otto)
    assert "Tess read it on" in cleo.get(result).text


def test_while_one_waits_after_the_end_no_other_is_raised(cast, signed_in, given):
    flag = arrived(cast, given)
    again = answered(given, cast.cleo)
    assert Flag.objects.get() == flag and MeasureResult.objects.count() == 2
    page = signed_in(cast.cleo).get(address("measure-result", again)).text
    assert "You do not have to carry it alone." in page
    assert "Nobody reads it: it is here for you alone." in page
    flag.answer("I rang her.", by=cast.tess)
    assert answered(given, cast.cleo).flag.state == "waiting"


def test_what_is_kept_no_longer_is_shut_and_passes_to_nobody(cast, signed_in, given):
    flag = arrived(cast, given, days=20)
    late(flag)
    before = timezone.now() - timedelta(minutes=1)
    type(cast.therapy).objects.filter(pk=cast.therapy.pk).update(kept_until=before)
    tess = signed_in(cast.tess)
    assert tess.get(page_of(flag)).status_code == 404
    assert page_of(flag) not in tess.get("/caseload/").text
    assert waits_for(Recipient.objects.get(user=cast.tess)) is None
    assert Flag.objects.pass_on_overdue() == 0


def test_the_rest_stays_with_the_client_only_where_it_came_after(cast, signed_in, given):
    flag = answered(given, cast.cleo).flag
    end(cast)
    tess = signed_in(cast.tess)
    assert REST not in tess.get(page_of(flag)).text
    flag.answer("I rang her.", by=cast.tess)
    assert REST in tess.get(page_of(answered(given, cast.cleo).flag)).text


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12"])
def test_the_day_on_which_somebody_stands_in_is_the_clinics(cast, signed_in, given, zone):
    """Two places whose days are never the same."""
    cast.harbour.time_zone = zone
    cast.harbour.save(update_fields=["time_zone"])
    here = timezone.localdate(timezone=cast.harbour.zone)
    days = {"starts_on": here, "back_on": here + timedelta(days=1)}
    end(cast)
    Away.announce(therapist=cast.tess, clinic=cast.harbour, covered_by=cast.otto, **days)
    given.refresh_from_db()
    flag = answered(given, cast.cleo).flag
    otto = signed_in(cast.otto)
    assert cast.otto.email in waiting() and page_of(flag) in otto.get("/caseload/").text
    assert otto.get(page_of(flag)).status_code == 200
    assert waits_for(Recipient.objects.get(user=cast.otto))["raised"] == 1


def test_passing_on_holds_the_flag_and_not_its_therapy(cast, given):
    late(answered(given, cast.cleo).flag)
    with CaptureQueriesContext(connection) as queries:
        Flag.objects.pass_on_overdue()
    (held,) = [one["sql"] for one in queries if "SKIP LOCKED" in one["sql"]]
    assert 'FOR UPDATE OF "homework_flag" SKIP LOCKED' in held
