"""A queryset that the ORM words once, and not for every page: what it asks stays written there.

    @worded_once
    def running(therapy, since):
        return WeekPlan.objects.filter(therapy=therapy, agreed_at__gte=since)

    running(therapy=therapy.pk, since=since)  # a list

Its values are ids, moments, days, None or a list of ids: each way of being None, and each length
of a list, is worded once. A moment that the queryset takes from the clock would be kept for ever
and is refused: it is handed in.
"""

from datetime import UTC, date, datetime, timedelta
from functools import wraps
from itertools import count
from uuid import UUID

from django.db import connection

from accounts.ground.planned import Planned
from accounts.ground.worded_rows import Part

NUMBERS = count(1)
# What stands for a value while the query is worded: nobody's id, and no moment of anybody's.
STAND_INS = {
    UUID: lambda number: UUID(int=number),
    datetime: lambda number: datetime.min.replace(tzinfo=UTC) + timedelta(seconds=number),
    date: lambda number: date.min + timedelta(days=number),
}
CONSTANTS = (str, int, float, type(None))


def worded_once(build):
    """Make `build` answer with the rows of its queryset, as a list."""
    wordings = {}

    @wraps(build)
    def fetch(**values):
        shape = (*values, *map(shape_of, values.values()))
        if shape not in wordings:
            wordings[shape] = Wording(build, values)
        return wordings[shape].fetch(values)

    return fetch


def shape_of(value):
    return len(value) if isinstance(value, list) else value is None


class Wording:
    """What one shape of a query says, and how its rows become instances."""

    def __init__(self, build, values):
        self.places = {}
        queryset = build(**{name: self.stand_in(value, name) for name, value in values.items()})
        compiler = queryset.query.get_compiler(connection=connection)
        sql, said = compiler.as_sql()
        self.said = [self.places.get(value) or constant(value) for value in said]
        self.planned = Planned(sql)
        self.instances = Instances(compiler.klass_info, compiler.select)
        self.beside = [
            (name, column, reader_of(compiler.select[column][0]))
            for name, column in (compiler.annotation_col_map or {}).items()
        ]

    def stand_in(self, value, name, number=None):
        if isinstance(value, list):
            return [self.stand_in(one, name, number) for number, one in enumerate(value)]
        if value is None:
            return None
        stand_in = STAND_INS[type(value)](next(NUMBERS))
        self.places[stand_in] = lambda values: (
            values[name] if number is None else values[name][number]
        )
        return stand_in

    def fetch(self, values):
        return [self.row(row) for row in self.planned.fetch([said(values) for said in self.said])]

    def row(self, values):
        row = self.instances.read(values)
        for name, column, read in self.beside:
            setattr(row, name, read(values[column]))
        return row


def constant(value):
    if not isinstance(value, CONSTANTS):
        raise TypeError(f"{value!r} would be asked for ever; hand it in")
    return lambda values: value


def reader_of(expression):
    converters = expression.get_db_converters(connection)

    def read(value):
        for convert in converters:
            value = convert(value, expression, connection)
        return value

    return read


class Instances:
    """One model of a row with those it points to, as `select_related` hangs them together."""

    def __init__(self, told, select):
        places = told["select_fields"]
        self.start = places[0]
        self.part = Part(told["model"], [select[place][0].target for place in places])
        self.related = [
            (Instances(one, select), one["local_setter"], one["remote_setter"])
            for one in told.get("related_klass_infos", ())
        ]

    def read(self, values):
        row = self.part.instance(values[self.start : self.start + self.part.width])
        if row is not None:
            for related, hang_here, hang_there in self.related:
                other = related.read(values)
                hang_here(row, other)
                if other is not None:
                    hang_there(other, row)
        return row
