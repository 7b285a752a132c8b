import pytest
from django.db import connection, transaction

from tests.everything import fill


@pytest.fixture(scope="module")
def two(django_db_setup, django_db_blocker):
    """Two filled clinics for a whole module; each test undoes what it did in a savepoint."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield fill("here"), fill("there")
        transaction.set_rollback(True)


@pytest.fixture
def here(two):
    """The first of them, as it was before this test."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        yield two[0]
        transaction.set_rollback(True)
