"""What may be written: every text that can be stored, shown and exported again."""

import json

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

UNWRITABLE = _("There is a character in this text that cannot be kept. Everything else can stay.")
NOT_JSON = _("This cannot be kept in this form.")


def writable_text(value):
    """Refuse NUL and half characters: no database text, mail or file could carry them on."""
    if "\0" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
        raise ValidationError(UNWRITABLE, code="unwritable")


def writable_json(value):
    """Refuse what JSON cannot say, and unwritable text anywhere inside."""
    try:
        json.dumps(value, allow_nan=False)
    except (TypeError, ValueError, RecursionError):
        raise ValidationError(NOT_JSON, code="unwritable") from None
    for text in texts_in(value):
        writable_text(text)


def texts_in(value):
    """However deep: what comes from a file may be nested further than calls can be."""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            waiting += [*value, *value.values()]
        elif isinstance(value, list | tuple):
            waiting += value
