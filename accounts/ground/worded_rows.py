"""Rows of several models out of one query worded by hand.

The ORM words a join of six tables anew for every page, which takes longer than answering it.
"""

from json import JSONDecoder
from types import SimpleNamespace

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import JSONField
from django.db.models.base import ModelState
from django.utils.functional import cached_property

from accounts.ground.encryption import EncryptedField
from accounts.ground.keyring import Sealed
from accounts.ground.lazy_text import Unopened
from accounts.ground.planned import Planned


class WordedRows:
    """A SELECT whose FROM names the parts: `plan=(WeekPlan, ["focus", …])` reads alias `plan`.

    The key of each part comes with it, other columns are deferred as by `only()`. A part whose
    key is null is None: what a LEFT JOIN did not find. `beside` are further columns, by name.
    """

    def __init__(self, tables, *, beside=None, **parts):
        self.tables, self.beside, self.parts = tables, beside or {}, parts

    def fetch(self, params):
        """[row, …]: each with an instance or None for every part, and what stands beside."""
        return [self.row(values) for values in self.planned.fetch(params)]

    def row(self, values):
        row, start = SimpleNamespace(), 0
        for name, part in self.readers.items():
            setattr(row, name, part.instance(values[start : start + part.width]))
            start += part.width
        for name, value in zip(self.beside, values[start:], strict=True):
            setattr(row, name, value)
        return row

    @cached_property
    def readers(self):
        return {name: Part.named(*part) for name, part in self.parts.items()}

    @cached_property
    def planned(self):
        return Planned(self.sql)

    @cached_property
    def sql(self):
        columns = [
            f'{name}."{column}"' for name, part in self.readers.items() for column in part.columns
        ]
        return f"SELECT {', '.join([*columns, *self.beside.values()])} {self.tables}"


class Part:
    """The columns of one model within such a row."""

    def __init__(self, model, fields):
        self.model, self.fields, self.width = model, fields, len(fields)
        self.columns = [field.column for field in self.fields]
        self.names = [field.attname for field in self.fields]
        self.key = self.fields.index(model._meta.pk)
        sealed = [field for field in fields if isinstance(field, EncryptedField)]
        self.sealed = [field.attname for field in sealed]
        self.clinic = sealed[0].clinic.attname if sealed else None
        self.read = [
            (field.attname, reader_of(field))
            for field in fields
            if hasattr(field, "from_db_value") and field not in sealed
        ]

    @classmethod
    def named(cls, model, names):
        """With the key, in the order of the model."""
        chosen = [model._meta.pk, *map(model._meta.get_field, names)]
        return cls(model, [field for field in model._meta.concrete_fields if field in chosen])

    def instance(self, values):
        """As `from_db` makes it, without asking each field anew how it is set."""
        if values[self.key] is None:
            return None
        found = dict(zip(self.names, values, strict=True))
        for name, read in self.read:
            found[name] = read(found[name])
        if self.sealed:
            home = values[self.key], found.get(self.clinic)
            for name in self.sealed:
                if found[name] is not None:
                    found[name] = Unopened(Sealed(found[name]), *home)
        row, found["_state"] = self.model.__new__(self.model), ModelState()
        found["_state"].adding, found["_state"].db = False, DEFAULT_DB_ALIAS
        row.__dict__ = found
        return row


def reader_of(field):
    """How a value of the column is read; the database puts no blanks around JSON to be skipped."""
    if type(field) is JSONField and field.decoder is None:
        return lambda text: None if text is None else DECODE(text)[0]
    return lambda value: field.from_db_value(value, None, connection)


DECODE = JSONDecoder().raw_decode


def hang(row, **related):
    """Set what a row points to, read in the same query: no further one asks for it."""
    for name, instance in related.items():
        row._meta.get_field(name).set_cached_value(row, instance)
    return row


def hang_all(row, **related):
    """Set the rows that point to it, as if they were prefetched."""
    for name, instances in related.items():
        rows = getattr(row, name).all()
        rows._result_cache, rows._prefetch_done = instances, True
        vars(row).setdefault("_prefetched_objects_cache", {})[name] = rows
