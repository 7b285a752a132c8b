"""What an exercise says, field by field."""

from django import forms
from django.core.validators import MaxLengthValidator, URLValidator
from django.utils.translation import gettext_lazy as _

from accounts.ground.words_field import Text
from accounts.models import Clinic
from config.widgets import RadioChips, Words
from homework.models import Exercise, Skill

HTTPS = "https://"
NOT_HTTPS = _("Write an address that begins with https://")
NUMBER = _("Write a number from 1 to 50.")


def checked_link(link):
    """The address as it is kept, or ValidationError."""
    if link.lower().startswith(HTTPS):
        link = HTTPS + link[len(HTTPS) :]
    if link:
        MaxLengthValidator(500)(link)
        URLValidator(schemes=["https"], message=NOT_HTTPS)(link)
    return link


class ExerciseWords(forms.Form):
    """The words alone, wherever they come from: a sheet, or a file."""

    title = Text(label=_("Title"), max_length=200, error_messages={"required": _("Write a title.")})
    new_skill = Text(
        label=_("The skill it practises"),
        max_length=120,
        error_messages={"required": _("Name a skill.")},
    )
    why = Text(label=_("Why it helps"), max_length=1000, required=False, widget=Words)
    how = Text(
        label=_("How to do it"),
        help_text=_("One step a line. A line that ends in (3 minutes) gets a quiet timer."),
        max_length=4000,
        required=False,
        widget=forms.Textarea({"rows": 5}),
    )
    example = Text(label=_("An example"), max_length=2000, required=False, widget=Words)
    smallest = Text(
        label=_("Its smallest version"),
        help_text=_("Two minutes, for the worst day. It counts as done."),
        max_length=300,
        required=False,
    )
    care = Text(
        label=_("Where care is called for"),
        help_text=_("The client reads it before starting."),
        max_length=600,
        required=False,
        widget=Words,
    )
    level = forms.TypedChoiceField(
        label=_("Level"),
        choices=[("", _("Not said")), *Exercise.Level.choices],
        coerce=int,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": _("Choose a level from the list.")},
    )
    rests_on = Text(
        label=_("What it rests on"),
        help_text=_("In one line, for therapists. Clients do not see it."),
        max_length=300,
        required=False,
        widget=Words,
    )
    rating_label = Text(
        label=_("Rated before and after, 0 to 10"),
        help_text=_("Such as: How tense am I?"),
        max_length=60,
        required=False,
    )
    usual_count = forms.IntegerField(
        label=_("Usual times in 7 days"),
        min_value=1,
        max_value=50,
        widget=forms.NumberInput({"class": "input--short"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), NUMBER),
    )


class ExerciseSheet(ExerciseWords):
    """Nothing is required but a title, a skill and who uses it."""

    # Two and two stand beside each other where there is room.
    field_order = (
        *("title", "skill", "new_skill", "why", "example", "how", "smallest", "care"),
        *("rests_on", "rating_label", "level", "usual_count"),
    )

    # Made with the empty sheet: pressing Save twice makes one exercise.
    sheet = forms.UUIDField(widget=forms.HiddenInput, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    skill = forms.ModelChoiceField(
        Skill.objects.none(),
        label=_("Practises the skill"),
        required=False,
        empty_label=_("Choose"),
        error_messages={"invalid_choice": _("Choose a skill from the list.")},
    )
    new_skill = Text(label=_("Or a new skill, by its name"), max_length=120, required=False)
    link = Text(
        label=_("A link that goes with it"),
        help_text=_("It begins with https://"),
        max_length=500,
        required=False,
        widget=forms.URLInput,
    )
    link_title = Text(label=_("What the link leads to"), max_length=120, required=False)
    clinic = forms.ModelChoiceField(Clinic.objects.none(), label=_("Clinic"), empty_label=None)
    whose = forms.ChoiceField(
        label=_("Who uses it"),
        choices=[("own", _("Only me")), ("clinic", _("Every therapist of the clinic"))],
        widget=RadioChips,
        error_messages={"required": _("Choose who uses it.")},
    )

    def clean_link(self):
        return checked_link(self.cleaned_data["link"])

    def clean(self):
        said = super().clean()
        if not (self.errors or said.get("skill") or said.get("new_skill")):
            self.add_error("skill", _("Choose a skill, or name a new one."))
        return said
