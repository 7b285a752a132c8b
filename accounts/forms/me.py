"""What a person decides about themselves."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from accounts.forms.zone import zones
from accounts.ground.writable import writable_text
from accounts.models import User
from config.widgets import RadioChips

OF_CLIENTS = ("cover_text", "homework_word")
OF_THERAPISTS = ("single_keys",)


class OfOneself(forms.ModelForm):
    use_required_attribute = False

    @property
    def before(self):
        """What stood where something else stands now."""
        return {name: self.initial[name] for name in self.changed_data}

    def save(self, commit=True):
        """Write only what this form asks for: other pages change other columns."""
        self.instance.save(update_fields=list(self.fields))
        return self.instance


class MeForm(OfOneself):
    class Meta:
        model = User
        fields = [
            "cover_text",
            "homework_word",
            "language",
            "theme",
            "text_size",
            "single_keys",
            "name",
        ]
        widgets = {"theme": RadioChips, "text_size": RadioChips, "language": RadioChips}
        labels = {
            "name": _("Name"),
            "theme": _("Light or dark"),
            "text_size": _("Size of the text"),
            "single_keys": _("Single keys on the caseload, like j for the next client"),
            "cover_text": _("What a reminder says"),
            "homework_word": _("Your own word for homework"),
        }
        help_texts = {
            "cover_text": _("Your own cover words, like “Water the plants”. Nobody else is told."),
            "homework_word": _(
                "Like “my steps”. It stands over the pages about it, for you alone."
            ),
        }
        error_messages = {"name": {"required": _("Enter your name.")}}

    def __init__(self, *args, hats, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["language"].widget.choices = settings.LANGUAGES
        for name in ("name", *OF_CLIENTS):
            self.fields[name].validators.append(writable_text)
        self.fields["name"].widget.attrs["autocomplete"] = "name"
        others = [] if hats.client else [*OF_CLIENTS]
        for name in others if hats.therapist else [*others, *OF_THERAPISTS]:
            del self.fields[name]
        if len(settings.LANGUAGES) == 1:
            del self.fields["language"]

    def clean_language(self):
        language = self.cleaned_data["language"]
        if language not in dict(settings.LANGUAGES):
            raise forms.ValidationError(_("Choose a language from the list."))
        return language


class MyZoneForm(OfOneself):
    """A page of its own: a list of five hundred zones is no light thing to carry along."""

    class Meta:
        model = User
        fields = ["time_zone"]
        help_texts = {"time_zone": _("Your days and reminders follow it.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["time_zone"].widget = forms.Select(choices=zones())
