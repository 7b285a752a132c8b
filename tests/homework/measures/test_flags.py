"""Question nine: help at once, a flag, somebody who answers it, and a deputy if nobody does."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from accounts.models import AuditEvent, Cover
from homework.models import Attention, Flag, FlagDuty, GivenMeasure
from reminders.kinds.digest import waits_for
from reminders.models import Recipient
from reminders.tasks import housekeeping
from tests.cast import member_of
from tests.homework.measures.giving import answered, duty_in, sent
from tests.homework.presses import address
from tests.reading import read

pytestmark = pytest.mark.django_db

HELP = "You do not have to carry it alone."


@pytest.fixture
def given(cast):
    duty_in(cast)
    return GivenMeasure.give(cast.therapy, "phq-9", every_weeks=1, by=cast.tess)


@pytest.fixture
def flag(cast, given):
    return answered(given, cast.cleo).flag


def late(flag):
    """The database says what time it is, so its time is moved and not the clock."""
    Flag.objects.filter(pk=flag.pk).update(answer_by=timezone.now() - timedelta(minutes=1))


def page_of(cast, flag):
    return f"/caseload/{cast.therapy.pk}/flags/{flag.pk}/"


def why(cast):
    Attention.refresh([cast.therapy])
    row = Attention.objects.get(therapy=cast.therapy)
    return row.group, row.reasons[0]


def test_help_is_in_the_page_before_anything_is_sent(cast, signed_in, given):
    page = signed_in(cast.cleo).get(address("measure", given)).text
    assert HELP in page and "020 7946 0111" in page


def test_a_measure_without_such_a_question_has_no_such_words(cast, signed_in, given):
    other = GivenMeasure.give(cast.therapy, "gad-7", by=cast.tess)
    assert HELP not in signed_in(cast.cleo).get(address("measure", other)).text


@pytest.mark.parametrize(("nine", "flags"), [(0, 0), (None, 0), (1, 1), (2, 1), (3, 1)])
def test_question_nine_above_0_shows_help_and_raises_a_flag(cast, signed_in, given, nine, flags):
    said = sent("phq-9", 0, **{"9": nine, "1": 1})
    page = signed_in(cast.cleo).post(address("measure", given), said, follow=True).text
    assert (HELP in page) is bool(flags) and Flag.objects.count() == flags
    assert ("Call 020 7946 0111" in page) is bool(flags)


def test_left_out_questions_hide_no_flag(cast, given):
    assert answered(given, cast.cleo, None, **{"9": 1}).flag


def test_the_clients_own_crisis_text_goes_before_the_clinics(cast, signed_in, flag):
    cast.therapy.set_crisis_text(text="Ring Nora: 020 7946 0999", by=cast.tess)
    page = signed_in(cast.cleo).get(address("measure-result", flag.result)).text
    assert "Call 020 7946 0999" in page


def test_it_is_to_be_answered_by_the_time_the_clinic_named(flag):
    assert flag.answer_by - flag.raised_at == timedelta(hours=24)
    with connection.cursor() as cursor:
        cursor.execute("SELECT raised_at = answer_by - interval '24 hours' FROM homework_flag")
        assert cursor.fetchone() == (True,)


def test_the_caseload_puts_it_first(cast, signed_in, flag):
    group, reason = why(cast)
    assert group == Attention.Group.FIRST and reason[0] == "flag"
    page = signed_in(cast.tess).get("/caseload/").text
    assert "A flag from" in page and "that nobody has answered yet" in page


def test_the_digest_counts_it(cast, flag):
    why(cast)
    assert waits_for(Recipient.objects.get(user=cast.tess))["raised"] == 1


def test_the_client_page_leads_to_it(cast, signed_in, flag):
    page = signed_in(cast.tess).get(address("client-page", cast.therapy)).text
    assert "Question 9 of the PHQ-9 was answered above 0" in page
    assert page_of(cast, flag) in page


def test_its_page_says_which_answer_it_was(cast, signed_in, flag):
    assert "The answer: “Several days”." in signed_in(cast.tess).get(page_of(cast, flag)).text


def test_answering_says_what_was_done_when_and_by_whom(cast, signed_in, flag):
    answer = signed_in(cast.tess).post(page_of(cast, flag), {"what_was_done": "I rang her."})
    assert answer.status_code == 302
    flag.refresh_from_db()
    assert (
        flag.answered_by == cast.tess and flag.answered_at and flag.what_was_done == "I rang her."
    )
    assert AuditEvent.objects.filter(action="flag.answered", actor=cast.tess).count() == 1
    assert why(cast)[1][0] != "flag"
    assert "I rang her." in signed_in(cast.tess).get(page_of(cast, flag)).text
    client_page = signed_in(cast.tess).get(address("client-page", cast.therapy)).text
    assert page_of(cast, flag) not in client_page


def test_without_a_word_it_is_not_answered(cast, signed_in, flag):
    answer = signed_in(cast.tess).post(page_of(cast, flag), {"what_was_done": ""})
    flag.refresh_from_db()
    assert answer.status_code == 422 and not flag.is_answered


def test_of_two_who_answer_the_first_stands(cast, flag):
    flag.answer("I rang her.", by=cast.tess)
    Flag.objects.get(pk=flag.pk).answer("Me too.", by=cast.will)
    flag.refresh_from_db()
    assert flag.what_was_done == "I rang her." and flag.answered_by == cast.tess


def test_a_supervisor_sees_it_and_cannot_answer(cast, signed_in, flag):
    vera = signed_in(cast.vera)
    assert vera.get(page_of(cast, flag)).status_code == 200
    assert vera.post(page_of(cast, flag), {"what_was_done": "x"}).status_code == 403


def test_before_its_time_nothing_passes(cast, flag):
    assert Flag.objects.pass_on_overdue() == 0


def test_past_its_time_it_passes_to_the_deputy_who_may_look_and_answer(cast, signed_in, flag):
    assert signed_in(cast.otto).get(page_of(cast, flag)).status_code == 404
    late(flag)
    housekeeping()
    flag.refresh_from_db()
    assert flag.passed_to == cast.otto and flag.passed_at
    event = AuditEvent.objects.get(action="flag.passed")
    assert event.actor is None and event.codes == {"to": str(cast.otto.pk)}
    assert why(cast)[1] == ["flag", {"on": flag.raised_at.date().isoformat(), "passed": True}]
    otto = signed_in(cast.otto)
    assert "that nobody answered in time" in otto.get("/caseload/").text
    assert waits_for(Recipient.objects.get(user=cast.otto))["raised"] == 1
    otto.post(page_of(cast, flag), {"what_was_done": "I reached her."})
    flag.refresh_from_db()
    assert flag.answered_by == cast.otto


def test_the_client_can_see_the_deputys_cover(cast, flag):
    late(flag)
    Flag.objects.pass_on_overdue()
    cover = Cover.objects.open().get(therapy=cast.therapy, therapist=cast.otto)
    assert cover.kind == "write" and cover.ends_at < timezone.now() + timedelta(days=8)


def test_it_passes_once(cast, flag):
    late(flag)
    assert [Flag.objects.pass_on_overdue() for _time in range(3)] == [1, 0, 0]
    assert Cover.objects.filter(therapist=cast.otto).count() == 1


def test_what_was_answered_does_not_pass(cast, flag):
    late(flag)
    flag.answer("I rang her.", by=cast.tess)
    assert Flag.objects.pass_on_overdue() == 0


def test_a_deputy_who_has_left_is_passed_over(cast, flag):
    cast.other.end(by=cast.otto)
    member_of(cast.otto, cast.harbour).end(by=cast.ada)
    late(flag)
    Flag.objects.pass_on_overdue()
    flag.refresh_from_db()
    assert flag.passed_to == cast.vera


def test_a_flag_of_the_deputys_own_client_passes_to_the_second(cast):
    duty_in(cast)
    given = GivenMeasure.give(cast.other, "phq-9", by=cast.otto)
    flag = answered(given, cast.carl).flag
    late(flag)
    Flag.objects.pass_on_overdue()
    flag.refresh_from_db()
    assert flag.passed_to == cast.vera


def test_a_named_answerer_may_look_from_the_first_moment(cast, signed_in):
    duty_in(cast, answered_by=cast.tess)
    given = GivenMeasure.give(cast.other, "phq-9", by=cast.otto)
    flag = answered(given, cast.carl).flag
    page = f"/caseload/{cast.other.pk}/flags/{flag.pk}/"
    assert signed_in(cast.tess).get(page).status_code == 200


def test_admins_see_counts_by_therapist_and_no_word(cast, signed_in, flag):
    late(flag)
    page = read(signed_in(cast.ada).get("/clinic/"))
    assert "Flags that wait to be answered" in page
    assert "<b>Tess</b>: 1 flag, 1 past its time" in page and "Cleo" not in page
    assert signed_in(cast.ada).get(page_of(cast, flag)).status_code == 403


def test_a_clinic_names_all_of_them_or_none(cast, signed_in):
    ada, people = signed_in(cast.ada), {"deputy": cast.otto.pk, "second": cast.vera.pk}
    refused = ada.post("/clinic/measures/", people)
    assert refused.status_code == 422 and not FlagDuty.objects.exists()
    ada.post("/clinic/measures/", people | {"within_hours": "4"})
    duty = FlagDuty.objects.get()
    assert duty.deputy == cast.otto and duty.within_hours == 4 and duty.answered_by is None
    assert "Measures are on" in ada.get("/clinic/measures/").text
    assert AuditEvent.objects.get(action="clinic.flag_duty_named").actor == cast.ada


@pytest.mark.parametrize(
    "who", [("otto", "otto", ""), ("otto", "vera", "otto"), ("otto", "vera", "vera")]
)
def test_nobody_is_their_own_deputy(cast, signed_in, who):
    deputy, second, first = (getattr(cast, name).pk if name else "" for name in who)
    said = {"deputy": deputy, "second": second, "answered_by": first, "within_hours": "24"}
    assert signed_in(cast.ada).post("/clinic/measures/", said).status_code == 422


def test_nobody_of_another_clinic_can_be_named(cast, signed_in):
    said = {"deputy": cast.zoe.pk, "second": cast.vera.pk, "within_hours": "24"}
    assert signed_in(cast.ada).post("/clinic/measures/", said).status_code == 422


def test_the_settings_say_why_measures_are_off(cast, signed_in):
    page = signed_in(cast.ada).get("/clinic/settings/").text
    assert "Off, until you say who answers flags" in page and "/clinic/measures/" in page


def test_turned_off_nothing_is_asked_and_flags_still_wait(cast, signed_in, given, flag):
    signed_in(cast.ada).post("/clinic/measures/", {"end": "1"})
    assert not FlagDuty.objects.exists()
    assert address("measure", given) not in signed_in(cast.cleo).get("/today/").text
    assert why(cast)[1][0] == "flag"
