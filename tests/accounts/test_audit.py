"""Who did or read what of whose: written with it, never changed, sealed in a chain."""

from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, connections, transaction
from django.db.models import F
from django.urls import reverse

from accounts.models import AuditEvent, AuditSeal, Clinic
from accounts.models.audit_chain import Flaw, flaw_in
from tests.threads import at_once

DAY = timedelta(days=1)
pytestmark = pytest.mark.django_db


def record(cast, action="therapy.read", row=None, **codes):
    AuditEvent.record(cast.tess, action, row or cast.therapy, **codes)
    return AuditEvent.objects.latest("pk")


def as_owner(sql, *values):
    """What only whoever owns the tables could do."""
    owner = connections["owner"].copy(alias="tampering")
    try:
        with owner.cursor() as cursor:
            cursor.execute(sql, values)
    finally:
        owner.close()


def test_an_event_names_who_what_and_whose(cast):
    event = record(cast, row=cast.assignment, count=3)
    assert (event.actor, event.clinic, event.therapy_id) == (
        *(cast.tess, cast.harbour),
        cast.therapy.pk,
    )
    assert (event.subject, event.subject_id) == ("homework.assignment", str(cast.assignment.pk))
    assert event.codes == {"count": 3}
    assert str(event) == f"therapy.read {cast.assignment.pk}"


def test_a_clinics_own_row_says_which_clinic(cast):
    event = record(cast, row=cast.harbour, clinic_id=cast.harbour.pk)
    assert (event.clinic, event.therapy_id, event.codes) == (cast.harbour, None, {})


@pytest.mark.parametrize("nobody", [None, AnonymousUser()])
def test_an_event_may_have_nobody(cast, nobody):
    assert AuditEvent.record(nobody, "access.refused", cast.therapy).actor is None


@pytest.mark.parametrize("table", ["accounts_auditevent", "accounts_auditseal"])
@pytest.mark.parametrize(
    "change", ["UPDATE {} SET clinic_id = NULL", "DELETE FROM {}", "TRUNCATE {} CASCADE"]
)
def test_the_application_may_not_change_what_was_recorded(cast, table, change):
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        connection.cursor().execute(change.format(table))


def test_the_seal_chains_each_clinics_events_in_order(cast):
    sealed = AuditSeal.seal_new_events()
    assert sealed == AuditEvent.objects.count()
    assert AuditSeal.seal_new_events() == 0
    for clinic in (cast.harbour, cast.meadow):
        seals = AuditSeal.objects.filter(clinic=clinic).order_by("position")
        assert [seal.position for seal in seals] == list(range(1, len(seals) + 1))
        assert flaw_in(clinic.pk) is None


def test_the_chain_goes_on_where_it_ended(cast):
    while AuditSeal.seal_new_events(limit=7):
        pass
    record(cast)
    assert AuditSeal.seal_new_events() == 1
    last = AuditSeal.objects.filter(clinic=cast.harbour).latest("position")
    assert last.event.action == "therapy.read"
    assert flaw_in(cast.harbour.pk) is None
    assert str(last) == f"{last.position}: {last.digest[:12]}"


def test_the_round_goes_on_while_there_is_more_and_time(cast):
    for _ in range(9):
        record(cast)
    AuditSeal.catch_up(limit=2, seconds=0)
    assert AuditEvent.objects.filter(seal=None).exists()
    AuditSeal.catch_up(limit=2)
    assert not AuditEvent.objects.filter(seal=None).exists()
    assert flaw_in(cast.harbour.pk) is None


def test_events_of_no_clinic_have_a_chain_too(cast):
    record(cast, row=cast.tess)
    AuditSeal.seal_new_events()
    assert AuditSeal.objects.filter(clinic=None).exists()
    assert flaw_in(None) is None


def test_a_seal_that_comes_meanwhile_is_no_flaw(cast, monkeypatch):
    """The sealer works while the chain is read."""
    AuditSeal.seal_new_events()
    digest_of = AuditEvent.digest

    def slow(event, previous):
        monkeypatch.undo()
        record(cast)
        assert AuditSeal.seal_new_events() == 1
        return digest_of(event, previous)

    monkeypatch.setattr(AuditEvent, "digest", slow)
    assert flaw_in(cast.harbour.pk) is None


@pytest.mark.django_db(transaction=True)
def test_of_a_long_chain_the_newest_links_are_looked_at(cast):
    clinic, second = clinic_with_events(cast, "Long")
    for _ in range(3):
        last = record(cast, row=clinic, clinic_id=clinic.pk)
    AuditSeal.seal_new_events()
    as_owner(TAMPERING["action"], second.pk)
    assert flaw_in(clinic.pk) == flaw_in(clinic.pk, newest=100) == Flaw(2, "changed")
    assert flaw_in(clinic.pk, newest=3) is None
    as_owner(TAMPERING["action"], last.pk)
    assert flaw_in(clinic.pk, newest=3) == Flaw(6, "changed")


TAMPERING = {
    "action": "UPDATE accounts_auditevent SET action = 'therapy.left' WHERE id = %s",
    "actor": "UPDATE accounts_auditevent SET actor_id = NULL WHERE id = %s",
    "whose": "UPDATE accounts_auditevent SET therapy_id = gen_random_uuid() WHERE id = %s",
    "when": "UPDATE accounts_auditevent SET at = at + interval '1 day' WHERE id = %s",
    "codes": """UPDATE accounts_auditevent SET codes = '{"count": 4}' WHERE id = %s""",
    "seal": "UPDATE accounts_auditseal SET digest = repeat('0', 64) WHERE event_id = %s",
    "gone": "DELETE FROM accounts_auditseal WHERE event_id = %s",
    "both gone": """
        WITH gone AS (DELETE FROM accounts_auditseal WHERE event_id = %s RETURNING event_id)
        DELETE FROM accounts_auditevent USING gone WHERE id = gone.event_id
    """,
    "moved": """
        UPDATE accounts_auditseal SET position = 1000 - position
        WHERE clinic_id = (SELECT clinic_id FROM accounts_auditevent WHERE id = %s)
    """,
}
# What the flaw is called, where it is not a change.
WHY = {"gone": "missing", "both gone": "missing", "moved": "missing"}


def clinic_with_events(cast, name):
    """A clinic of its own, and the second of its three events."""
    clinic = Clinic.objects.create(name=name)
    events = [record(cast, row=clinic, clinic_id=clinic.pk, count=n) for n in range(3)]
    return clinic, events[1]


@pytest.mark.django_db(transaction=True)
def test_tampering_by_the_owner_is_found(cast):
    made = {name: clinic_with_events(cast, name) for name in TAMPERING}
    AuditSeal.seal_new_events()
    for name, (_clinic, event) in made.items():
        as_owner(TAMPERING[name], event.pk)
    found = {name: flaw_in(clinic.pk) for name, (clinic, _event) in made.items()}
    places = {name: 1 if name == "moved" else 2 for name in TAMPERING}
    assert found == {name: Flaw(places[name], WHY.get(name, "changed")) for name in TAMPERING}
    assert flaw_in(cast.meadow.pk) is None


@pytest.mark.django_db(transaction=True)
class TestEnds:
    """What a chain alone cannot show: its end is marked with a key that is not in the database."""

    @pytest.fixture(autouse=True)
    def sealed(self, cast):
        AuditSeal.seal_new_events()
        self.clinic = cast.harbour.pk
        self.end = AuditSeal.objects.filter(clinic=self.clinic).latest("position")
        assert flaw_in(self.clinic) is None

    def test_a_cut_off_end_is_found_and_stays_found(self, cast):
        as_owner("DELETE FROM accounts_auditseal WHERE event_id = %s", self.end.pk)
        as_owner("DELETE FROM accounts_auditevent WHERE id = %s", self.end.pk)
        assert flaw_in(self.clinic) == Flaw(self.end.position, "ends elsewhere")
        record(cast)
        AuditSeal.seal_new_events()
        assert flaw_in(self.clinic) == Flaw(self.end.position, "missing")

    def test_a_head_taken_along_leaves_a_gap(self, cast):
        for sql in (
            "DELETE FROM accounts_audithead WHERE clinic_id = %s",
            "DELETE FROM accounts_auditseal WHERE clinic_id = %s AND position > 3",
            "DELETE FROM accounts_auditevent WHERE clinic_id = %s"
            " AND id NOT IN (SELECT event_id FROM accounts_auditseal)",
        ):
            as_owner(sql, self.clinic)
        assert flaw_in(self.clinic) == Flaw(4, "ends elsewhere")
        record(cast)
        AuditSeal.seal_new_events()
        assert flaw_in(self.clinic) == Flaw(4, "missing")

    def test_a_truncated_table_is_found(self, cast):
        as_owner("TRUNCATE accounts_auditevent, accounts_auditseal")
        assert flaw_in(self.clinic) == Flaw(1, "ends elsewhere")
        record(cast)
        AuditSeal.seal_new_events()
        assert flaw_in(self.clinic) == Flaw(1, "missing")

    def test_a_clinic_whose_audit_begins_long_after_its_founding_has_lost_it(self, cast):
        as_owner("TRUNCATE accounts_auditevent, accounts_auditseal, accounts_audithead")
        Clinic.objects.filter(pk=self.clinic).update(created_at=F("created_at") - 2 * DAY)
        record(cast)
        AuditSeal.seal_new_events()
        assert flaw_in(self.clinic) == Flaw(1, "begins late")

    def test_an_event_of_the_past_that_was_slipped_in_is_found(self, cast):
        as_owner(
            "INSERT INTO accounts_auditevent (clinic_id, action, subject, subject_id, codes, at)"
            " VALUES (%s, 'therapy.read', '', '', '{}', now() - interval '2 days')",
            self.clinic,
        )
        AuditSeal.seal_new_events()
        assert flaw_in(self.clinic) == Flaw(self.end.position + 1, "slipped in")

    def test_a_chain_written_anew_by_the_owner_has_no_mark(self, cast):
        event = record(cast)
        digest = event.digest(self.end.digest)
        as_owner(
            "INSERT INTO accounts_auditseal (event_id, clinic_id, position, digest)"
            " VALUES (%s, %s, %s, %s)",
            *(event.pk, self.clinic, self.end.position + 1, digest),
        )
        as_owner(
            "UPDATE accounts_audithead SET position = position + 1, digest = %s"
            " WHERE clinic_id = %s",
            *(digest, self.clinic),
        )
        assert flaw_in(self.clinic) == Flaw(self.end.position + 2, "ends elsewhere")
        record(cast)
        AuditSeal.seal_new_events()
        assert flaw_in(self.clinic) == Flaw(self.end.position + 2, "missing")

    def test_a_seal_beyond_the_mark_is_found_and_stops_no_sealer(self, cast):
        self.forge(record(cast), self.end.position + 1)
        record(cast)
        AuditSeal.seal_new_events()
        assert not AuditEvent.objects.filter(seal=None).exists()
        assert flaw_in(self.clinic) == Flaw(self.end.position + 1, "changed")

    def test_a_chain_that_cannot_go_on_keeps_no_other_from_it(self, cast, caplog):
        """Behind the last position there is: its clinic's events wait, and it is said."""
        self.forge(record(cast), 2**63 - 1)
        waits = record(cast)
        AuditEvent.record(cast.zoe, "therapy.read", cast.far)
        assert AuditSeal.seal_new_events() == 1
        assert list(AuditEvent.objects.filter(seal=None)) == [waits]
        assert flaw_in(cast.meadow.pk) is None
        assert flaw_in(self.clinic) == Flaw(self.end.position + 1, "missing")
        [told] = caplog.records
        assert str(self.clinic) in told.getMessage() and "Error" in told.getMessage()

    def forge(self, event, position):
        as_owner(
            "INSERT INTO accounts_auditseal (event_id, clinic_id, position, digest)"
            " VALUES (%s, %s, %s, repeat('0', 64))",
            *(event.pk, self.clinic, position),
        )

    def test_the_command_says_where_chains_end_and_holds_them_against_an_earlier_run(
        self, cast, capsys, tmp_path
    ):
        call_command("verify_audit")
        said = capsys.readouterr().out
        assert f"{self.clinic} {self.end}" != said and f"{self.clinic} {self.end.position} " in said
        kept = tmp_path / "heads"
        kept.write_text(said)
        record(cast)
        AuditSeal.seal_new_events()
        call_command("verify_audit", since=str(kept))
        kept.write_text(said.replace(self.end.digest, "0" * 64))
        with pytest.raises(CommandError, match=str(self.clinic)):
            call_command("verify_audit", since=str(kept))

    def test_a_log_that_is_kept_elsewhere_holds_it_too(
        self, cast, caplog, tmp_path, django_capture_on_commit_callbacks
    ):
        """Who owns the tables and has the keys writes a chain anew; the log says that they did."""
        record(cast)
        commit = django_capture_on_commit_callbacks(execute=True)
        with caplog.at_level("INFO", "midweek.audit"), commit:
            AuditSeal.seal_new_events()
        kept = tmp_path / "sealed.txt"
        kept.write_text("".join(f"{record.getMessage()}\n" for record in caplog.records))
        assert f"{self.clinic} {self.end.position + 1} " in kept.read_text()
        call_command("verify_audit", since=str(kept))
        as_owner("UPDATE accounts_auditseal SET digest = repeat('0', 64)")
        with pytest.raises(CommandError, match=f"{self.clinic} {self.end.position + 1}"):
            call_command("verify_audit", since=str(kept))

    def test_an_earlier_run_comes_by_standard_input_too_and_a_file_that_is_not_there_is_told(
        self, capsys, monkeypatch
    ):
        call_command("verify_audit")
        monkeypatch.setattr("sys.stdin", StringIO(capsys.readouterr().out))
        call_command("verify_audit", since="-")
        monkeypatch.setattr("sys.stdin", StringIO("elsewhere"))
        with pytest.raises(CommandError, match="Cut off, or no line"):
            call_command("verify_audit", since="-")
        with pytest.raises(CommandError, match="/nowhere/heads cannot be read: No such file"):
            call_command("verify_audit", since="/nowhere/heads")

    @pytest.mark.parametrize("left", [60, 30, 1, 0])
    def test_a_line_that_was_cut_off_is_called_so(self, left, capsys, tmp_path):
        call_command("verify_audit")
        kept = tmp_path / "heads"
        kept.write_text(capsys.readouterr().out[:left])
        with pytest.raises(CommandError, match="Cut off" if left else "holds no line"):
            call_command("verify_audit", since=str(kept))

    def test_the_command_fails_where_a_chain_is_broken(self, cast):
        as_owner("UPDATE accounts_auditevent SET action = 'a.b' WHERE id = %s", self.end.pk)
        with pytest.raises(CommandError, match=f"{self.clinic} at {self.end.position}: changed"):
            call_command("verify_audit")


@pytest.mark.django_db(transaction=True)
def test_of_several_sealers_at_once_one_works(cast):
    sealed = at_once(lambda n: AuditSeal.seal_new_events(), times=3)
    assert sum(sealed) == AuditEvent.objects.count() == AuditSeal.objects.count()
    assert flaw_in(cast.harbour.pk) is None


@pytest.mark.parametrize(
    ("name", "knows_the_clinic"), [("otto", True), ("ada", None), ("zoe", False), ("carl", None)]
)
def test_a_refusal_is_kept_although_its_request_is_rolled_back(
    cast, signed_in, name, knows_the_clinic
):
    person = getattr(cast, name)
    address = reverse("client-page", args=[cast.therapy.pk])
    assert signed_in(person).get(address).status_code in (403, 404)
    refused = AuditEvent.objects.filter(
        action="access.refused", actor=person, therapy_id=cast.therapy.pk
    )
    # Whoever wears no hat of a therapist's does not come so far that a therapy is asked for.
    clinics = [] if knows_the_clinic is None else [cast.harbour if knows_the_clinic else None]
    assert [event.clinic for event in refused] == clinics
