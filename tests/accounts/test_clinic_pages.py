"""The admin's pages: accounts and counts, never what a client wrote."""

import uuid
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts.models import AuditEvent, AuditSeal, Clinic, Cover, Invitation, Membership
from homework.clinic_counts import ClinicCounts
from homework.models import Attention
from tests.cast import member_of
from tests.homework.presses import logged
from tests.queries import queries_of
from tests.reading import read

pytestmark = pytest.mark.django_db

PAGES = [
    "",
    "people/",
    "people/new/",
    "people/many/",
    "therapies/",
    "settings/",
    "audit/",
    "health/",
    "data/",
]
SETTINGS = {
    "name": "Harbour",
    "crisis_text": "Night line: 020 7946 0999",
    "checked": "on",
    "time_zone": "Europe/London",
    "retention_years": "8",
    "reminder_hour": "17",
}


@pytest.fixture
def ada(signed_in, cast):
    return signed_in(cast.ada)


@pytest.mark.parametrize("page", PAGES)
def test_only_admins_see_it(signed_in, cast, page):
    assert signed_in(cast.ada).get(f"/clinic/{page}").status_code == 200
    for person in (cast.tess, cast.cleo, cast.emil):
        assert signed_in(person).get(f"/clinic/{page}").status_code == 403


@pytest.mark.parametrize("page", PAGES)
def test_no_page_shows_what_a_client_wrote(ada, cast, page):
    logged(cast.assignment, cast.cleo, note="canary-note")
    text = ada.get(f"/clinic/{page}").text
    for words in ("canary-note", "Take the bus to work", "Two buses", "One small thing"):
        assert words not in text


def test_another_clinics_rows_do_not_exist(ada, cast):
    zoes = member_of(cast.zoe, cast.meadow)
    foreign = Invitation.send_to_member(
        cast.meadow, email="x@example.org", as_admin=True, as_therapist=False, by=cast.zoe
    )
    assert ada.get(f"/clinic/people/{zoes.pk}/").status_code == 404
    assert ada.get(f"/clinic/therapies/{cast.far.pk}/").status_code == 404
    assert ada.post(f"/clinic/invitations/{foreign.pk}/").status_code == 404
    assert "Zack" not in ada.get("/clinic/therapies/").text


def test_many_are_invited_at_once(ada, mailoutbox, django_capture_on_commit_callbacks):
    lines = "one@example.org\n TWO@example.org \n\none@example.org\ntess@example.org"
    with django_capture_on_commit_callbacks(execute=True):
        ada.post("/clinic/people/new/", {"addresses": lines, "roles": ["therapist"]})
    invited = Invitation.objects.filter(therapy=None)
    assert {row.email for row in invited} == {"one@example.org", "two@example.org"}
    assert len(mailoutbox) == 2 and "Harbour" in mailoutbox[0].body


def test_a_second_press_sends_no_second_mail(ada):
    """The first one's link would open nothing any more."""
    press = {"addresses": "one@example.org", "roles": ["therapist"]}
    for _ in range(2):
        ada.post("/clinic/people/new/", press)
    assert [row.state for row in Invitation.objects.filter(therapy=None)] == ["open"]
    with time_machine.travel(timezone.now() + timedelta(minutes=5)):
        ada.post("/clinic/people/new/", press)
    assert Invitation.objects.filter(therapy=None).count() == 2


def test_wrong_addresses_are_named_and_nobody_is_invited(ada):
    answer = ada.post(
        "/clinic/people/new/", {"addresses": "one@example.org\nnot one", "roles": ["admin"]}
    )
    assert answer.status_code == 422 and "“not one”" in answer.text
    assert not Invitation.objects.exists()


def test_an_invitation_is_sent_again_or_taken_back(ada, cast):
    row = Invitation.send_to_member(
        cast.harbour, email="x@example.org", as_admin=True, as_therapist=False, by=cast.ada
    )
    old = row.mail_digest
    ada.post(f"/clinic/invitations/{row.pk}/")
    row.refresh_from_db()
    assert row.mail_digest != old
    ada.post(f"/clinic/invitations/{row.pk}/", {"revoke": "1"})
    row.refresh_from_db()
    assert row.state == "revoked"


def test_roles_change_but_one_admin_stays(ada, cast):
    place = member_of(cast.vera, cast.harbour)
    ada.post(f"/clinic/people/{place.pk}/", {"do": "roles", "roles": ["admin", "therapist"]})
    place.refresh_from_db()
    assert place.is_admin and place.is_therapist
    ada.post(f"/clinic/people/{place.pk}/", {"do": "roles", "roles": ["therapist"]})
    own = member_of(cast.ada, cast.harbour)
    answer = ada.post(f"/clinic/people/{own.pk}/", {"do": "roles", "roles": ["therapist"]})
    assert answer.status_code == 422 and Membership.objects.admins().get(pk=own.pk)
    assert ada.post(f"/clinic/people/{own.pk}/", {"do": "end"}).status_code == 422


def test_whoever_leaves_hands_over_in_the_same_press(ada, signed_in, cast):
    place = member_of(cast.otto, cast.harbour)
    path = f"/clinic/people/{place.pk}/"
    assert ada.post(path, {"do": "end"}).status_code == 422
    assert ada.post(path, {"do": "end", "to": cast.zoe.pk}).status_code == 422
    assert ada.post(path, {"do": "end", "to": cast.tess.pk}).status_code == 302
    cast.other.refresh_from_db()
    place.refresh_from_db()
    assert cast.other.lead == cast.tess and place.ended_at


def test_hand_over_cover_and_end(ada, cast):
    path = f"/clinic/therapies/{cast.therapy.pk}/"
    day = timezone.localdate()
    cover = {"do": "cover", "therapist": cast.otto.pk, "kind": "read", "until": day}
    assert ada.post(path, cover).status_code == 302
    row = Cover.objects.open().get(therapist=cast.otto)
    assert ada.post(f"/clinic/covers/{row.pk}/end/").url == path
    assert not Cover.objects.open().filter(pk=row.pk).exists()
    ada.post(path, {"do": "hand-over", "therapist": cast.otto.pk, "note": "Ask about town."})
    cast.therapy.refresh_from_db()
    assert cast.therapy.lead == cast.otto
    assert ada.post(path, {"do": "end"}).status_code == 422
    ada.post(path, {"do": "end", "sure": "on"})
    cast.therapy.refresh_from_db()
    assert not cast.therapy.is_open


@pytest.mark.parametrize(
    "wrong",
    [
        {"do": "cover", "therapist": "", "kind": "read", "until": "2026-01-01"},
        {"do": "cover", "kind": "own", "until": "2026-02-31"},
        {"do": "hand-over", "therapist": "x"},
    ],
)
def test_wrong_answers_change_nothing(ada, cast, wrong):
    before = Cover.objects.count()
    answer = ada.post(f"/clinic/therapies/{cast.therapy.pk}/", wrong)
    assert answer.status_code == 422 and "There is a problem" in answer.text
    assert Cover.objects.count() == before


def test_nobody_leads_their_own_therapy(ada, cast):
    cast.other.client = cast.tess
    cast.other.save(update_fields=["client"])
    path = f"/clinic/therapies/{cast.other.pk}/"
    assert ada.post(path, {"do": "hand-over", "therapist": cast.tess.pk}).status_code == 422


def test_settings_are_saved_dated_and_audited(ada, cast):
    ada.post("/clinic/settings/", SETTINGS)
    cast.harbour.refresh_from_db()
    assert cast.harbour.retention_years == 8
    assert cast.harbour.crisis_text_checked_on == timezone.localdate()
    assert AuditEvent.objects.get(action="clinic.settings_changed").clinic == cast.harbour


def test_new_numbers_are_checked_first(ada, cast):
    unchecked = {name: value for name, value in SETTINGS.items() if name != "checked"}
    assert ada.post("/clinic/settings/", unchecked).status_code == 422
    same = {**unchecked, "crisis_text": cast.harbour.crisis_text}
    assert ada.post("/clinic/settings/", same).status_code == 302


@pytest.mark.parametrize(
    "wrong",
    [{"crisis_text": ""}, {"retention_years": "0"}, {"reminder_hour": "24"}, {"time_zone": "x"}],
)
def test_wrong_settings(ada, cast, wrong):
    assert ada.post("/clinic/settings/", {**SETTINGS, **wrong}).status_code == 422
    assert Clinic.objects.get(pk=cast.harbour.pk).reminder_hour == 18


def test_an_admin_of_two_clinics_chooses(ada, cast):
    cast.meadow.memberships.create(user=cast.ada, is_admin=True)
    assert ada.get("/clinic/").context["request"].clinic == cast.harbour
    ada.post("/clinic/choose/", {"clinic": cast.meadow.pk})
    assert ada.get("/clinic/").context["request"].clinic == cast.meadow
    ada.post("/clinic/choose/", {"clinic": uuid.uuid4()})
    assert ada.get("/clinic/").context["request"].clinic == cast.meadow


def test_an_empty_list_of_therapies_says_what_comes_next(ada, cast):
    empty = Clinic.objects.create(name="Quay")
    empty.memberships.create(user=cast.ada, is_admin=True)
    ada.post("/clinic/choose/", {"clinic": empty.pk})
    everybody = read(ada.get("/clinic/therapies/"))
    assert "No therapies yet" in everybody and 'href="/clinic/people/many/"' in everybody
    paused = read(ada.get("/clinic/therapies/?state=paused"))
    assert "No therapies here" in paused and "Show everyone" in paused
    assert 'href="/clinic/people/many/"' not in paused


def test_the_audit_is_paged_filtered_and_checked(ada, cast):
    for _ in range(60):
        AuditEvent.record(cast.tess, "therapy.read", cast.therapy)
    AuditEvent.record(cast.zoe, "therapy.read", cast.far)
    AuditSeal.seal_new_events()
    page = ada.get("/clinic/audit/?kind=therapy&check=1")
    assert "The chain holds" in page.text and len(page.context["events"]) == 50
    older = ada.get(f"/clinic/audit/?kind=therapy&before={page.context['before']}")
    assert 10 <= len(older.context["events"]) < 50
    assert not ada.get(f"/clinic/audit/?person={cast.zoe.pk}").context["events"]
    for odd in ("kind=x", "before=1e9", "before=" + "9" * 40, "person=" + "x" * 36, "person=%00"):
        assert ada.get(f"/clinic/audit/?{odd}").status_code == 200


def test_checking_the_audit_looks_at_the_newest_and_not_all_day(ada, cast, monkeypatch, settings):
    monkeypatch.setattr("accounts.views.clinic.audit.LOOKED_AT", 2)
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "audit_check": "1/h/user"}
    AuditSeal.seal_new_events()
    assert "The latest 2 links hold" in ada.get("/clinic/audit/?check=1").text
    assert ada.get("/clinic/audit/?check=1").status_code == 429
    assert ada.get("/clinic/audit/").status_code == 200


def test_the_audit_page_tells_nothing_of_a_clients_own_entries(ada, cast):
    """A private Not today shows nothing, also where the admin is the therapist."""
    entry = logged(cast.assignment, cast.cleo, "not_today", private=True)
    entry.withdraw(by=cast.cleo)
    logged(cast.assignment, cast.tess)
    events = ada.get("/clinic/audit/?kind=practice").context["events"]
    assert [event.actor for event in events] == [cast.tess]
    assert str(entry.pk)[:8] not in ada.get("/clinic/audit/").text


def test_pages_cost_the_same_for_many(ada, cast):
    before = {page: len(queries_of(ada, f"/clinic/{page}")) for page in PAGES}
    for _ in range(5):
        AuditEvent.record(cast.tess, "therapy.read", cast.therapy)
        Invitation.send_to_member(
            cast.harbour, email="x@example.org", as_admin=True, as_therapist=False, by=cast.ada
        )
        type(cast.therapy).begin(
            clinic=cast.harbour, lead=cast.tess, client_name="Nils", by=cast.tess
        )
    after = {page: len(queries_of(ada, f"/clinic/{page}")) for page in PAGES}
    assert after == before and max(after.values()) <= 14


def test_notes_that_wait_are_counted_by_therapist(ada, cast):
    Attention.objects.filter(therapy=cast.therapy).update(
        reasons=[["note", {"count": 2}]], unread_notes=2
    )
    page = read(ada.get("/clinic/"))
    assert "<b>Tess</b>: 2 notes </li>" in page and "<b>Otto</b>" not in page


@pytest.mark.parametrize(
    ("clients", "count", "words"),
    [
        (9, 0, "fewer than 5"),
        (9, 4, "fewer than 5"),
        (30, 5, "5"),
        (9, 6, "nearly all"),
        (9, 9, "9"),
    ],
)
def test_small_groups_are_not_told(clients, count, words):
    assert ClinicCounts(clients, {}).in_words(count) == words


def test_the_clinic_in_counts(ada, cast):
    for number in range(6):
        begun = type(cast.therapy).begin(
            clinic=cast.harbour, lead=cast.tess, client_name=f"Nought {number}", by=cast.tess
        )
        Attention.objects.filter(therapy=begun).update(
            reasons=[["bounce", {}]], stale=False, unread_reports=number
        )
    counts = ClinicCounts.of(cast.harbour)
    assert (counts.clients, counts.counts["unreached"], counts.counts["to_read"]) == (8, 6, 5)
    page = ada.get("/clinic/").text
    assert "The clinic in counts" in page and "<dd>fewer than 5</dd>" in page
    assert "Nought" not in page
