"""Paging by key: a page begins where the one before it ended, so nothing shifts or doubles."""

from datetime import datetime

from django.db.models import Q


def before(column, key):
    """Rows earlier than the moment of a key; a key that is none begins at the first page."""
    try:
        moment = datetime.fromisoformat(key)
    except ValueError:
        return Q()
    return Q(**{f"{column}__lt": moment}) if moment.tzinfo else Q()
