"""Rows out of a query worded by hand: whole instances, what was not read waits, nulls are None."""

import pytest

from accounts.ground.worded_rows import WordedRows, hang
from accounts.models import Therapy, User
from goals.models import EndGoal
from tests.queries import Queries

pytestmark = pytest.mark.django_db

TABLES = """
FROM accounts_therapy AS therapy JOIN accounts_user AS lead ON lead.id = therapy.lead_id
LEFT JOIN goals_endgoal AS goal ON goal.therapy_id = therapy.id AND goal.closed_at IS NULL
WHERE therapy.id = %(therapy)s
"""
ROWS = WordedRows(
    TABLES,
    therapy=(Therapy, ["clinic", "lead"]),
    lead=(User, ["name"]),
    goal=(EndGoal, ["clinic", "title"]),
    beside={"letters": "length(lead.name)"},
)


def row_of(therapy):
    return ROWS.fetch({"therapy": therapy.pk})[0]


def test_it_reads_whole_instances_and_what_stands_beside(cast):
    row = row_of(cast.therapy)
    assert row.therapy == cast.therapy and row.letters == len(cast.tess.name)
    assert row.goal.title == cast.goal.title


def test_what_was_not_read_is_asked_for_when_it_is_wanted(cast):
    goal = row_of(cast.therapy).goal
    with Queries() as queries:
        assert goal.why == cast.goal.why
    assert len(queries) == 1


def test_what_hangs_from_a_row_is_asked_no_more(cast):
    row = row_of(cast.therapy)
    hang(row.therapy, lead=row.lead)
    with Queries() as queries:
        assert row.therapy.lead.name == cast.tess.name
    assert len(queries) == 0


def test_what_a_join_did_not_find_is_none(cast):
    cast.goal.close("reached", by=cast.tess)
    assert row_of(cast.therapy).goal is None
