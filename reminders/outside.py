"""Words on the outside: a subject, a lock screen, a calendar that others may see."""

from unicodedata import category

from django.utils.translation import gettext


def cover_of(user):
    """What a neutral message says first: the client's own words, or ours."""
    return in_one_line(user.cover_text) or gettext("A reminder")


def in_one_line(words):
    """People's words may have come in several, with signs that calendars and mails forbid."""
    return " ".join("".join(" " if category(sign) == "Cc" else sign for sign in words).split())
