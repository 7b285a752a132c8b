"""Rows into tables by COPY: many times as fast as INSERT, through the fields all the same."""

import io
import json
from collections.abc import Callable
from datetime import date, datetime, time
from uuid import UUID

from django.db import connection

from accounts.ground.keyring import Sealed

ASIDE = """
    CREATE TEMPORARY TABLE IF NOT EXISTS {aside} ON COMMIT DROP
    AS SELECT {names} FROM {table} WITH NO DATA
"""
INTO = "INSERT INTO {table} ({names}) SELECT {names} FROM {aside}; TRUNCATE {aside}"
ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def copy(model, rows):
    """Write new instances of a model; encrypted columns are sealed as save() does it.

    Like bulk_create it sends no signals. A key that the database makes is left to it.
    """
    if not rows:
        return
    fields = columns(model, rows[0])
    copy_text(
        model, fields, ["\t".join(text(f.pre_save(row, True)) for f in fields) for row in rows]
    )


def copy_text(model, fields, lines):
    """Write lines that are in COPY's format already."""
    quote = connection.ops.quote_name
    names = ", ".join(quote(field.column) for field in fields)
    table, aside = quote(model._meta.db_table), quote(f"copied_{model._meta.model_name}")
    body = io.StringIO("\n".join([*lines, ""]))
    with connection.cursor() as cursor:
        # COPY knows no row-level security and refuses such a table, so it goes by another.
        cursor.execute(ASIDE.format(aside=aside, names=names, table=table))
        cursor.copy_expert(f"COPY {aside} ({names}) FROM STDIN", body)
        cursor.execute(INTO.format(aside=aside, names=names, table=table))


def columns(model, row):
    keyless = row.pk is None
    return [f for f in model._meta.concrete_fields if not (f.primary_key and keyless)]


def text(value):
    """One value in PostgreSQL's COPY format."""
    if value is None:
        return r"\N"
    return WRITERS.get(type(value), plain)(value)


def plain(value):
    return str(value).translate(ESCAPES)


def sealed(value):
    return "\\\\x" + value.hex()


def as_json(value):
    return plain(json.dumps(value))


WRITERS: dict[type, Callable] = {
    bool: lambda value: "t" if value else "f",
    int: str,
    float: repr,
    UUID: str,
    date: str,
    datetime: datetime.isoformat,
    time: time.isoformat,
    dict: as_json,
    list: as_json,
    Sealed: sealed,
}
