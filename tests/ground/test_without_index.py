"""An index goes without a look at the rows: the foreign key stays as it is."""

import pytest
from django.db import connection
from django.db.migrations.state import ModelState, ProjectState

from accounts.ground import WithoutIndex
from tests.ground.models import Clinic, Note, Shelf

KEYS = """
    SELECT oid, conname FROM pg_constraint
    WHERE conrelid = 'ground_tests_note'::regclass AND contype = 'f' ORDER BY oid
"""
OPERATION = WithoutIndex("note", "clinic")


@pytest.fixture
def states():
    before, after = ProjectState(), ProjectState()
    for model in (Clinic, Shelf, Note):
        before.add_model(ModelState.from_model(model))
        after.add_model(ModelState.from_model(model))
    OPERATION.state_forwards("ground_tests", after)
    return before, after


def indexes():
    with connection.schema_editor() as editor:
        return editor._constraint_names(Note, ["clinic_id"], index=True, unique=False)


def keys():
    with connection.cursor() as cursor:
        cursor.execute(KEYS)
        return cursor.fetchall()


def test_the_index_goes_and_comes_back_and_no_key_is_made_anew(here, states):
    before, after = states
    stood = keys()
    [name] = indexes()
    with connection.schema_editor() as editor:
        OPERATION.database_forwards("ground_tests", editor, before, after)
    assert indexes() == [] and keys() == stood
    with connection.schema_editor() as editor:
        OPERATION.database_backwards("ground_tests", editor, after, before)
    assert indexes() == [name] and keys() == stood


def test_the_field_is_as_it_was_but_for_the_index(states):
    before, after = (state.models["ground_tests", "note"].fields["clinic"] for state in states)
    *_, options = before.deconstruct()
    *_, without = after.deconstruct()
    assert without == options | {"db_index": False}
