"""What keeps a command from its work, in a line: a wrong setting, a database out of reach."""

import sys
from contextlib import contextmanager

from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError

NO_DATABASE = """\
No connection to the database: {}
DATABASE_URL and DATABASE_OWNER_URL say where it is: docs/running.md, With servers of your own."""


@contextmanager
def said_plainly(words: list[str]):
    """Exit 1 with one sentence; `--traceback` asks for everything, as in Django's own commands."""
    try:
        yield
    except (ImproperlyConfigured, OperationalError) as error:
        told = plain(error)
        if told is None or "--traceback" in words:
            raise
        sys.exit(told)


def plain(error: Exception) -> str | None:
    """Nothing where only the lines of code tell more: what PostgreSQL itself refused has a code."""
    if isinstance(error, ImproperlyConfigured):
        return str(error)
    if getattr(error.__cause__, "pgcode", None):
        return None
    return NO_DATABASE.format(" ".join(str(error).split()))
