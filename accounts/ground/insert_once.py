"""INSERT … ON CONFLICT DO NOTHING for one row, saying whether it was written."""

from django.db import connections, router
from django.db.models.constants import OnConflict
from django.db.models.sql import InsertQuery


def insert_once(row) -> bool:
    """Write `row` unless a unique constraint has it already; race-free, in one query."""
    using = router.db_for_write(type(row))
    query = InsertQuery(type(row), on_conflict=OnConflict.IGNORE)
    query.insert_values(row._meta.concrete_fields, [row])
    [(sql, params)] = query.get_compiler(using).as_sql()
    with connections[using].cursor() as cursor:
        cursor.execute(sql, params)
        written = cursor.rowcount == 1
    row._state.adding, row._state.db = not written, using
    return written
