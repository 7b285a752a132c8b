"""Who reads what a client writes, and by when: said at every field (design §2.11)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from accounts.models import Therapy
from homework.models.columns import readers


@dataclass(frozen=True)
class Readers:
    """The people of one therapy who can read; nobody once it has ended."""

    names: list
    session_at: datetime | None = None
    # The day on which the first of them is back, where nobody stands in meanwhile.
    back_on: date | None = None

    @classmethod
    def of(cls, row):
        """Of a row with its `therapy`; asked for, where the row's query did not bring them."""
        therapy = getattr(row, "therapy", row)
        if not therapy.is_open:
            return cls([])
        told = row if hasattr(row, "cover_names") else told_of(therapy)
        others = [name for name in told.cover_names if name != therapy.lead.name]
        return cls([therapy.lead.name, *others], told.next_session_at, told.away_until)

    @property
    def text(self):
        return get_text_list(self.names, _("and"))

    @property
    def when(self):
        if not self.names:
            return ""
        session_on = self.session_at and localtime(self.session_at).date()
        if self.back_on and not (session_on and session_on >= self.back_on):
            words = {"name": self.names[0], "day": date_format(self.back_on, "DAY")}
            return _("%(name)s is away, and reads it from %(day)s on.") % words
        if session_on is None:
            return _("It is read on a working day, not at once.")
        return _("It is read by %(day)s.") % {"day": date_format(session_on, "DAY")}

    @property
    def who(self):
        """What a form field prints above itself."""
        return {"reader": self.text, "when": self.when}


def told_of(therapy):
    asked = Therapy.objects.only("pk").annotate(**readers("accounts_therapy.id"))
    return asked.get(pk=therapy.pk)


def tell_readers(field: Any, readers, *, private=False):
    """Say above a form's field who reads what is written in it."""
    field.who = {"private": True} if private else readers and readers.who
