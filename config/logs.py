"""Lines of the log in production: one a record, JSON, at a time in UTC.

Nothing in them was written by a person. An exception is told by its kind and the lines it came
through, not by its text, which may quote a row; a request by the name of its address, for the
address itself may hold a secret.
"""

import json
import logging
import traceback
from datetime import UTC, datetime


class Refused(logging.Filter):
    """What anybody outside can cause by a request that is refused is worth a line and no alarm:
    a host that is not ours, a body beyond the limit. Django calls it an error."""

    def filter(self, record):
        if record.name.startswith("django.security."):
            record.levelno, record.levelname = logging.WARNING, "WARNING"
            record.exc_info = None
        return True


class Line(logging.Formatter):
    def format(self, record):
        told = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "said": said(record),
        }
        if record.exc_info and record.exc_info[1]:
            told["error"] = kinds(record.exc_info[1])
            told["through"] = way(record.exc_info[1])
        return json.dumps(told, ensure_ascii=True)


def said(record):
    if record.name.startswith("celery.") and (record.exc_info or "exc" in facts_of(record)):
        return f"{facts_of(record).get('name', '')} broke".strip()
    match = getattr(getattr(record, "request", None), "resolver_match", None)
    if match is None:
        # Before an address was found: its status alone.
        return str(getattr(record, "status_code", "")) or record.getMessage()
    return f"{getattr(record, 'status_code', '')} {match.view_name}".strip()


def facts_of(record):
    """What Celery tells of a task. Its message quotes the exception, and that may hold a row."""
    facts = getattr(record, "data", None)
    return facts if isinstance(facts, dict) else {}


def kinds(error):
    """The exception's class, and those of what it came from."""
    names = []
    while error:
        names.append(f"{type(error).__module__}.{type(error).__qualname__}")
        error = error.__cause__ or error.__context__
    return names


def way(error):
    frames = traceback.extract_tb(error.__traceback__)
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
