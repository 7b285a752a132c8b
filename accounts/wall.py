"""The second wall from inside: which clinics' rows this transaction may read and write, and whose.

PostgreSQL asks the transaction's settings of each row (config/row_security). Where nothing is
set there is no row, and none can be written: forgetting shows nothing, rather than everything.
A request is let in by hats.enter; work that has no person says here where it works.
"""

from contextlib import contextmanager

from django.db import connection, transaction

PUT = """
    SELECT set_config('app.user', %s, true), set_config('app.clinics', %s, true),
        set_config('app.every_clinic', %s, true)
"""
STANDING = """
    SELECT coalesce(current_setting('app.user', true), ''),
        coalesce(current_setting('app.clinics', true), ''),
        coalesce(current_setting('app.every_clinic', true), '')
"""


@contextmanager
def in_clinics(*clinic_ids):
    """A transaction in which these clinics are there and no other, as nobody."""
    with set_within("", ",".join(map(str, clinic_ids)), ""):
        yield


@contextmanager
def things_of(user_id):
    """A transaction in which one person's own things are there (what waits for them, their copies,
    devices, …), and no clinic: where something becomes of these, and it is not they who ask."""
    with set_within(str(user_id), "", ""):
        yield


@contextmanager
def every_clinic():
    """The one door to all rows: for rounds over the whole installation, and nowhere else.

    Who opens it is listed in tests/config/test_row_security.py.
    """
    with set_within("", "", "on"):
        yield


def every_clinic_from_here():
    """The same until the transaction ends, as who one is: for the operator's own place."""
    user, clinics, _every = standing()
    put(user, clinics, "on")


def also_in(clinic_id):
    """Until the transaction ends, this clinic too: its founder, or who holds its invitation."""
    user, clinics, every = standing()
    if str(clinic_id) not in clinics:
        put(user, f"{clinics},{clinic_id}".strip(","), every)


@contextmanager
def set_within(*settings):
    """Set in a transaction of its own, which ends with the block. Inside another, what was set
    before holds again afterwards; a rollback brings it back by itself."""
    is_inside = connection.in_atomic_block
    with transaction.atomic():
        before = standing() if is_inside else None
        put(*settings)
        yield
        if before:
            put(*before)


def put(user, clinics, every):
    with connection.cursor() as cursor:
        cursor.execute(PUT, [user, clinics, every])


def standing():
    with connection.cursor() as cursor:
        cursor.execute(STANDING)
        return cursor.fetchone()
