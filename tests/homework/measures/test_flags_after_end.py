"""A flag that waits when its therapy has ended, or arrives after: somebody still looks at it.

They see the one answer. The record stays shut to everybody to whom it was shut.
"""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import AuditEvent, Away, Cover
from homework.models import Flag, FlagDuty, GivenMeasure, MeasureResult
from reminders.kinds.digest import waits_for
from reminders.models import Recipient
from reminders.tasks import housekeeping
from tests.cast import member, member_of, therapy
from tests.homework.measures.giving import answered, duty_in, flags_told, sent
from tests.homework.measures.test_flag_mail import SUBJECT, away, waiting
from tests.homework.measures.test_flags import given, late
from tests.homework.presses import address
from tests.reading import read

pytestmark = pytest.mark.django_db
__all__ = ["given"]
DONE = {"what_was_done": "I rang her."}
PEOPLE = ("cleo", "carl", "tess", "otto", "vera", "will", "ada", "emil", "zoe", "zack", "zara")


def page_of(flag):
    return f"/flags/{flag.pk}/"


def end(cast):
    """Nobody but who led has the record any more: those who stood in are done."""
    Cover.objects.filter(therapy=cast.therapy).update(ended_at=timezone.now())
    cast.therapy.end(by=cast.tess)


def arrived(cast, given, days=0, **moment):
    """What Cleo had answered on the phone, sent so many days after the end."""
    end(cast)
    before = timezone.now() - timedelta(days=days)
    type(cast.therapy).objects.filter(pk=cast.therapy.pk).update(ended_at=before)
    given.refresh_from_db()
    return answered(given, cast.cleo).flag


@pytest.fixture
def flag(cast, given):
    return arrived(cast, given)


def statuses(cast, signed_in, url, data=None):
    """What each of the cast is answered with."""
    found = {}
    for name in PEOPLE:
        browser = signed_in(getattr(cast, name))
        answer = browser.post(url, data) if data else browser.get(url)
        found[name] = answer.status_code
    return found


@pytest.mark.parametrize("days", [0, 1, 200])
def test_it_is_raised_however_late_it_arrives(cast, signed_in, given, days):
    flag = arrived(cast, given, days)
    assert flag.state == "waiting"
    assert "Question 9" in signed_in(cast.tess).get(page_of(flag)).text


def test_a_phone_whose_clock_is_wrong_raises_it_too(cast, given):
    """It was answered on a page that said who reads it: none is shown after the end."""
    end(cast)
    said = {"answers": {"9": 1}, "language": "en", "zone": "Europe/London", "by": cast.cleo}
    ahead = timezone.now() + timedelta(days=2)
    MeasureResult.send(given, device_id=uuid.uuid4(), done_at=ahead, **said)
    assert Flag.objects.count() == 1


def test_sent_twice_it_is_one_flag_and_one_mail(cast, signed_in, given):
    end(cast)
    cleo, said = signed_in(cast.cleo), sent("phq-9")
    for _time in range(2):
        assert cleo.post(address("measure", given), said).status_code == 302
    assert Flag.objects.count() == MeasureResult.objects.count() == 1
    assert list(waiting()) == [cast.tess.email]


def test_who_led_has_the_neutral_mail_and_finds_it_on_the_caseload(cast, signed_in, flag):
    (letter,) = waiting().values()
    assert letter.to == [cast.tess.email] and letter.subject == SUBJECT
    page = signed_in(cast.tess).get("/caseload/").text
    assert "Cleo, whose therapy has ended" in page and page_of(flag) in page
    assert waits_for(Recipient.objects.get(user=cast.tess))["raised"] == 1


def test_the_page_shows_the_one_answer_and_no_other(cast, signed_in, given):
    end(cast)
    flag = answered(given, cast.cleo, 3, **{"9": 2}).flag
    page = signed_in(cast.tess).get(page_of(flag)).text
    assert "More than half the days" in page and "Nearly every day" not in page
    assert page.count("<dt>") == 1 and "This therapy ended on" in page


def test_only_who_led_may_look_until_it_passes(cast, signed_in, flag):
    found = statuses(cast, signed_in, page_of(flag))
    assert {name for name, status in found.items() if status == 200} == {"tess"}
    assert {name for name, status in found.items() if status == 404} == {
        "otto",
        "vera",
        "will",
        "zoe",
    }
    assert not [name for name, status in found.items() if status not in (200, 404, 403)]


def test_only_who_led_may_answer_until_it_passes(cast, signed_in, flag):
    found = statuses(cast, signed_in, page_of(flag), {"what_was_done": ""})
    assert {name for name, status in found.items() if status == 422} == {"tess"}
    assert set(found.values()) == {403, 404, 422}


def test_signed_out_nobody_is_there(client, flag):
    assert client.get(page_of(flag)).status_code == 302


def test_past_its_time_the_deputy_looks_and_answers(cast, signed_in, flag):
    late(flag)
    housekeeping()
    assert set(waiting()) == {cast.tess.email, cast.otto.email}
    otto = signed_in(cast.otto)
    assert page_of(flag) in otto.get("/caseload/").text
    assert waits_for(Recipient.objects.get(user=cast.otto))["raised"] == 1
    assert otto.post(page_of(flag), DONE).status_code == 302
    flag.refresh_from_db()
    assert flag.answered_by == cast.otto and flag.passed_to == cast.otto
    assert page_of(flag) not in otto.get("/caseload/").text and not waiting()


def test_no_other_page_of_the_record_opens_to_the_deputy(cast, signed_in, given, flag):
    late(flag)
    Flag.objects.pass_on_overdue()
    otto, pk = signed_in(cast.otto), cast.therapy.pk
    assert otto.get(page_of(flag)).status_code == 200
    for path in ("", "measures/", f"flags/{flag.pk}/", "weeks/", "pictures/", "sheet/", "review/"):
        assert otto.get(f"/caseload/{pk}/{path}").status_code == 404
    assert "Cleo" not in otto.get("/caseload/ended/").text
    assert not Cover.objects.filter(therapist=cast.otto).exists()


def test_answered_it_is_shut_to_whom_it_was_lent(cast, signed_in, flag):
    late(flag)
    Flag.objects.pass_on_overdue()
    flag.refresh_from_db()
    flag.answer("I rang her.", by=cast.tess)
    assert signed_in(cast.otto).get(page_of(flag)).status_code == 404
    assert "I rang her." in signed_in(cast.tess).get(page_of(flag)).text


def test_who_led_sees_no_more_of_what_came_after_the_end(cast, signed_in, flag):
    tess, of_record = signed_in(cast.tess), f"/caseload/{cast.therapy.pk}/"
    page = tess.get(of_record).text
    assert page_of(flag) in page and "9 of 27" not in page
    assert tess.get(f"{of_record}flags/{flag.pk}/").status_code == 404
    assert page_of(flag) not in tess.get(f"{of_record}measures/").text


def test_a_supervisor_of_the_ended_record_learns_nothing_of_it(cast, signed_in, given):
    cast.therapy.end(by=cast.tess)
    flag = answered(given, cast.cleo).flag
    vera, of_record = signed_in(cast.vera), f"/caseload/{cast.therapy.pk}/"
    assert vera.get(page_of(flag)).status_code == 404
    assert "Question 9" not in vera.get(of_record).text
    assert vera.get(f"{of_record}flags/{flag.pk}/").status_code == 404


def test_each_look_is_a_reading_that_the_client_sees_and_an_admin_does_not(cast, signed_in, flag):
    signed_in(cast.tess).get(page_of(flag))
    assert AuditEvent.objects.get(action="flag.read").actor == cast.tess
    assert "read one answer of yours" in signed_in(cast.cleo).get("/me/looked/").text
    assert flags_told(signed_in(cast.ada)) == []


def test_the_client_sees_who_looks_and_that_the_rest_is_theirs(cast, signed_in, flag):
    cleo = signed_in(cast.cleo)
    page = cleo.get(address("measure-result", flag.result)).text
    assert "You do not have to carry it alone." in page and "020 7946 0111" in page
    assert "It came when your work together had ended." in page
    assert "Tess can see it, with" in page
    assert "The rest is here for you alone." in page
    assert address("measure-result", flag.result) in cleo.get("/today/").text
    flag.answer("I rang her.", by=cast.tess)
    page = cleo.get(address("measure-result", flag.result)).text
    assert "Tess looked at one answer of yours on" in page
    assert address("measure-result", flag.result) not in cleo.get("/today/").text


def test_the_client_sees_to_whom_it_passed(cast, signed_in, flag):
    late(flag)
    Flag.objects.pass_on_overdue()
    cleo = signed_in(cast.cleo)
    assert "Otto and Tess can see it" in cleo.get(address("measure-result", flag.result)).text
    assert "Sees one answer of yours, and nothing else" in cleo.get("/me/looked/").text


def test_whoever_is_named_and_who_led_are_both_told(cast, signed_in, given):
    duty_in(cast, answered_by=cast.will)
    flag = arrived(cast, given)
    assert set(waiting()) == {cast.tess.email, cast.will.email}
    assert signed_in(cast.will).post(page_of(flag), DONE).status_code == 302


def test_who_stands_in_that_day_is_told_and_let_in(cast, signed_in, given):
    end(cast)
    away(cast, cast.tess, covered_by=cast.otto)
    flag = answered(given, cast.cleo).flag
    assert set(waiting()) == {cast.tess.email, cast.otto.email}
    otto = signed_in(cast.otto)
    assert otto.get(page_of(flag)).status_code == 200
    Away.objects.get().cancel(by=cast.tess)
    assert otto.get(page_of(flag)).status_code == 404


def test_where_who_led_has_left_it_goes_to_the_deputy_at_once(cast, signed_in, given):
    end(cast)
    member_of(cast.tess, cast.harbour).end(by=cast.ada)
    flag = answered(given, cast.cleo).flag
    assert flag.passed_to == cast.otto and list(waiting()) == [cast.otto.email]
    page = signed_in(cast.otto).get(page_of(flag)).text
    assert "Whoever would answer no longer works here." in page
    assert signed_in(cast.tess).get(page_of(flag)).status_code in (403, 404)


def test_where_nobody_is_left_it_waits_and_the_client_is_told_so(cast, signed_in, given):
    """The clinic turned measures off, and who led has left: admins see that one waits."""
    end(cast)
    FlagDuty.objects.get().end(by=cast.ada)
    member_of(cast.tess, cast.harbour).end(by=cast.ada)
    flag = answered(given, cast.cleo).flag
    page = signed_in(cast.cleo).get(address("measure-result", flag.result)).text
    assert "Nobody can see it yet." in page and list(waiting()) == [cast.ada.email]
    assert "<b>Tess</b>: 1 flag" in read(signed_in(cast.ada).get("/clinic/"))
    duty_in(cast)
    assert Flag.objects.pass_on_overdue() == 1
    assert signed_in(cast.otto).get(page_of(flag)).status_code == 200


def test_handed_over_before_the_end_it_is_the_last_who_led(cast, signed_in, given):
    cast.therapy.hand_over(to=cast.will, by=cast.ada)
    flag = arrived(cast, given)
    assert list(waiting()) == [cast.will.email]
    assert signed_in(cast.tess).get(page_of(flag)).status_code == 404


def test_handed_over_and_not_ended_it_is_a_flag_like_any_other(cast, signed_in, given):
    cast.therapy.hand_over(to=cast.otto, by=cast.ada)
    given.refresh_from_db()
    flag = answered(given, cast.cleo).flag
    assert list(waiting()) == [cast.otto.email]
    otto = signed_in(cast.otto)
    assert otto.get(page_of(flag)).status_code == 404
    assert otto.get(f"/caseload/{cast.therapy.pk}/flags/{flag.pk}/").status_code == 200


def test_another_therapy_of_the_same_client_has_no_part_in_it(cast, signed_in, given):
    therapy(cast.harbour, cast.will, cast.cleo)
    flag = arrived(cast, given)
    will = signed_in(cast.will)
    assert will.get(page_of(flag)).status_code == 404
    assert page_of(flag) not in will.get("/caseload/").text
    assert list(waiting()) == [cast.tess.email]


def test_nobody_looks_at_an_answer_of_their_own(cast, signed_in, given):
    """Cleo works here, too, and is named who answers flags."""
    member(cast.cleo, cast.harbour, is_therapist=True)
    duty_in(cast, answered_by=cast.cleo)
    flag = arrived(cast, given)
    assert list(waiting()) == [cast.tess.email]
    assert signed_in(cast.cleo).get(page_of(flag)).status_code == 404


def test_an_open_therapys_flag_has_no_such_page(cast, signed_in, given):
    flag = answered(given, cast.cleo).flag
    assert signed_in(cast.tess).get(page_of(flag)).status_code == 404


def test_one_that_waited_at_the_end_can_still_be_answered(cast, signed_in, given):
    """Its page says no while one waits; an admin can end a therapy all the same."""
    flag = answered(given, cast.cleo).flag
    end(cast)
    tess = signed_in(cast.tess)
    of_record = f"/caseload/{cast.therapy.pk}/flags/{flag.pk}/"
    assert tess.get(of_record).url == page_of(flag)
    assert "The answer had not been looked at by then." in tess.get(page_of(flag)).text
    late(flag)
    assert Flag.objects.pass_on_overdue() == 1
    otto = signed_in(cast.otto)
    assert otto.get(of_record).status_code == 404
    assert otto.post(page_of(flag), DONE).status_code == 302
    assert "I rang her." in signed_in(cast.tess).get(of_record).text


def test_what_is_locked_away_nobody_looks_at(cast, signed_in, flag):
    cast.therapy.refresh_from_db()
    cast.therapy.lock_away(until=timezone.now() + timedelta(days=9))
    late(flag)
    assert Flag.objects.pass_on_overdue() == 0
    assert signed_in(cast.tess).get(page_of(flag)).status_code == 404


def test_ended_while_the_answer_was_on_its_way_it_opens_no_record(cast, signed_in, given):
    """Read before the end, written after: the lock decides, not what was read."""
    duty_in(cast, answered_by=cast.will)
    on_its_way = GivenMeasure.objects.select_related("therapy").get()
    end(cast)
    flag = answered(on_its_way, cast.cleo).flag
    assert not Cover.objects.open().filter(therapy=cast.therapy).exists()
    assert signed_in(cast.will).get(page_of(flag)).status_code == 200


def test_those_who_are_told_are_those_who_may_look(cast, signed_in, given):
    duty_in(cast, answered_by=cast.will)
    flag = arrived(cast, given)
    away(cast, cast.will, covered_by=cast.vera)
    late(flag)
    Flag.objects.pass_on_overdue()
    flag.refresh_from_db()
    found = statuses(cast, signed_in, page_of(flag))
    told = {each.name.lower() for each in flag.lookers}
    assert told == {name for name, status in found.items() if status == 200}
    assert told == {"tess", "will", "vera", "otto"}
