"""What written templates call by name."""

import re
from html import escape
from uuid import UUID

from django.template.base import render_value_in_context
from django.template.context import BaseContext
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

SPECIAL = re.compile("[&<>\"']").search
BUILTINS = {"True": True, "False": False, "None": None}


def shown(value, context):
    """A value on the page. Most are text, or numbers that need no grouping."""
    kind = type(value)
    if kind is SafeString:
        return value
    if kind is str and context.autoescape:
        return escape(value) if SPECIAL(value) else value
    if kind is int or kind is UUID:
        return str(value)
    return render_value_in_context(value, context)


def drawn(value, context):
    """What a tag gives: markup, or text to be escaped."""
    if type(value) is SafeString:
        return value
    return conditional_escape(value) if context.autoescape else value


def sized(values):
    """What a loop goes over; a name that is not there is walked over as if empty."""
    if values is None:
        return ()
    return values if hasattr(values, "__len__") else list(values)


def rounds(values, size, around, names):
    """Each value, with `forloop` in these names as it stands in that round."""
    loop = names["forloop"] = {"parentloop": around}
    for index, value in enumerate(values):
        loop["counter0"] = index
        loop["counter"] = index + 1
        loop["revcounter"] = size - index
        loop["revcounter0"] = size - index - 1
        loop["first"] = index == 0
        loop["last"] = index == size - 1
        yield value


def unpacked(names, value):
    """One name for each part of the value."""
    return dict(zip(names, value, strict=True))


def with_token(context, names):
    """The names that a tag gives to its template, and the form token of the page."""
    names = names.flatten() if isinstance(names, BaseContext) else names
    token = context.get("csrf_token")
    return names if token is None else {**names, "csrf_token": token}


HELPERS = {
    "BUILTINS": BUILTINS,
    "SafeString": SafeString,
    **{one.__name__: one for one in (drawn, rounds, shown, sized, unpacked, with_token)},
}
