"""The verbs of a therapy: each writes its state, the row behind it, and says so upward."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import AuditEvent, Invitation, Therapy, TherapyEnding
from accounts.models import therapy as signals

pytestmark = pytest.mark.django_db


@pytest.fixture
def invited(cast):
    return Therapy.begin(clinic=cast.harbour, lead=cast.tess, client_name="Cora", by=cast.tess)


@pytest.fixture
def heard():
    """The signals of a therapy that were sent, by name."""
    names = ("begun", "accepted", "paused", "resumed", "ended", "handed_over")
    said, ears = [], []
    for name in names:
        ears.append(lambda sender, name=name, **facts: said.append(name))
        getattr(signals, f"therapy_{name}").connect(ears[-1])
    yield said
    for name, ear in zip(names, ears, strict=True):
        getattr(signals, f"therapy_{name}").disconnect(ear)


def test_a_therapy_begins_with_its_first_term_and_without_its_client(cast, invited):
    assert (invited.state, invited.client, invited.is_open) == ("invited", None, True)
    assert invited.terms.get().therapist == cast.tess
    assert str(invited.zone) == "Europe/London"


def test_on_paper_it_runs_from_the_first_day(cast):
    paper = Therapy.begin(
        clinic=cast.harbour, lead=cast.tess, client_name="Pia", by=cast.tess, on_paper=True
    )
    assert paper.state == "active" and paper.client is None
    assert paper.acceptance.by == cast.tess


def test_who_was_on_paper_may_still_join(cast):
    paper = Therapy.begin(
        clinic=cast.harbour, lead=cast.tess, client_name="Pia", by=cast.tess, on_paper=True
    )
    paper.accept(client=cast.carl, by=cast.carl)
    paper.refresh_from_db()
    assert (paper.client, paper.on_paper, paper.state) == (cast.carl, False, "active")
    assert paper.acceptance.by == cast.tess


def test_accepting_binds_the_client_once(cast, invited, heard):
    invited.accept(client=cast.carl, by=cast.carl)
    invited.accept(client=cast.zack, by=cast.zack)
    invited.refresh_from_db()
    assert (invited.client, invited.state) == (cast.carl, "active")
    assert invited.acceptance.by == cast.carl
    assert heard == ["accepted"]


def test_the_days_are_those_of_the_clients_zone(cast):
    cast.cleo.time_zone = "America/New_York"
    cast.cleo.save()
    again = Therapy.objects.get(pk=cast.therapy.pk)
    assert again.zone.key == "America/New_York"


def test_a_pause_and_its_end_leave_one_row(cast, heard):
    for _twice in range(2):
        cast.therapy.pause(by=cast.tess)
    assert cast.therapy.state == "paused"
    for _twice in range(2):
        cast.therapy.resume(by=cast.otto)
    pause = cast.therapy.pauses.get()
    assert cast.therapy.state == "active"
    assert (pause.by, pause.resumed_by) == (cast.tess, cast.otto)
    assert heard == ["paused", "resumed"]


def test_ending_keeps_the_page_made_together_and_the_record(cast, heard):
    cast.therapy.end(by=cast.tess, what_helped="Small steps", whom_to_call="My sister")
    cast.therapy.end(by=cast.otto, what_helped="Nothing")
    ending = TherapyEnding.objects.get()
    kept = cast.therapy.kept_until - cast.therapy.ended_at
    assert (ending.by, ending.what_helped, ending.whom_to_call) == (
        *(cast.tess, "Small steps"),
        "My sister",
    )
    assert kept == timedelta(days=366 * cast.harbour.retention_years)
    assert cast.therapy.state == "ended" and heard == ["ended"]


def test_a_paused_therapy_can_end_and_then_cannot_resume(cast):
    cast.therapy.pause(by=cast.tess)
    cast.therapy.end(by=cast.tess)
    cast.therapy.resume(by=cast.tess)
    cast.therapy.pause(by=cast.tess)
    assert cast.therapy.state == "ended"


def test_nobody_joins_a_therapy_that_has_ended(cast, invited):
    invitation = Invitation.send_to_client(invited, email="", by=cast.tess)
    invited.end(by=cast.tess)
    assert not invitation.accept(user=cast.carl)
    invited.accept(client=cast.carl, by=cast.carl)
    invited.refresh_from_db()
    invitation.refresh_from_db()
    assert (invited.client, invitation.state) == (None, "revoked")


def test_handing_over_closes_one_term_and_opens_the_next(cast, heard):
    cast.therapy.hand_over(to=cast.otto, by=cast.tess, note="Cleo likes to start early")
    cast.therapy.hand_over(to=cast.otto, by=cast.tess)
    before, after = cast.therapy.terms.order_by("started_at")
    assert (before.therapist, after.therapist) == (cast.tess, cast.otto)
    assert before.ended_at and after.ended_at is None
    assert after.note == "Cleo likes to start early"
    assert heard == ["handed_over"]


def test_the_therapys_own_crisis_text_wins_over_the_clinics(cast):
    assert "Harbour night line" in cast.therapy.crisis_text
    cast.therapy.own_crisis_text = "Ring Dr Amara first"
    assert cast.therapy.crisis_text == "Ring Dr Amara first"


def test_a_verb_decides_on_the_row_as_it_is_not_as_it_was_read(cast):
    stale = Therapy.objects.get(pk=cast.therapy.pk)
    cast.therapy.end(by=cast.tess)
    for verb in (stale.pause, stale.end):
        verb(by=cast.otto)
    assert stale.state == "ended"
    assert not stale.pauses.exists() and TherapyEnding.objects.count() == 1


def test_each_verb_is_audited_with_who_and_whose(cast):
    cast.therapy.pause(by=cast.tess)
    event = AuditEvent.objects.latest("pk")
    assert (event.action, event.actor, event.clinic) == (
        *("therapy.paused", cast.tess),
        cast.harbour,
    )
    assert event.therapy_id == cast.therapy.pk
    assert event.at <= timezone.now()


def test_rows_print_dates_and_numbers_never_names(cast):
    cast.therapy.pause(by=cast.tess)
    cast.therapy.end(by=cast.tess)
    rows = [cast.therapy, cast.therapy.acceptance, cast.therapy.pauses.get(), cast.therapy.ending]
    assert not any(cast.cleo.name in str(row) for row in rows)
