"""After a change of keys: what an earlier one sealed is sealed anew under the first.

A table at a time, some rows at a time, each time in a transaction of its own. Only what is under
an earlier key is looked at, so it can be stopped and begun again; a row that somebody has in hand
is passed over and found by the next run.
"""

from dataclasses import dataclass
from functools import cached_property

from django.apps import apps
from django.db import connection
from psycopg2.extras import execute_values

from accounts.ground.encryption import EncryptedField
from accounts.ground.keyring import DecryptionError, first_header, sealed_anew

# Rows of words; of files one, for it may be large.
MOST_ROWS = 200
FIND = """
    SELECT {key}, {homes}, {columns} FROM {table}
    WHERE ({earlier}) AND (%(after)s IS NULL OR {key} > %(after)s)
    ORDER BY {key} LIMIT %(most)s FOR NO KEY UPDATE SKIP LOCKED
"""
WRITE = "UPDATE {table} SET {sets} FROM (VALUES %s) AS new (key, {columns}) WHERE {key} = new.key"
COUNT = "SELECT count(*) FROM {table} WHERE {earlier}"


def tables():
    """Every table with a sealed column."""
    found = [Table(model) for model in apps.get_models() if model._meta.managed]
    return [table for table in found if table.sealed]


@dataclass
class Column:
    """One sealed column, and the columns of what its values are bound to."""

    name: str
    label: str
    row: str
    clinic: str


@dataclass
class Table:
    model: type

    def __str__(self):
        return self.model._meta.db_table

    @cached_property
    def sealed(self):
        key = self.column("pk")
        found = [
            Column(field.column, field.label, key, field.clinic.column)
            for field in self.model._meta.local_concrete_fields
            if isinstance(field, EncryptedField)
        ]
        if own := vars(self.model).get("SEALED"):
            places = (self.column(own.row), own.clinic and self.column(own.clinic))
            found.append(Column(self.column(own.column), own.label, *places))
        return found

    def column(self, name):
        meta = self.model._meta
        return (meta.pk if name == "pk" else meta.get_field(name)).column

    @property
    def most(self):
        return 1 if hasattr(self.model, "SEALED") else MOST_ROWS

    @cached_property
    def words(self):
        quote = connection.ops.quote_name
        names, table = [quote(column.name) for column in self.sealed], quote(str(self))
        homes = [
            f"coalesce({table}.{quote(name)}::text, '')" if name else "''"
            for column in self.sealed
            for name in (column.row, column.clinic)
        ]
        return {
            "table": table,
            "key": f"{table}.{quote(self.column('pk'))}",
            "homes": ", ".join(homes),
            "columns": ", ".join(names),
            "sets": ", ".join(f"{name} = new.{name}" for name in names),
            "earlier": " OR ".join(
                f"substring({name} FROM 1 FOR %(length)s) <> %(header)s" for name in names
            ),
        }

    @property
    def first(self):
        header = first_header()
        return {"header": header, "length": len(header)}

    def renew(self, after=None):
        """The next rows beyond `after`: (how many, the last one's key, what cannot be opened).

        To be called in a transaction that sees all of them; no rows is the end.
        """
        with connection.cursor() as cursor:
            facts = {**self.first, "after": after, "most": self.most}
            cursor.execute(FIND.format(**self.words), facts)
            rows, lost = [], []
            for key, *rest in cursor.fetchall():
                homes, values = rest[: 2 * len(self.sealed)], rest[2 * len(self.sealed) :]
                rows.append([key, *self.anew(homes, values, lost)])
            if rows:
                # A column that is NULL in all of them would be taken for a text.
                one = f"(%s{', %s::bytea' * len(self.sealed)})"
                execute_values(cursor, WRITE.format(**self.words), rows, one, len(rows))
        return len(rows), rows[-1][0] if rows else None, lost

    def anew(self, homes, values, lost):
        for place, (column, value) in enumerate(zip(self.sealed, values, strict=True)):
            home = column.label, *homes[2 * place : 2 * place + 2]
            try:
                yield None if value is None else sealed_anew(*home, bytes(value))
            except DecryptionError as error:
                lost.append(str(error))
                yield value

    def left(self):
        """How many rows an earlier key is still needed for."""
        with connection.cursor() as cursor:
            cursor.execute(COUNT.format(**self.words), self.first)
            return cursor.fetchone()[0]
