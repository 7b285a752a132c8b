"""INSERT, worded once for each model: the ORM words it anew for each row."""

from functools import cache
from typing import Any

from django.db import connections, router


def insert_once(row) -> bool:
    """Write `row` unless a unique constraint has it already, and say whether; race-free."""
    return insert(row, "ON CONFLICT DO NOTHING")


def insert(row, ending="") -> bool:
    """Write `row` without a signal; a key that the database counts is set in it."""
    model: Any = type(row)
    key, using = model._meta.pk, router.db_for_write(model)
    counted = "" if key in columns(model) else f'RETURNING "{key.column}"'
    with connections[using].cursor() as cursor:
        cursor.execute(f"{worded(model)} {ending} {counted}", values(row, using))
        written = cursor.rowcount == 1
        if written and counted:
            (row.pk,) = cursor.fetchone()
    row._state.adding, row._state.db = not written, using
    return written


def values(row, using):
    model: Any = type(row)
    connection, fields = connections[using], columns(model)
    return [field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields]


@cache
def worded(model: Any):
    fields = columns(model)
    names = ", ".join(f'"{field.column}"' for field in fields)
    places = ", ".join(["%s"] * len(fields))
    return f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES ({places})'  # noqa: S608


@cache
def columns(model: Any):
    """All but a key that the database counts."""
    fields = model._meta.concrete_fields
    return [field for field in fields if not getattr(field, "db_returning", False)]
