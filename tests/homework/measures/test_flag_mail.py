"""A flag reaches whoever is to answer at once, by a mail that says nothing of anybody."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from accounts.models import Away, Cover, Letter
from homework.models import Flag, GivenMeasure
from reminders import engine
from tests.cast import member
from tests.homework.measures.giving import answered, duty_in
from tests.homework.measures.test_flags import flag, given, late, page_of

pytestmark = pytest.mark.django_db
__all__ = ["flag", "given"]
SUBJECT = "Something in Midweek waits for you today"


def waiting():
    """Whom the letters that have not left go to, and what they say."""
    return {letter.mail.to[0]: letter.mail for letter in Letter.objects.open()}


def away(cast, therapist, covered_by):
    today = timezone.localdate()
    facts = {"starts_on": today, "back_on": today + timedelta(days=7)}
    Away.announce(therapist=therapist, clinic=cast.harbour, covered_by=covered_by, **facts)


def test_whoever_answers_has_a_mail_that_names_nobody(cast, flag):
    (letter,) = waiting().values()
    assert letter.to == [cast.tess.email] and letter.subject == SUBJECT
    said = letter.body + str(letter.alternatives)
    assert "/caseload/" in said
    assert not [word for word in ("Cleo", "flag", "PHQ", "answer", "Tess") if word in said]


def test_the_tick_sends_it_and_no_page_waits_for_it(flag):
    assert mail.outbox == []
    Letter.objects.update(next_attempt_at=timezone.now())
    engine.tick()
    assert [letter.subject for letter in mail.outbox] == [SUBJECT]


def test_an_answer_without_a_flag_sends_nothing(cast, given):
    answered(given, cast.cleo, 1, **{"9": 0})
    assert waiting() == {}


def test_it_is_in_the_language_of_whom_it_goes_to(cast, given):
    cast.tess.language = "de"
    cast.tess.save(update_fields=["language"])
    cast.therapy.refresh_from_db()
    answered(given, cast.cleo)
    (letter,) = waiting().values()
    assert letter.subject == "In Midweek wartet heute etwas auf dich"


def test_the_deputy_has_one_when_it_passes_and_only_then(cast, flag):
    assert cast.otto.email not in waiting()
    late(flag)
    for _time in range(3):
        Flag.objects.pass_on_overdue()
    assert sorted(waiting()) == sorted([cast.tess.email, cast.otto.email])
    assert Letter.objects.count() == 2


def test_answered_it_sends_nothing_any_more(cast, flag):
    flag.answer("I rang her.", by=cast.tess)
    assert waiting() == {}


def test_who_stands_in_for_somebody_away_is_told_too(cast, given):
    away(cast, cast.tess, covered_by=cast.otto)
    answered(given, cast.cleo)
    assert sorted(waiting()) == sorted([cast.tess.email, cast.otto.email])


def test_who_stands_in_for_a_deputy_sees_what_they_are_told_of(cast, signed_in, flag):
    """Cover that comes with an absence reaches the clients of whoever is away, and no others."""
    member(cast.zoe, cast.harbour, is_therapist=True)
    away(cast, cast.otto, covered_by=cast.zoe)
    late(flag)
    Flag.objects.pass_on_overdue()
    assert cast.zoe.email in waiting()
    assert signed_in(cast.zoe).get(page_of(cast, flag)).status_code == 200


def test_nobody_stands_in_on_a_flag_of_their_own(cast):
    """Carl works here, too, and stands in for his own therapist."""
    duty_in(cast, deputy=cast.tess)
    member(cast.carl, cast.harbour, is_therapist=True)
    away(cast, cast.otto, covered_by=cast.carl)
    answered(GivenMeasure.give(cast.other, "phq-9", by=cast.otto), cast.carl)
    assert list(waiting()) == [cast.otto.email]
    assert not Cover.objects.filter(therapy=cast.other, therapist=cast.carl).exists()


def test_a_named_answerer_has_it_and_not_the_lead(cast):
    duty_in(cast, answered_by=cast.tess)
    answered(GivenMeasure.give(cast.other, "phq-9", by=cast.otto), cast.carl)
    assert list(waiting()) == [cast.tess.email]


def test_the_clinic_is_told_of_it_where_it_chooses_the_time(cast, signed_in):
    page = signed_in(cast.ada).get("/clinic/measures/").text
    assert "Whoever answers gets a mail within minutes" in page and "names nobody" in page
