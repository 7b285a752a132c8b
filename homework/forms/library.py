"""Adding homework to the plan in preparation: from the library, or in own words."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.ground.words_field import Text
from accounts.models import AuditEvent
from homework.library.sets_on_offer import sets_for
from homework.models import Assignment, Exercise, WeekPlan

MOST = 12


class SearchForm(forms.Form):
    """Two letters are enough. Nothing typed shows the whole library."""

    q = Text(
        max_length=60,
        required=False,
        label=_("Search the library"),
        widget=forms.TextInput({"type": "search", "autocomplete": "off"}),
    )

    def found(self, user):
        words = self.cleaned_data["q"] if self.is_valid() else ""
        offered = Exercise.objects.offered_to(user)
        if len(words) < 2:
            return offered.read_in(get_language())
        return offered.matching(words).read_in(get_language())[:MOST]


class DraftOnlyForm(forms.Form):
    """Changes the plan in preparation, so it is refused while the client has it."""

    def __init__(self, data, *, hour, by):
        self.hour, self.by = hour, by
        super().__init__(data)

    def clean(self):
        if self.hour.is_proposed:
            raise forms.ValidationError(_("The client has this week now. Take it back first."))

    def plan(self):
        return WeekPlan.prepare(self.hour.therapy, by=self.by, session=self.hour.session)

    @property
    def current_step(self):
        return next((step for step in self.hour.steps if step.is_current), None)


class NewAssignmentForm(DraftOnlyForm):
    """A draft homework in the plan; asked for twice, it is there once."""

    exercise = forms.ModelChoiceField(
        Exercise.objects.none(),
        required=False,
        error_messages={"invalid_choice": _("This exercise is not in your library any more.")},
    )
    own_words = Text(required=False, max_length=200)

    def __init__(self, data, *, hour, by):
        super().__init__(data, hour=hour, by=by)
        self.fields["exercise"].queryset = Exercise.objects.offered_to(by)

    def add(self):
        """The new homework, or None when it was refused."""
        if not self.is_valid():
            return None
        plan = self.plan()
        homework = self.already_in(plan) or self.added_to(plan)
        AuditEvent.record(self.by, "assignment.added", homework)
        return homework

    def already_in(self, plan):
        exercise, words = self.cleaned_data["exercise"], self.cleaned_data["own_words"]
        fresh = plan.assignments.standing().filter(exercise=exercise, carried_from=None)
        return next((each for each in fresh if exercise or each.title == words), None)

    def added_to(self, plan):
        exercise, step = self.cleaned_data["exercise"], self.current_step
        if exercise:
            return Assignment.from_exercise(exercise, plan=plan, step=step)
        return Assignment.in_own_words(self.cleaned_data["own_words"], plan=plan, step=step)


class StartingSetForm(NewAssignmentForm):
    """Each exercise of a set as a draft; those that are there already are not given twice."""

    key = forms.ChoiceField(
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose a set.")),
    )

    def __init__(self, data, *, hour, by):
        super().__init__(data, hour=hour, by=by)
        self.sets = {each.key: each for each in sets_for(by) if each.exercises}
        self.fields["key"].choices = [(each.key, each.title) for each in self.sets.values()]

    def add(self):
        """How many are in the plan now because of it, or None when it was refused."""
        if not self.is_valid():
            return None
        chosen = [each.pk for each in self.sets[self.cleaned_data["key"]].exercises]
        # As they are kept, not as the therapist reads them: each goes out in the client's language.
        known, plan = Exercise.objects.in_bulk(chosen), self.plan()
        for pk in chosen:
            self.cleaned_data["exercise"] = known[pk]
            if not self.already_in(plan):
                AuditEvent.record(self.by, "assignment.added", self.added_to(plan))
        return len(chosen)
