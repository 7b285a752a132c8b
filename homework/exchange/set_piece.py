"""One starting set of a file: what is wrong with it, by place, and which exercises it names."""

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from homework.exchange.piece import LINES, Piece, Wrong, form_errors, is_lines, named
from homework.forms.starting_set import MOST, NOTHING_CHOSEN, TWICE, SetWords


class SetPiece(Piece):
    """`there` are the titles of exercises that it can be made of."""

    texts = ("title", "summary")
    known = frozenset({*texts, "exercises"})
    longest_title = 120

    def __init__(self, number, said, there):
        super().__init__(number, said)
        self.there = there

    def misshapen(self):
        if not is_lines(self.said.get("exercises", [])):
            yield Wrong("exercises", str(LINES))

    @cached_property
    def words(self):
        return SetWords({name: self.said.get(name, "") for name in self.texts})

    def misworded(self):
        yield from form_errors(self.words)
        if not self.titles:
            yield Wrong("exercises", str(NOTHING_CHOSEN))
        if len(self.titles) > MOST:
            yield Wrong("exercises", _("Write %(most)d or fewer.") % {"most": MOST})
            return
        if len(set(self.titles)) < len(self.titles):
            yield Wrong("exercises", str(TWICE))
        for title in [each for each in self.written if named(each) not in self.there]:
            words = _("“%(title)s” is neither in this file nor in your library.")
            yield Wrong("exercises", words % {"title": title.strip()[:80]})

    @cached_property
    def titles(self):
        """In their order, capitals aside."""
        return [named(title) for title in self.written]

    @property
    def written(self):
        return self.said.get("exercises", [])
