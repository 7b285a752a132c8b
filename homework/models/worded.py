"""What came with Midweek says the same in every language; what people wrote is in theirs."""

from copy import copy

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language


def tongue(language):
    """ "de" of "de-at": the name of the library's folder, and the key of its words."""
    return (language or "").split("-")[0]


def says(path, words, lookup="icontains"):
    """Where the column at `path` says `words`, as it was written or as its reader reads it."""
    *rows, column = path.split("__")
    read = "__".join([*rows, "wordings", tongue(get_language()), column, lookup])
    return Q(**{f"{path}__{lookup}": words}) | Q(**{read: words})


class Worded(models.Model):
    # {"de": {column: words, ...}, ...}; English stands in the columns themselves.
    wordings = models.JSONField(default=dict, blank=True, editable=False)

    class Meta:
        abstract = True

    def read_in(self, language):
        """This row in the words of `language` where it has them. To be shown, not to be saved."""
        words = self.wordings.get(tongue(language))
        if not words:
            return self
        read = copy(self)
        for name, text in words.items():
            setattr(read, name, text)
        return read
