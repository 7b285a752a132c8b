"""Who did or read what of whose: written with it, never changed, sealed in a chain."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import DatabaseError, connection, connections, transaction

from accounts.models import AuditEvent, AuditSeal, Clinic
from tests.threads import at_once

pytestmark = pytest.mark.django_db


def record(cast, action="therapy.read", row=None, **codes):
    return AuditEvent.record(cast.tess, action, row or cast.therapy, **codes)


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
@pytest.mark.parametrize("change", ["UPDATE {} SET clinic_id = NULL", "DELETE FROM {}"])
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
        assert AuditSeal.first_broken(clinic.pk) is None


def test_the_chain_goes_on_where_it_ended(cast):
    while AuditSeal.seal_new_events(limit=7):
        pass
    record(cast)
    assert AuditSeal.seal_new_events() == 1
    last = AuditSeal.objects.filter(clinic=cast.harbour).latest("position")
    assert last.event.action == "therapy.read"
    assert AuditSeal.first_broken(cast.harbour.pk) is None
    assert str(last) == f"{last.position}: {last.digest[:12]}"


def test_events_of_no_clinic_have_a_chain_too(cast):
    record(cast, row=cast.tess)
    AuditSeal.seal_new_events()
    assert AuditSeal.objects.filter(clinic=None).exists()
    assert AuditSeal.first_broken(None) is None


TAMPERING = {
    "action": "UPDATE accounts_auditevent SET action = 'therapy.left' WHERE id = %s",
    "actor": "UPDATE accounts_auditevent SET actor_id = NULL WHERE id = %s",
    "whose": "UPDATE accounts_auditevent SET therapy_id = gen_random_uuid() WHERE id = %s",
    "when": "UPDATE accounts_auditevent SET at = at + interval '1 day' WHERE id = %s",
    "codes": """UPDATE accounts_auditevent SET codes = '{"count": 4}' WHERE id = %s""",
    "seal": "UPDATE accounts_auditseal SET digest = repeat('0', 64) WHERE event_id = %s",
    "gone": "DELETE FROM accounts_auditseal WHERE event_id = %s",
}


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
    found = {name: AuditSeal.first_broken(clinic.pk) for name, (clinic, _event) in made.items()}
    first = {name: event.pk for name, (_clinic, event) in made.items()}
    # A link that is gone shows at the next one.
    first["gone"] += 1
    assert {name: seal and seal.event_id for name, seal in found.items()} == first
    assert AuditSeal.first_broken(cast.meadow.pk) is None


@pytest.mark.django_db(transaction=True)
def test_of_several_sealers_at_once_one_works(cast):
    sealed = at_once(lambda n: AuditSeal.seal_new_events(), times=3)
    assert sum(sealed) == AuditEvent.objects.count() == AuditSeal.objects.count()
    assert AuditSeal.first_broken(cast.harbour.pk) is None
