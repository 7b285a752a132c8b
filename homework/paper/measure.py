"""A measure as it is printed: its questions in rows, to be ticked by hand."""

from itertools import groupby

from django.utils.translation import get_language, override
from django.utils.translation import gettext as _


def questionnaire(given):
    """What pdf/measure.typ prints, in the client's language where there is a wording in it."""
    therapy, asks = given.therapy, given.asks
    with override(asks.language_for(therapy.language)):
        return {
            "lang": get_language(),
            "title": asks.title,
            "day": _("Day:"),
            "hint": _("Tick one box in each row. You may leave a question out."),
            "frame": asks.frame,
            "question": _("Question"),
            "tables": list(tables(asks)),
            "help": [*help_words(asks), *therapy.crisis_text.splitlines()],
            "small": f"{asks.source} {asks.licence}",
        }


def tables(asks):
    """Questions with the same answers stand in one table."""
    numbered = list(enumerate(asks.items(), start=1))
    for _answers, rows in groupby(numbered, key=lambda row: row[1].options):
        rows = list(rows)
        yield {
            "options": [str(words) for _value, words in rows[0][1].options],
            "rows": [f"{number}. {item.question}" for number, item in rows],
        }


def help_words(asks):
    yield _("Nobody reads this before you hand it over.")
    if asks.flag_item:
        yield _("Thoughts of dying? Do not wait for that. Call now:")
    else:
        yield _("If it gets too much, call:")
