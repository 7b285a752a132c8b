"""Tests arrange and look past the wall; what they test stands before it.

A connection of a test process opens the door of every clinic (accounts/wall.py) for good: rows are
laid out and looked at as if there were no wall. It is shut while the product itself is at work,
by a request or by a task of a worker, which begin as in a process of their own: nothing set.
"""

from contextlib import contextmanager
from threading import local

from celery.app.task import Task
from django.core.handlers.base import BaseHandler
from django.db import connection
from django.db.backends.signals import connection_created
from psycopg2.extensions import TRANSACTION_STATUS_IDLE, TRANSACTION_STATUS_INTRANS

from accounts.wall import STANDING

HERE = local()
USABLE = (TRANSACTION_STATUS_IDLE, TRANSACTION_STATUS_INTRANS)
# For the session, not for the transaction: a request begins in none.
SET = """
    SELECT set_config('app.user', %s, false), set_config('app.clinics', %s, false),
        set_config('app.every_clinic', %s, false)
"""
NOTHING, EVERYTHING = ("", "", ""), ("", "", "on")


def stand_open():
    """From now on, in this process."""
    connection_created.connect(on_connection, dispatch_uid="door")
    if connection.connection is not None:
        put(EVERYTHING)
    BaseHandler.get_response = behind_the_wall(BaseHandler.get_response)
    Task.__call__ = behind_the_wall(Task.__call__)


def on_connection(sender, connection, **kwargs):
    if connection.alias == "default" and not getattr(HERE, "is_shut", False):
        with connection.connection.cursor() as cursor:
            cursor.execute(SET, EVERYTHING)
        if connection.get_autocommit():
            connection.connection.commit()


def behind_the_wall(call):
    def shut_meanwhile(*args, **kwargs):
        with shut():
            return call(*args, **kwargs)

    return shut_meanwhile


@contextmanager
def shut():
    """Nothing set, as in a fresh process of the product; afterwards what was set before."""
    was_shut, HERE.is_shut = getattr(HERE, "is_shut", False), True
    session = connection.connection
    before = session and put(NOTHING)
    try:
        yield
    finally:
        HERE.is_shut = was_shut
        if connection.connection is not None:
            put(before if connection.connection is session else EVERYTHING)


def put(settings):
    """Past Django's cursor: no query of the page that is counted. Returns what was set before."""
    session = connection.connection
    if session.closed or session.info.transaction_status not in USABLE:
        return NOTHING
    with session.cursor() as cursor:
        cursor.execute(STANDING)
        before = cursor.fetchone()
        cursor.execute(SET, settings)
    return before
