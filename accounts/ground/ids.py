"""Ids from outside, which may be any text."""

from uuid import UUID


def id_of(text):
    """The id that an address or a form names, or nothing."""
    try:
        return UUID(text)
    except ValueError:
        return None
