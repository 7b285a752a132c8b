"""An entry as far as others may know of it."""

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from homework.worksheet import answered


class Told:
    """Everything a page may show of one entry.

    Kept private it says that somebody practised, and no more. Withdrawn after it was
    opened it says that it was there, and no more.
    """

    def __init__(self, entry):
        self.entry = entry

    @property
    def pk(self):
        return self.entry.pk

    @property
    def on(self):
        return self.entry.practice_date

    @property
    def is_withdrawn(self):
        return self.entry.withdrawn_at is not None

    @property
    def is_private(self):
        return self.entry.private and not self.is_withdrawn

    @property
    def is_open(self):
        """Whether its words are there to be read."""
        return not (self.entry.private or self.is_withdrawn)

    @property
    def state(self):
        return "" if self.is_withdrawn else self.entry.state

    @property
    def state_label(self):
        return self.entry.get_state_display()

    @property
    def is_new(self):
        """Nobody who leads or stands in has read it before this look."""
        return self.is_open and self.entry.heard_at is None

    @property
    def note(self):
        return self.entry.note if self.is_open else ""

    @property
    def obstacle(self):
        """What got in the way: the client's own words, else the chosen ones."""
        if not self.is_open:
            return ""
        return self.entry.obstacle_said

    @cached_property
    def facts(self):
        """Where, with whom, how hard, whether it helped, before and after: in short pieces."""
        return list(self._facts()) if self.is_open else []

    def _facts(self):
        entry = self.entry
        if entry.smallest:
            yield _("smallest version")
        yield from filter(None, (entry.where, entry.with_whom))
        if entry.difficulty is not None:
            yield _("difficulty %(number)d of 4") % {"number": entry.difficulty}
        if entry.helped:
            yield labelled(_("Did it help?"), entry.get_helped_display())
        if entry.before is not None or entry.after is not None:
            rated = {"before": rating(entry.before), "after": rating(entry.after)}
            yield _("%(before)s before, %(after)s after") % rated

    @cached_property
    def answers(self):
        """The worksheet: (question, answer) for what was answered."""
        if not self.is_open:
            return []
        return answered(self.entry.assignment.prompts, self.entry.answers)

    @property
    def wordings(self):
        """What it said before corrections, for those who may read that."""
        if not (self.is_open and self.entry.corrected_at):
            return []
        return [
            {"until": wording.replaced_at, "note": wording.words.get("note", "")}
            for wording in self.entry.wordings_for_staff
        ]

    @property
    def feedback(self):
        return getattr(self.entry, "feedback", None) if self.is_open else None

    @property
    def says_something(self):
        return bool(
            self.is_withdrawn or self.note or self.answers or self.obstacle or self.feedback
        )


def rating(number):
    return "–" if number is None else str(number)


def labelled(label, words):
    """A question asks for itself; another label has a colon, once."""
    return f"{label} {words}" if label.endswith(("?", ":")) else f"{label}: {words}"
