"""Whether a file is a copy from Midweek at all, and small and plain enough to be read."""

import json
import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.ground.writable import writable_text
from records.bringing.values import TOO_LARGE, Refused
from records.reader import SCHEMA, VERSION

MOST_BYTES = 5_000_000
DEEPEST = 20
# Of a place in the file. It is written anew for each value there: names of megabytes would take
# minutes to read past.
LONGEST_PLACE = 1000
NOT_OURS = gettext_lazy("This is no copy from Midweek. Choose the file that ends in .json.")
ID = re.compile(r"(^|_)(id|pk)$")


def data_of(content):
    if len(content) > MOST_BYTES:
        raise Refused(TOO_LARGE)
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Refused(NOT_OURS) from None
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise Refused(NOT_OURS)
    if data.get("version") != VERSION:
        words = _("This file is of version %(version)s. Midweek here reads version %(ours)s.")
        raise Refused(words % {"version": str(data.get("version"))[:20], "ours": VERSION})
    check(data)
    return data


def check(value, place="", depth=0):
    """Nothing too deep, no text that cannot be kept, and no name of a row of some database."""
    if depth > DEEPEST or len(place) > LONGEST_PLACE:
        raise Refused(_("%(place)s: this goes too deep.") % {"place": place[:80]})
    if isinstance(value, str):
        try:
            writable_text(value)
        except ValidationError as error:
            raise Refused(f"{place[:80]}: {error.messages[0]}") from None
    elif isinstance(value, dict):
        for key, each in value.items():
            # Worksheet answers are kept by their keys, whatever these are.
            if ID.search(key) and not place.endswith("answers"):
                words = _("%(place)s: a copy from Midweek names no rows of a database.")
                raise Refused(words % {"place": f"{place}.{key}"[:80]})
            check(key, f"{place}.", depth)
            check(each, f"{place}.{key}" if place else key, depth + 1)
    elif isinstance(value, list):
        for number, each in enumerate(value):
            check(each, f"{place}[{number}]", depth + 1)
