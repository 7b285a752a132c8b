"""Every invariant of the database, broken: the database refuses (design §4.3, issue 2 part 3)."""

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.ground import SameClinic
from accounts.models.base import ClinicRow
from tests.config.constraint_cases import CASES
from tests.config.walk import each, models, private_models


def is_key_over_clinic(constraint):
    return getattr(constraint, "fields", None) == ("clinic", "id")


EVERY = [(model, constraint) for model in models() for constraint in model._meta.constraints]
WITHIN = [(model, one) for model, one in EVERY if isinstance(one, SameClinic)]
OWN = {
    one.name
    for _model, one in EVERY
    if not isinstance(one, SameClinic) and not is_key_over_clinic(one)
}
ONCE = [
    (model, field)
    for model in private_models()
    for field in model._meta.concrete_fields
    if field.unique and not field.primary_key
]


def run(sql, *values):
    """Behind the models' backs."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def check_now(constraint="ALL"):
    """What the commit would do."""
    run(f"SET CONSTRAINTS {constraint} IMMEDIATE")


def put(row, field, value):
    table, column = row._meta.db_table, field.column
    run(f'UPDATE {table} SET "{column}" = %s WHERE id = %s', value, row.pk)


def row_in(model, clinic):
    return model.objects.filter(clinic=clinic).order_by("pk").first()


def test_each_constraint_of_the_models_has_a_case():
    assert set(CASES) == OWN


@pytest.mark.parametrize(
    ("name", "breaks"), **each([(n, b) for n in CASES for b in CASES[n]], lambda pair: pair[0])
)
def test_the_database_refuses(here, name, breaks):
    with pytest.raises(IntegrityError, match=f'"{name}"'), transaction.atomic():
        breaks(here)
        check_now()


@pytest.mark.parametrize(("model", "constraint"), **each(WITHIN, lambda pair: pair[1].name))
def test_a_key_into_another_clinic_is_refused(here, two, model, constraint):
    key, there = model._meta.get_field(constraint.field), two[1].clinic
    target = row_in(key.related_model, there)
    if key.related_model is not model:
        run(f"DELETE FROM {model._meta.db_table} WHERE clinic_id = %s", there.pk)
    with pytest.raises(IntegrityError, match=f'"{constraint.name}"'), transaction.atomic():
        rows = model.objects.filter(clinic=here.clinic)
        row = rows.exclude(**{key.name: None}).first() or rows.first()
        put(row, key, target.pk)
        check_now(f'"{constraint.name}"')


@pytest.mark.parametrize(("model", "field"), **each(ONCE, lambda pair: str(pair[1])))
def test_what_is_there_once_cannot_be_twice(here, two, model, field):
    other = row_in(model, two[1].clinic)
    with pytest.raises(IntegrityError, match="duplicate key"), transaction.atomic():
        put(row_in(model, here.clinic), field, getattr(other, field.attname))


def test_the_test_clinics_fill_every_private_table(two):
    clinics = [each.clinic for each in two]
    lacking = [m for m in private_models() for c in clinics if row_in(m, c) is None]
    assert lacking == []


ON_CLINIC_ALONE = """
    SELECT indexrelid::regclass::text FROM pg_index
    JOIN pg_attribute ON attrelid = indrelid AND attnum = indkey[0]
    WHERE indnatts = 1 AND NOT indisunique AND attname = 'clinic_id' AND indpred IS NULL
      AND indrelid = ANY (%s::regclass[])
"""


def test_the_key_over_clinic_and_id_is_the_only_way_to_a_clinics_rows(db):
    """Another one is as good to a planner that has seen no row, and reads the whole clinic for
    each row that points at one of it."""
    tables = [row._meta.db_table for row in private_models() if issubclass(row, ClinicRow)]
    with connection.cursor() as cursor:
        cursor.execute(ON_CLINIC_ALONE, [tables])
        assert cursor.fetchall() == []
