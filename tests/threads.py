"""The same thing done by several at the same moment, each on a connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

from django.db import connection, connections

PATIENCE = 20
BLOCKED = "SELECT cardinality(pg_blocking_pids(%s)) > 0"


def at_once(call, times=2):
    """`call(n)` in so many threads that start together; their answers in order.

    Needs a database whose writes are committed: django_db(transaction=True).
    """
    line = Barrier(times)

    def run(n):
        try:
            line.wait(PATIENCE)
            return call(n)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(times) as pool:
        return [each.result(PATIENCE) for each in [pool.submit(run, n) for n in range(times)]]


def overlap(first, second):
    """`first(pause)`, on a real transaction: at its pause `second()` begins, and when `first` goes
    on, `second` is done or waits for what `first` has locked. The answers of both."""
    begun, connected, ended, process = Event(), Event(), Event(), []

    def is_blocked():
        with connection.cursor() as cursor:
            cursor.execute(BLOCKED, process)
            return cursor.fetchone()[0]

    def pause():
        begun.set()
        assert connected.wait(PATIENCE)
        while not ended.is_set() and not is_blocked():
            pass

    def two():
        try:
            connection.ensure_connection()
            process.append(connection.connection.info.backend_pid)
            assert begun.wait(PATIENCE)
            connected.set()
            return second()
        finally:
            ended.set()
            connected.set()

    return at_once(lambda n: two() if n else first(pause))
