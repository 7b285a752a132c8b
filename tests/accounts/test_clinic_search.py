"""An admin finds a person, a therapy, an event; and takes the audit as a file."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from django.utils import timezone

from accounts.models import AuditEvent, Therapy
from accounts.views.clinic import therapies
from reminders.models import Recipient, ReminderSlot
from tests.cast import member, member_of, person
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def ada(signed_in, cast):
    return signed_in(cast.ada)


def names(answer):
    assert answer.status_code == 200, answer.text
    return [row.client_name for row in answer.context["therapies"]]


def people(answer):
    return [row.user.name for row in answer.context["members"]]


def test_people_are_narrowed_down(ada, cast):
    cast.otto.authenticator_set.all().delete()
    assert people(ada.get("/clinic/people/?show=admins")) == ["Ada"]
    assert people(ada.get("/clinic/people/?show=without")) == ["Otto"]
    assert people(ada.get("/clinic/people/?show=former")) == ["Emil"]
    everybody = ["Ada", "Otto", "Tess", "Vera", "Will"]
    assert people(ada.get("/clinic/people/?show=odd&after=odd")) == everybody


def test_people_are_found_by_name_or_address(ada, cast):
    find = lambda words: people(ada.post("/clinic/people/search/", {"words": words}))  # noqa: E731
    assert find("OTT") == ["Otto"] and find("vera@") == ["Vera"] and find("emil") == ["Emil"]
    assert find("zoe") == find("") == find("\0") == []


def test_people_come_a_page_at_a_time(ada, cast, monkeypatch):
    monkeypatch.setattr("accounts.views.clinic.people.PAGE", 2)
    found, after = [], ""
    while after is not None:
        page = ada.get(f"/clinic/people/?after={after}")
        found, after = found + people(page), page.context["after"]
    assert found == ["Ada", "Otto", "Tess", "Vera", "Will"]


def test_therapies_are_narrowed_down(ada, cast):
    waits = Therapy.begin(clinic=cast.harbour, lead=cast.otto, client_name="Nils", by=cast.otto)
    cast.other.pause(by=cast.otto)
    shown = lambda what: names(ada.get(f"/clinic/therapies/?{what}"))  # noqa: E731
    assert shown("state=invited") == ["Nils"] and shown("state=paused") == ["Carl"]
    assert shown(f"lead={cast.tess.pk}") == ["Cleo"] and shown("state=odd&lead=odd") == [
        "Nils",
        "Carl",
        "Cleo",
    ]
    waits.end(by=cast.ada)
    assert shown("state=ended") == ["Nils"]


def test_a_sealed_name_is_found_and_never_asked_for_by_an_address(ada, cast):
    find = lambda words: names(ada.post("/clinic/therapies/search/", {"words": words}))  # noqa: E731
    assert find("CLE") == ["Cleo"] and find("carl@example.org") == ["Carl"]
    assert find("tess") == ["Cleo"] and find("Zack") == find("") == []
    assert ada.get("/clinic/therapies/search/?words=cleo").status_code == 405


def test_a_long_list_is_searched_on(ada, cast, monkeypatch):
    monkeypatch.setattr(therapies, "LOOKED_AT", 1)
    first = ada.post("/clinic/therapies/search/", {"words": "cleo"})
    assert names(first) == [] and "Search further back" in first.text
    again = {"words": "cleo", "after": first.context["further"]}
    assert names(ada.post("/clinic/therapies/search/", again)) == ["Cleo"]


def test_an_admin_pauses_and_goes_on(ada, cast):
    path = f"/clinic/therapies/{cast.therapy.pk}/"
    for what, state in (("pause", "paused"), ("pause", "paused"), ("resume", "active")):
        assert ada.post(path, {"do": what}).status_code == 302
        assert Therapy.objects.get(pk=cast.therapy.pk).state == state


def test_consent_is_written_down_and_due_again(ada, cast):
    path, soon = f"/clinic/therapies/{cast.therapy.pk}/", timezone.localdate() + 20 * DAY
    said = {"do": "consent", "under_18": "yes", "consented_by": "Her mother"}
    assert ada.post(path, said).status_code == 422
    assert ada.post(path, {**said, "ask_consent_again_on": soon}).status_code == 302
    assert "Her mother has consented." in ada.get(path).text
    assert names(ada.get("/clinic/therapies/?state=consent")) == ["Cleo"]


def test_audit_of_one_client_and_of_some_days(ada, cast):
    AuditEvent.record(cast.vera, "therapy.read", cast.therapy)
    AuditEvent.record(cast.otto, "therapy.read", cast.other)
    page = ada.get(f"/clinic/audit/?therapy={cast.therapy.pk}&kind=therapy&person={cast.vera.pk}")
    assert [event.therapy_id for event in page.context["events"]] == [cast.therapy.pk]
    assert "What was done with the pages of Cleo" in page.text
    today, tomorrow = timezone.localdate(), timezone.localdate() + DAY
    assert ada.get(f"/clinic/audit/?from={today}&to={today}").context["events"]
    assert not ada.get(f"/clinic/audit/?from={tomorrow}").context["events"]
    assert not ada.get(f"/clinic/audit/?to={today - DAY}").context["events"]
    for odd in ("from=x", "to=9999-12-31", f"therapy={cast.far.pk}", "therapy=x"):
        assert "Zack" not in ada.get(f"/clinic/audit/?{odd}").text


def test_an_audit_file_that_stops_says_so(ada, cast, monkeypatch, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "invite": "1/h/user"}
    for _ in range(3):
        AuditEvent.record(cast.tess, "therapy.read", cast.therapy)
    path, more = "/clinic/audit/file/?kind=therapy", "There is more"
    assert more not in ada.get(path).content.decode()
    monkeypatch.setattr("accounts.views.clinic.audit.MOST_IN_FILE", 2)
    rows = list(csv.reader(StringIO(ada.get(path).content.decode("utf-8-sig"))))
    assert len(rows) == 4 and more in rows[-1][0]


def test_the_audit_as_a_file_runs_nothing_and_tells_no_more(ada, cast):
    type(cast.tess).objects.filter(pk=cast.tess.pk).update(name='=cmd|" /c"!A1')
    AuditEvent.record(cast.tess, "therapy.read", cast.therapy)
    AuditEvent.record(cast.cleo, "practice.withdrawn", cast.therapy)
    AuditEvent.record(cast.zoe, "therapy.read", cast.far)
    answer = ada.get("/clinic/audit/file/?kind=therapy")
    assert answer["Content-Type"].startswith("text/csv") and "attachment" in str(
        answer["Content-Disposition"]
    )
    head, *rows = csv.reader(StringIO(answer.content.decode("utf-8-sig")))
    assert head[0] == "at" and rows[0][1] == '\'=cmd|" /c"!A1'
    assert all(row[3].startswith("therapy.") and row[6] != str(cast.far.pk) for row in rows)
    assert AuditEvent.objects.get(action="clinic.audit_exported").actor == cast.ada
    assert b"practice.withdrawn" not in ada.get("/clinic/audit/file/").content


def test_searching_costs_the_same_for_many(ada, cast):
    pages = ["people/?show=therapists", "therapies/?state=invited", "audit/?kind=therapy"]
    before = [len(queries_of(ada, f"/clinic/{page}")) for page in pages]
    for number in range(5):
        member(person(f"more{number}"), cast.harbour, is_therapist=True)
        more = Therapy.begin(clinic=cast.harbour, lead=cast.tess, client_name="N", by=cast.tess)
        AuditEvent.record(cast.tess, "therapy.read", more)
    assert [len(queries_of(ada, f"/clinic/{page}")) for page in pages] == before


def test_health_counts_a_week_and_not_all_history(ada, cast):
    recipient = Recipient.objects.get(user=cast.tess, clinic=cast.harbour)
    now = timezone.now()
    for days, state in ((1, "failed"), (8, "failed"), (9, "dead")):
        ReminderSlot.objects.create(
            clinic=cast.harbour,
            recipient=recipient,
            kind="digest",
            about=cast.harbour.pk,
            practice_date=(now - days * DAY).date(),
            due_at=now - days * DAY,
            not_after=now,
            state=state,
            settled_at=now - days * DAY,
        )
    (section,) = ada.get("/clinic/health/").context["sections"]
    assert (section["section"]["failed"], section["section"]["dead"]) == (1, 0)


@pytest.mark.parametrize(("days", "asked"), [(180, False), (190, True)])
def test_numbers_checked_half_a_year_ago_are_asked_about(ada, cast, days, asked):
    cast.harbour.set_crisis_text("Night line: 020", checked_on=timezone.localdate() - days * DAY)
    for page in ("", "settings/"):
        assert ("The crisis numbers were checked on" in ada.get(f"/clinic/{page}").text) == asked


def test_who_left_is_still_found_on_their_page(ada, cast):
    page = ada.get(f"/clinic/people/{member_of(cast.emil, cast.harbour).pk}/")
    assert page.status_code == 200 and "Sign out everywhere" not in page.text
