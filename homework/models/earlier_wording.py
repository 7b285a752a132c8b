from django.db import models
from django.utils import timezone

from accounts.ground import EncryptedJSONField, SameClinic
from accounts.models.base import ClinicRow, within_clinic
from homework.said import said
from homework.worksheet import in_words

# Columns that a correction may change, and that an earlier wording remembers.
WORDS = (
    "state",
    "smallest",
    "where",
    "with_whom",
    "difficulty",
    "before",
    "after",
    "helped",
    "obstacle",
    "obstacle_words",
    "answers",
    "note",
)


class EarlierWording(ClinicRow):
    """What an entry said before a correction."""

    entry = within_clinic("homework.PracticeEntry", related_name="wordings")
    words = EncryptedJSONField("homework.earlier_wording.words")
    was_private = models.BooleanField()
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField(default=timezone.now)

    class Meta(ClinicRow.Meta):
        ordering = ["replaced_at"]
        constraints = [*ClinicRow.Meta.constraints, SameClinic("entry")]

    def __str__(self):
        return f"Until {self.replaced_at:%Y-%m-%d %H:%M}"

    @property
    def said(self):
        """[(question, answer)], as the entry itself says it."""
        return said(self.as_entry(), self.entry.assignment)

    def as_entry(self):
        """What nobody was asked at that time stands there unanswered."""
        return type(self.entry)(clinic_id=self.clinic_id, **self.words)

    def says(self, words):
        then = self.as_entry()
        return all(getattr(then, name) == value for name, value in words.items())

    @property
    def state_word(self):
        return self.entry.State(self.words["state"]).label

    @property
    def lines(self):
        """What was said in words, one by one."""
        answers = self.words.get("answers") or {}
        said = [self.words.get(name) for name in ("where", "with_whom", "obstacle_words", "note")]
        lines = [*map(in_words, answers.values()), *said]
        return [line for line in lines if line not in (None, "")]

    @classmethod
    def remember(cls, entry, *, by):
        return cls.objects.create(
            clinic_id=entry.clinic_id,
            entry=entry,
            words={name: getattr(entry, name) for name in WORDS},
            was_private=entry.private,
            by=by,
        )
