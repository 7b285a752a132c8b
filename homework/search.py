"""Searching what a client wrote. It is encrypted, so it is read here: so much at a time.

What is looked for comes in the body of a request: it stands in no address, and nothing keeps it.
"""

import unicodedata
from dataclasses import replace

from django.db.models import prefetch_related_objects
from django.utils.functional import cached_property

from homework.history import History, by_week

# Entries that are read at once; further ones are a press away.
SCANNED = 300
BEFORE_IT, AFTER_IT = 8, 24


def fold(text):
    """Without capitals and accents: "Café" and "cafe" are the same word."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


class Search:
    """One stretch of it. Every word that was asked for stands somewhere in what is found."""

    def __init__(self, user, words, before=None):
        self.words, self.terms = words, fold(words).split()
        self.history = History(user, before=before, size=SCANNED)

    @cached_property
    def found(self):
        corrected = [entry for entry in self.history.entries if entry.corrections]
        prefetch_related_objects(corrected, "wordings")
        looked_at = (with_earlier_words(line) for line in self.history.lines)
        return [self.as_found(line) for line in looked_at if self.is_in(line)]

    def is_in(self, line):
        text = fold(" ".join(line.words))
        return all(term in text for term in self.terms)

    def as_found(self, line):
        return replace(line, excerpt=next(filter(None, map(self.excerpt, line.words)), ""))

    def excerpt(self, text):
        """The words around the first one that was asked for."""
        words = text.split()
        places = (place for place, word in enumerate(words) if self.terms[0] in fold(word))
        place = next(places, None)
        if place is None:
            return ""
        start, end = max(place - BEFORE_IT, 0), place + AFTER_IT
        cut = ["…"] * (start > 0) + words[start:end] + ["…"] * (end < len(words))
        return " ".join(cut)

    @property
    def weeks(self):
        return by_week(self.found)

    @property
    def next_key(self):
        return self.history.next_key


def with_earlier_words(line):
    """What an entry said before a correction is found too."""
    if line.kind != "entry" or not line.row.corrections:
        return line
    earlier = [said for wording in line.row.wordings.all() for said in wording.lines]
    return replace(line, words=(*line.words, *earlier))
