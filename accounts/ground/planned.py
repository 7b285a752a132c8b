"""Statements that the database plans once for each connection, and not for every page.

Planning a join takes it longer than answering it. What is prepared stays with the connection,
whatever becomes of the transaction.
"""

import re
from itertools import count
from weakref import WeakSet

from django.db import connection

VALUE = re.compile(r"%(?:s|\(\w+\)s|%)")
NUMBERS = count(1)


class Planned:
    """A statement worded by hand, its values %s or %(name)s as in any other."""

    def __init__(self, sql):
        self.name, self.places = f"planned_{next(NUMBERS)}", []
        self.prepared = f"PREPARE {self.name} AS {VALUE.sub(self.place, sql)}"
        self.call = f"EXECUTE {self.name} ({', '.join(self.places)})"
        self.known_to = WeakSet()

    def place(self, found):
        """$1, $2, … where the statement says a value; a name said twice is one of them."""
        said = found[0]
        if said == "%%":
            return "%"
        if said == "%s" or said not in self.places:
            self.places.append(said)
            return f"${len(self.places)}"
        return f"${self.places.index(said) + 1}"

    def fetch(self, values):
        """All rows, as tuples."""
        with self.run(values) as cursor:
            return cursor.fetchall()

    def run(self, values):
        """The cursor of a statement that was carried out; to be closed."""
        cursor = connection.cursor()
        self.prepare()
        cursor.execute(self.call, values)
        return cursor

    def prepare(self):
        """Past Django's cursor: it is no query of the page that happens to be the first."""
        session = connection.connection
        if session not in self.known_to:
            with connection.wrap_database_errors, session.cursor() as cursor:
                cursor.execute(self.prepared)
            self.known_to.add(session)
