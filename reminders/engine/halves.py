"""A bad row never stops the line: a set that fails is worked on in halves, down to that row."""

import logging

from django.db import InterfaceError, OperationalError

logger = logging.getLogger(__name__)


def in_halves(rows, work, give_up):
    """work(rows) for all of them at once; where it raises, for each half, and give_up(row).

    `work` runs in a transaction of its own, so that a failure leaves nothing behind.
    Returns what `work` returned, as a list.
    """
    try:
        return [work(rows)]
    except (OperationalError, InterfaceError):
        raise  # the database is away; no row is to blame
    except Exception as error:
        if len(rows) > 1:
            middle = len(rows) // 2
            first = in_halves(rows[:middle], work, give_up)
            return first + in_halves(rows[middle:], work, give_up)
        logger.exception("%s could not be handled", rows[0])
        give_up(rows[0], error)
        return []
