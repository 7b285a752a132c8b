"""One piece of a file, an exercise or a starting set: what is wrong with it, by place.

Its shape is looked at first; its words then go through the forms in which a therapist writes
one. So a file can hold nothing that could not have been written by hand.
"""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.ground.writable import writable_json

# Of what is wrong with one piece; a file of nonsense would fill a page of thousands of lines.
MOST_TOLD = 10
TEXT = gettext_lazy("Write this as a text in quotation marks.")
LIST = gettext_lazy("Write this as a list in square brackets.")
LINES = gettext_lazy("Write this as a list of texts, one line each.")
GROUP = gettext_lazy("Write this as a group in curly brackets.")


@dataclass(frozen=True)
class Wrong:
    """`place` is empty where the piece as a whole is meant."""

    place: str
    message: str


class Piece:
    """`number` counts from 1, as people count. `known` are its names, `texts` those of a text."""

    known: frozenset[str]
    texts: tuple[str, ...]
    longest_title: int

    def __init__(self, number, said):
        self.number, self.said = number, said

    @cached_property
    def title(self):
        title = self.said.get("title") if isinstance(self.said, dict) else None
        writable = isinstance(title, str) and is_writable(self.said)
        return title.strip()[: self.longest_title] if writable else ""

    @property
    def is_right(self):
        return not self.wrong

    @cached_property
    def wrong(self):
        """[Wrong] in the order of the file: its shape, and if that is right, its words."""
        if not is_writable(self.said):
            return [Wrong("", _("There is a character in it that cannot be kept."))]
        if not isinstance(self.said, dict):
            return [Wrong("", str(GROUP))]
        return [*self.misnamed(), *self.misshapen()] or list(self.misworded())

    @property
    def told(self):
        """The first of what is wrong."""
        return self.wrong[:MOST_TOLD]

    @property
    def untold(self):
        """How many more there are."""
        return len(self.wrong) - len(self.told)

    def misnamed(self):
        for name in sorted(set(self.said) - self.known):
            yield Wrong(name[:40], _("This is not known here."))
        for name in self.texts:
            if not isinstance(self.said.get(name, ""), str):
                yield Wrong(name, str(TEXT))

    def misshapen(self):
        """[Wrong] in the shape of what is no text."""
        raise NotImplementedError

    def misworded(self):
        """[Wrong] in the words of a piece whose shape is right."""
        raise NotImplementedError


def form_errors(form, called=()):
    """[Wrong] of a form; `called` are the names that its fields have in the file."""
    names = dict(called)
    for field, errors in form.errors.items():
        yield from (Wrong(names.get(field, field), words) for words in errors)


def named(title):
    """By which a set finds an exercise: capitals and edges aside."""
    return title.strip().casefold()


def is_writable(said):
    try:
        writable_json(said)
    except ValidationError:
        return False
    return True


def is_lines(value):
    """Texts of one line each."""
    texts = isinstance(value, list) and all(isinstance(line, str) for line in value)
    return texts and not any(len(line.splitlines()) > 1 for line in value)
