"""The same thing done by several at the same moment, each on a connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connections

PATIENCE = 20


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
