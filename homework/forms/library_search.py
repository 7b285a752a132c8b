"""Finding an exercise: by typing, by skill and by level, on three shelves."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.ground.words_field import Text
from homework.models import Exercise
from homework.usage import usage_of

SHELVES = [
    ("own", _("My own")),
    ("clinic", _("The clinic’s")),
    ("built_in", _("Built in")),
]
# Such a filter comes from an old address. What is shown then is everything.
UNKNOWN_SKILL = _("No exercise here practises that skill. Everything is shown.")
UNKNOWN_LEVEL = _("There is no such level. Everything is shown.")


class LibrarySearch(forms.Form):
    """What is offered is read once; the skills to choose from are those on the shelves."""

    q = Text(
        label=_("Find an exercise"),
        max_length=60,
        required=False,
        widget=forms.TextInput({"type": "search", "autocomplete": "off"}),
    )
    skill = forms.ChoiceField(
        label=_("Skill"), required=False, error_messages={"invalid_choice": UNKNOWN_SKILL}
    )
    level = forms.TypedChoiceField(
        label=_("Level"),
        choices=[("", _("Every level")), *Exercise.Level.choices],
        coerce=int,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": UNKNOWN_LEVEL, "invalid": UNKNOWN_LEVEL},
    )
    kept = forms.BooleanField(label=_("Only my favourites"), required=False)

    def __init__(self, data, *, user):
        super().__init__(data)
        offered = Exercise.objects.offered_to(user).select_related("clinic")
        self.offered = offered.read_in(get_language())
        used, kept = usage_of(user), set(user.kept_exercises.values_list("pk", flat=True))
        for each in self.offered:
            each.usage, each.is_kept = used.get(each.key), each.pk in kept
        skills = {str(each.skill_id): each.skill.name for each in self.offered}
        self.fields["skill"].choices = [("", _("Every skill")), *skills.items()]

    @property
    def said(self):
        return self.cleaned_data if self.is_valid() else {}

    @property
    def found(self):
        words = self.said.get("q", "").casefold()
        skill, level = self.said.get("skill"), self.said.get("level")
        return [
            each
            for each in self.offered
            if words in f"{each.title}\n{each.skill.name}".casefold()
            and (not skill or str(each.skill_id) == skill)
            and (not level or each.level == level)
            and (not self.said.get("kept") or each.is_kept)
        ]

    @property
    def shelves(self):
        """One's own first, then the clinic's, then what came with Midweek; empty ones left out."""
        shelves = [
            {"key": key, "title": title, "exercises": [e for e in self.found if e.whose == key]}
            for key, title in SHELVES
        ]
        return [shelf for shelf in shelves if shelf["exercises"]]
