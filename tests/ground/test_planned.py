"""Statements that the database plans once for each connection."""

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.ground.planned import Planned
from tests.queries import Queries

pytestmark = pytest.mark.django_db


def known():
    """The names of what this connection has planned."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM pg_prepared_statements")
        return {name for (name,) in cursor.fetchall()}


def test_it_answers_and_is_planned_once():
    double = Planned("SELECT 2 * %(number)s::int, %(number)s::int, '100%%'")
    assert double.fetch({"number": 4}) == [(8, 4, "100%")]
    with Queries() as queries:
        assert double.fetch({"number": 5}) == [(10, 5, "100%")]
    assert len(queries) == 1
    assert double.name in known()


def test_the_first_time_counts_as_one_query_too():
    with Queries() as queries:
        Planned("SELECT %s::int").fetch([1])
    assert len(queries) == 1


def test_a_rolled_back_transaction_takes_nothing_from_it():
    said = Planned("SELECT %s::text")
    with transaction.atomic():
        said.fetch(["gone"])
        transaction.set_rollback(True)
    assert said.fetch(["still"]) == [("still",)]


def test_its_errors_are_those_of_django():
    wrong = Planned("INSERT INTO accounts_auditevent (action) VALUES (%s)")
    with pytest.raises(IntegrityError), transaction.atomic():
        wrong.run(["said"])


@pytest.mark.django_db(transaction=True)
def test_a_new_connection_plans_it_anew():
    said = Planned("SELECT %s::text")
    said.fetch(["before"])
    connection.close()
    assert said.fetch(["after"]) == [("after",)]
