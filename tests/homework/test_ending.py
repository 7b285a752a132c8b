"""An ending made together, and a pause."""

import pytest

from accounts.models import Draft, Therapy, TherapyEnding

pytestmark = pytest.mark.django_db
PAGE = {
    "what_helped": "Waiting",
    "early_signs": "Walking everywhere",
    "what_i_will_do": "One stop",
    "whom_to_call": "My sister",
}


def therapy_of(desk):
    return Therapy.objects.get(pk=desk.cast.therapy.pk)


def test_the_page_is_kept_while_it_grows(desk):
    desk.post("ending", **PAGE)
    assert therapy_of(desk).is_open
    assert "Walking everywhere" in desk.read("ending")


def test_half_a_page_is_kept_while_somebody_types(desk):
    response = desk.client.post(f"{desk.at('ending')}?keep", {"what_helped": "Wai"})
    assert response.status_code == 204 and Draft.objects.get().answers["what_helped"] == "Wai"


def test_it_ends_only_when_that_is_said(desk):
    response = desk.post("ending", do="end", **PAGE)
    assert response.status_code == 422 and "Tick that you end" in response.content.decode()
    assert therapy_of(desk).is_open
    assert "Walking everywhere" in desk.read("ending")


def test_ending_keeps_the_page_and_closes_every_plan(desk):
    desk.draft()
    desk.post("ending", do="end", sure="on", **PAGE)
    ended = therapy_of(desk)
    assert ended.state == "ended" and TherapyEnding.objects.get().what_helped == "Waiting"
    assert {plan.closed_reason for plan in ended.plans.all()} == {"ended"}
    assert not Draft.objects.exists()
    assert "Walking everywhere" in desk.read("ending")


def test_after_the_end_nothing_is_written_any_more(desk):
    desk.cast.therapy.end(by=desk.cast.tess)
    assert desk.post("ending", do="end", sure="on").status_code == 403
    assert desk.review().status_code == 403


def test_who_stands_in_does_not_end_it(desk, signed_in):
    desk.client = signed_in(desk.cast.will)
    assert desk.post("ending", do="end", sure="on").status_code == 403
    assert "End it together" not in desk.read("ending")


@pytest.mark.parametrize("wrong", [{"what_helped": "x" * 2001}, {"whom_to_call": "a\0b"}])
def test_what_cannot_be_kept_is_refused(desk, wrong):
    assert desk.post("ending", do="end", sure="on", **{**PAGE, **wrong}).status_code == 422
    assert therapy_of(desk).is_open


def test_the_page_offers_a_pause_instead(desk):
    assert "Or pause for a while" in desk.read("ending")
    desk.post("pausing", do="pause")
    assert "This therapy is paused" in desk.read("ending")


def test_a_therapy_is_paused_and_resumed(desk):
    desk.post("pausing", do="pause")
    assert therapy_of(desk).state == "paused"
    desk.post("pausing", do="resume")
    assert therapy_of(desk).state == "active"
    assert desk.post("pausing", do="forget").status_code == 422
