"""A file that somebody brings: whether it is one of ours at all, and its exercises as they stand.

Nothing of it is believed. What each exercise says is looked at piece by piece, in piece.py.
"""

import json
from collections import Counter

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.ground.writable import writable_text
from homework.exchange import FORMAT, VERSION

MOST_BYTES = 300_000
MOST_EXERCISES = 100
MOST_SETS = 30


def contents_of(content):
    """A file's exercises and its starting sets, of any shape; ValidationError says why there are
    none."""
    file = parsed(content)
    if not isinstance(file, dict) or file.get("format") != FORMAT:
        raise ValidationError(_("This file holds no exercises of Midweek."))
    if (version := file.get("version")) != VERSION or isinstance(version, bool):
        raise ValidationError(
            _("This file is of another version. Version %(number)d is read here."),
            params={"number": VERSION},
        )
    found = file.get("exercises")
    if not isinstance(found, list) or not found:
        raise ValidationError(_("There is no exercise in this file."))
    if len(found) > MOST_EXERCISES:
        words = ngettext(
            "A file holds %(most)d exercise or fewer.",
            "A file holds %(most)d exercises or fewer.",
            MOST_EXERCISES,
        )
        raise ValidationError(words, params={"most": MOST_EXERCISES})
    return found, sets_of(file)


def sets_of(file):
    found = file.get("sets", [])
    if not isinstance(found, list):
        raise ValidationError(_("The starting sets of this file are no list."))
    if len(found) > MOST_SETS:
        words = _("A file holds %(most)d starting sets or fewer.")
        raise ValidationError(words, params={"most": MOST_SETS})
    return found


def refuse_large(size):
    if size > MOST_BYTES:
        words = _("Choose a file of up to %(kilobytes)d KB.")
        raise ValidationError(words, params={"kilobytes": MOST_BYTES // 1000})


def parsed(content):
    # A browser sends back each end of a line as two letters.
    content = content.replace(b"\r\n", b"\n")
    refuse_large(len(content))
    try:
        return json.loads(content.decode("utf-8-sig"), object_pairs_hook=once_each)
    except json.JSONDecodeError as error:
        words = _("This is no JSON file. It cannot be read from line %(line)d on.")
        raise ValidationError(words, params={"line": error.lineno}) from None
    except RecursionError:
        raise ValidationError(_("This file holds lists within lists without an end.")) from None
    except ValueError:
        raise ValidationError(_("This is no JSON file.")) from None


def once_each(pairs):
    """Of two that are called the same, the reader of a file would not see which one counts."""
    found = dict(pairs)
    if len(found) < len(pairs):
        twice, _times = Counter(name for name, _value in pairs).most_common(1)[0]
        writable_text(twice)
        raise ValidationError(
            _("“%(name)s” stands twice in one place of this file."), params={"name": twice[:40]}
        )
    return found
