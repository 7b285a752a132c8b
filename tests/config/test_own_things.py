"""The second wall around what is one person's own and no clinic's (design §4.2)."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.http import QueryDict
from django.utils import timezone

from accounts import hats, wall
from accounts.models import AppLock, Consent, ParkedPost
from config.row_security import OPEN
from homework.models import KeptView
from records.models import BroughtFile, Copy, Erasure
from reminders.models import CalendarAddress, Device
from reminders.models.vapid_key import VapidKey
from tests import door

pytestmark = pytest.mark.django_db


def parked(user):
    said = QueryDict("note=Slept%20badly%20again")
    return ParkedPost.park(author_id=user.pk, path="/today/", data=said)


def subscribed(user):
    keys = {"p256dh": "key", "auth": "secret", "vapid_key": VapidKey.make()}
    endpoint = f"https://push.example.org/{user.pk}"
    return Device.subscribe(user, endpoint=endpoint, session_key=str(user.pk), **keys)


def kept(user):
    KeptView.objects.keep(user, "today.report")


def agreed(user):
    Consent.give(user, language="en-gb")


# What each is made by, and its column that says whose.
OWN = {
    Copy: (lambda user: Copy.ask(user, "pdf"), "user_id"),
    BroughtFile: (lambda user: BroughtFile.keep(user, []), "user_id"),
    ParkedPost: (parked, "author_id"),
    Erasure: (lambda user: Erasure.ask(by=user), "user_id"),
    Device: (subscribed, "user_id"),
    CalendarAddress: (CalendarAddress.renew, "user_id"),
    KeptView: (kept, "user_id"),
    AppLock: (lambda user: AppLock.set(user, minutes=5, pin="4821"), "user_id"),
    Consent: (agreed, "person_id"),
}


@pytest.fixture(params=OWN, ids=lambda model: model.__name__)
def own(request, cast):
    """One kind of thing, of Cleo and of Carl."""
    make, column = OWN[request.param]
    for person in (cast.cleo, cast.carl):
        make(person)
    return request.param.objects, column


def ask(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def test_every_table_of_persons_is_walled_or_named_with_a_reason():
    """Read from the catalog: whatever points at a person and carries no clinic."""
    found = ask("""
        SELECT relname::text, relrowsecurity AND relforcerowsecurity, ARRAY(
            SELECT rolname::text FROM pg_policy, unnest(polroles) AS role (oid)
            JOIN pg_roles ON pg_roles.oid = role.oid WHERE polrelid = pg_class.oid
        ) FROM pg_class WHERE oid IN (
            SELECT conrelid FROM pg_constraint
            WHERE contype = 'f' AND confrelid = 'accounts_user'::regclass
        ) AND oid NOT IN (SELECT attrelid FROM pg_attribute WHERE attname = 'clinic_id')
    """)
    [(application,)] = ask("SELECT current_user::text")
    behind = {name for name, is_on, roles in found if is_on and application in roles}
    assert behind == {model._meta.db_table for model in OWN}
    assert {name for name, *_rest in found} - behind == set(OPEN)
    assert all(OPEN.values())


def test_one_sees_ones_own_alone(cast, own):
    things, column = own
    with door.shut(), transaction.atomic():
        hats.enter(cast.cleo)
        assert set(things.values_list(column, flat=True)) == {cast.cleo.pk}


def test_nothing_set_and_a_clinic_alone_show_nothing(cast, own):
    things, _column = own
    with door.shut():
        assert not things.exists()
        with wall.in_clinics(cast.harbour.pk):
            assert not things.exists()


def test_neither_therapist_nor_admin_sees_or_touches_it(cast, own):
    things, column = own
    for person in (cast.tess, cast.ada):
        with door.shut(), transaction.atomic():
            hats.enter(person)
            # An admin is told that the wish to go waits.
            assert not things.exists() or (things.model is Erasure and person == cast.ada)
            if things.model is not Consent:
                assert things.update(**{column: person.pk}) == 0
                assert things.all()._raw_delete(things.db) == 0


def test_nobody_writes_it_for_another(cast):
    row = Copy(user=cast.cleo, kind="pdf")
    with door.shut(), transaction.atomic():
        hats.enter(cast.tess)
        with pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
            row.save(force_insert=True)


@pytest.mark.parametrize(("name", "sees"), [("ada", True), ("carl", False), ("zara", False)])
def test_admins_are_told_that_a_client_of_theirs_wishes_to_go(cast, name, sees):
    """Neither are other clients of the clinic, nor admins of another."""
    Erasure.ask(by=cast.cleo)
    with door.shut(), transaction.atomic():
        hats.enter(getattr(cast, name))
        assert Erasure.objects.exists() == sees


def test_work_on_somebodys_things_sees_theirs_and_no_clinic(cast, own):
    things, column = own
    with door.shut(), wall.things_of(cast.carl.pk):
        assert set(things.values_list(column, flat=True)) == {cast.carl.pk}
        assert not cast.therapy._meta.model.objects.exists()


def test_words_parked_of_an_expired_sign_in_are_their_authors_alone(cast, client):
    """From the public door: nobody is signed in when they are kept."""
    client.force_login(cast.cleo)
    client.get("/today/")
    session = client.session
    session.model.objects.update(expire_date=timezone.now() - timedelta(minutes=1))
    answer = client.post(f"/today/{cast.assignment.pk}/log/", {"note": "Slept badly again"})
    parked = ParkedPost.objects.get()
    assert str(parked.pk) in answer.url
    for person, status in ((cast.carl, 404), (cast.cleo, 200)):
        client.force_login(person)
        assert client.get(f"/parked/{parked.pk}/").status_code == status
