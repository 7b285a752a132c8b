"""Flags between several people: who answers, who stands in, what ends meanwhile, who knows."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import AuditEvent, Cover
from homework.models import Flag, FlagDuty, GivenMeasure
from reminders.kinds.digest import waits_for
from reminders.models import Recipient
from tests.homework.measures.giving import answered, duty_in, flags_told
from tests.homework.measures.test_flags import flag, given, late, page_of, why
from tests.homework.presses import address
from tests.reading import read

pytestmark = pytest.mark.django_db
__all__ = ["flag", "given"]


def test_the_audit_page_does_not_tell_whose_answer_raised_one(cast, signed_in, flag):
    flag.answer("I rang her.", by=cast.tess)
    assert flags_told(signed_in(cast.ada)) == []


@pytest.mark.parametrize("named", [False, True])
def test_no_page_of_an_admin_tells_whose_flag_let_somebody_in(cast, signed_in, named):
    """Otto may look because of a flag: Carl can see that, and Ada cannot."""
    duty_in(cast, answered_by=cast.tess if named else None)
    before = AuditEvent.objects.latest("pk").pk
    flag = answered(GivenMeasure.give(cast.other, "phq-9", by=cast.otto), cast.carl).flag
    late(flag)
    Flag.objects.pass_on_overdue()
    assert Cover.objects.open().filter(therapy=cast.other, on_duty=True).exists()
    ada = signed_in(cast.ada)
    page = ada.get(f"/clinic/therapies/{cast.other.pk}/")
    assert list(page.context["covers"]) == [] and "Nobody now." in page.text
    events = ada.get("/clinic/audit/").context["events"]
    told = {event.action for event in events if event.pk > before}
    assert told == {"measure.given", "measure.answered"}
    assert "Looks at what you answered" in signed_in(cast.carl).get("/me/looked/").text


def test_therapists_of_one_name_are_counted_apart(cast, signed_in, flag):
    cast.otto.name = cast.tess.name
    cast.otto.save(update_fields=["name"])
    answered(GivenMeasure.give(cast.other, "phq-9", by=cast.otto), cast.carl)
    page = read(signed_in(cast.ada).get("/clinic/"))
    assert page.count("<b>Tess</b>: 1 flag") == 2


def test_who_answers_second_is_told_and_keeps_their_words(cast, signed_in, flag):
    flag.answer("I rang her.", by=cast.will)
    again = signed_in(cast.tess).post(page_of(cast, flag), {"what_was_done": "I wrote to her."})
    assert again.status_code == 422 and "This flag was answered before." in again.text
    assert "I wrote to her." in again.text and "I rang her." in again.text


def test_the_same_press_twice_is_one_answer(cast, signed_in, flag):
    tess, said = signed_in(cast.tess), {"what_was_done": "I rang her."}
    statuses = [tess.post(page_of(cast, flag), said).status_code for _press in range(2)]
    assert statuses == [302, 302]


def test_a_therapy_does_not_end_while_a_flag_waits(cast, signed_in, flag):
    tess, said = signed_in(cast.tess), {"do": "end", "sure": "on"}
    refused = tess.post(address("ending", cast.therapy), said)
    assert refused.status_code == 422 and "A flag waits to be answered." in refused.text
    flag.answer("I rang her.", by=cast.tess)
    assert tess.post(address("ending", cast.therapy), said).status_code == 302


def test_a_flag_that_has_no_deputy_holds_up_no_other(cast, flag, monkeypatch):
    """One is passed on at a time, and the earlier one has nobody to pass to."""
    other = answered(GivenMeasure.give(cast.other, "phq-9", by=cast.otto), cast.carl).flag
    for one, hours in ((flag, 2), (other, 1)):
        past = timezone.now() - timedelta(hours=hours)
        Flag.objects.filter(pk=one.pk).update(answer_by=past)
    found = FlagDuty.deputy_of
    monkeypatch.setattr(
        FlagDuty, "deputy_of", lambda duty, of: None if of == cast.therapy else found(duty, of)
    )
    assert Flag.objects.pass_on_overdue(limit=1) == 1
    other.refresh_from_db()
    assert other.passed_to == cast.vera


def test_cover_that_ends_soon_is_not_enough(cast, given):
    """Will stands in until tomorrow, and is the deputy: the flag may wait longer than that."""
    duty_in(cast, deputy=cast.will)
    flag = answered(given, cast.cleo).flag
    late(flag)
    assert Flag.objects.pass_on_overdue() == 1
    covers = Cover.objects.open().filter(therapy=cast.therapy, therapist=cast.will)
    assert covers.filter(ends_at__gt=timezone.now() + timedelta(days=6)).count() == 1


def test_who_stands_in_sees_old_flags_only_while_they_wait(cast, signed_in, flag):
    Flag.objects.filter(pk=flag.pk).update(raised_at=timezone.now() - timedelta(days=29))
    will = signed_in(cast.will)
    assert will.get(page_of(cast, flag)).status_code == 200
    flag.answer("I rang her.", by=cast.tess)
    assert will.get(page_of(cast, flag)).status_code == 404
    assert page_of(cast, flag) not in will.get(f"/caseload/{cast.therapy.pk}/measures/").text
    assert signed_in(cast.tess).get(page_of(cast, flag)).status_code == 200


def test_the_digest_counts_a_flag_in_a_pause_too(cast, flag):
    cast.therapy.pause(by=cast.tess)
    why(cast)
    assert waits_for(Recipient.objects.get(user=cast.tess))["raised"] == 1
