"""Taking exercises along as a file: one by a press, or those that were ticked."""

from collections import Counter

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from homework.exchange.piece import named
from homework.exchange.reading import MOST_BYTES, MOST_EXERCISES, MOST_SETS
from homework.exchange.writing import in_json
from homework.library.sets_on_offer import sets_for
from homework.models import Exercise

NOTHING_CHOSEN = _("Choose at least one exercise.")
GONE = _("An exercise is not in your library any more. Choose again.")
SET_GONE = _("A set is not in your library any more. Choose again.")
TOO_MANY = _("Choose up to %(most)d exercises for one file.")
TOO_MANY_SETS = _("Choose up to %(most)d starting sets for one file.")
NAMESAKES = _("Two are called “%(title)s”, and a set knows them by title alone. Rename one.")
TOO_LARGE = _("Together they are too much for one file. Choose fewer.")


class ExportForm(forms.Form):
    """A starting set takes its exercises along, so that it can be made of them elsewhere."""

    exercise = forms.ModelMultipleChoiceField(
        Exercise.objects.none(),
        label=_("Exercises"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": GONE,
            "invalid_pk_value": GONE,
        },
    )

    starting_set = forms.MultipleChoiceField(
        label=_("Starting sets"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": SET_GONE},
    )

    def __init__(self, data=None, *, by):
        super().__init__(data)
        self.offered = Exercise.objects.offered_to(by).order_by("title", "pk")
        self.fields["exercise"].queryset = self.offered
        made = [each for each in sets_for(by) if each.whose != "built_in" and each.exercises]
        self.sets = {each.key: each for each in made}
        choices = [(key, each.title) for key, each in self.sets.items()]
        self.fields["starting_set"].choices = choices

    def clean(self):
        said = super().clean()
        if not self.errors:
            sets = [self.sets[key] for key in said["starting_set"]]
            wanted = {each.pk for each in said["exercise"]}
            wanted |= {exercise.pk for each in sets for exercise in each.exercises}
            self.write(wanted, sets)
        return said

    def write(self, wanted, sets):
        """What could not be brought in again is not handed out."""
        if not wanted:
            raise forms.ValidationError({"exercise": NOTHING_CHOSEN})
        if len(wanted) > MOST_EXERCISES:
            raise forms.ValidationError({"exercise": TOO_MANY % {"most": MOST_EXERCISES}})
        if len(sets) > MOST_SETS:
            raise forms.ValidationError({"starting_set": TOO_MANY_SETS % {"most": MOST_SETS}})
        chosen = self.offered.filter(pk__in=wanted)
        chosen = chosen.select_related("skill").prefetch_related("resources")
        exercises = [each.read_in(get_language()) for each in chosen]
        refuse_namesakes(exercises, sets)
        self.file = in_json(exercises, sets).encode()
        if len(self.file) > MOST_BYTES:
            raise forms.ValidationError({"exercise": TOO_LARGE})


def refuse_namesakes(exercises, sets):
    times = Counter(named(each.title) for each in exercises)
    for title in [exercise.title for each in sets for exercise in each.exercises]:
        if times[named(title)] > 1:
            raise forms.ValidationError({"starting_set": NAMESAKES % {"title": title}})
