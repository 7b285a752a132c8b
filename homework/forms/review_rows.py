"""What the review and plan screen prints: homework of last week and of next, row by row."""

from dataclasses import dataclass

from django import forms

from homework.models import Decision


@dataclass(frozen=True)
class Planned:
    """One homework of next week: where it comes from, and "Same again?" where that is asked."""

    homework: object
    decision: Decision | None
    again: forms.BoundField | None

    @property
    def is_as_it_was(self):
        """Kept, and nobody has said that it changes."""
        return bool(self.again) and self.decision.again != Decision.Again.CHANGE

    @property
    def is_new(self):
        """New and changed homework walks the seven questions."""
        return not self.is_as_it_was

    @property
    def is_to_talk_through(self):
        return self.is_new and (self.again or self.homework.confidence is None)


class ReviewRows:
    """The part of ReviewForm that lays its fields beside the homework they are about."""

    @property
    def last_week(self):
        """Each homework of last week beside its decision."""
        return [(each, self[f"decision-{each.assignment.pk}"]) for each in self.hour.practised]

    @property
    def next_week(self):
        """Each homework of next week, kept homework with its question."""
        return [self.planned(each, each.carried_from_id) for each in self.hour.homework]

    @property
    def set_aside(self):
        """Homework of last week that goes on, though not this week."""
        decisions = self.hour.decisions
        pairs = [
            (each.assignment, decisions.get(each.assignment.pk)) for each in self.hour.practised
        ]
        return [
            self.planned(homework, homework.pk)
            for homework, decision in pairs
            if decision and decision.carries_on and not decision.is_wanted
        ]

    def planned(self, homework, decided):
        decision = self.hour.decisions.get(decided)
        asked = decision and (decision.choice == Decision.Choice.KEEP or not decision.is_wanted)
        return Planned(homework, decision, self[f"again-{decided}"] if asked else None)

    @property
    def differences(self):
        """For the later of two windows: what is saved where its own answers differ."""
        names = [name for name in self.fields if name in self.changed_words]
        return [(self.fields[name].label, self.in_words(name)) for name in names]

    def in_words(self, name):
        """A saved answer as a person would read it."""
        saved, choices = self.saved.get(name, ""), dict(getattr(self.fields[name], "choices", ()))
        answers = saved if isinstance(saved, list) else [saved]
        return ", ".join(str(choices.get(answer, answer)) for answer in answers if answer)
