"""INSERT, worded and planned once for each model: the ORM words it anew for each row."""

from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection

from accounts.ground.planned import Planned


def insert_once(row) -> bool:
    """Write `row` unless a unique constraint has it already, and say whether; race-free."""
    return insert(row, "ON CONFLICT DO NOTHING")


def insert(row, ending="", *, asks_key=True) -> bool:
    """Write `row` without a signal; a key that the database counts is set in it, if asked for:
    only who may read the row may ask."""
    model: Any = type(row)
    with worded(model, ending, asks_key).run(values(row)) as cursor:
        written = cursor.rowcount == 1
        if written and cursor.description:
            (row.pk,) = cursor.fetchone()
    row._state.adding, row._state.db = not written, DEFAULT_DB_ALIAS
    return written


def values(row):
    fields = columns(type(row))
    return [field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields]


@cache
def worded(model: Any, ending, asks_key):
    fields, key = columns(model), model._meta.pk
    names = ", ".join(f'"{field.column}"' for field in fields)
    places = ", ".join(["%s"] * len(fields))
    counted = "" if key in fields or not asks_key else f'RETURNING "{key.column}"'
    into = f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES ({places})'  # noqa: S608
    return Planned(f"{into} {ending} {counted}")


@cache
def columns(model: Any):
    """All but a key that the database counts: a default of the database is only for old code."""
    fields = model._meta.concrete_fields
    return [field for field in fields if not (field.primary_key and field.db_returning)]
