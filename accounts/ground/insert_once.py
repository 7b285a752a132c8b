"""INSERT for one row, worded once for each model: the ORM words it anew for each row."""

from functools import cache
from typing import Any

from django.db import connections, router


def insert_once(row) -> bool:
    """Write `row` unless a unique constraint has it already, and say whether; race-free."""
    return insert(row, "ON CONFLICT DO NOTHING")


def insert(row, ending="") -> bool:
    """Write `row` without a signal; a key that the database counts is set in it."""
    model: Any = type(row)
    using = router.db_for_write(model)
    connection, fields = connections[using], columns(model)
    values = [field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(worded(model, ending), values)
        written = cursor.rowcount == 1
        if written and model._meta.pk not in fields:
            (row.pk,) = cursor.fetchone()
    row._state.adding, row._state.db = not written, using
    return written


@cache
def worded(model, ending):
    fields, key = columns(model), model._meta.pk
    names = ", ".join(f'"{field.column}"' for field in fields)
    places = ", ".join("%s" for _field in fields)
    counted = "" if key in fields else f'RETURNING "{key.column}"'
    return f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES ({places}) {ending} {counted}'  # noqa: S608


@cache
def columns(model):
    """All but a key that the database counts."""
    fields = model._meta.concrete_fields
    return [field for field in fields if not getattr(field, "db_returning", False)]
