"""Counting what a page asks the database, transaction control left out."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

NOT_COUNTED = ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT", "BEGIN", "COMMIT")


class Queries(CaptureQueriesContext):
    """`with Queries() as queries: …` then `len(queries)`; printing it shows the SQL."""

    def __init__(self):
        super().__init__(connection)

    @property
    def asked(self):
        return [q["sql"] for q in self.captured_queries if not q["sql"].startswith(NOT_COUNTED)]

    def __len__(self):
        return len(self.asked)

    def __repr__(self):
        return "\n".join(sql[:300] for sql in self.asked)


def queries_of(client, url):
    """How many queries a page takes for somebody whose sign-in the first visit has warmed."""
    client.get(url)
    with Queries() as queries:
        response = client.get(url)
    assert response.status_code == 200, response
    return queries
