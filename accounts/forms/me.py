"""What a person decides about themselves."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from accounts.forms.zone import zones
from accounts.ground.writable import writable_text
from accounts.models import User
from config.widgets import RadioChips


class MeForm(forms.ModelForm):
    use_required_attribute = False

    class Meta:
        model = User
        fields = ["name", "time_zone", "language", "theme", "cover_text"]
        widgets = {"theme": RadioChips, "language": RadioChips}
        labels = {
            "name": _("Name"),
            "theme": _("Light or dark"),
            "cover_text": _("What a reminder says"),
        }
        help_texts = {
            "time_zone": _("Your days and reminders follow it."),
            "cover_text": _("Your own cover words, like “Water the plants”. Nobody else is told."),
        }
        error_messages = {"name": {"required": _("Enter your name.")}}

    def __init__(self, *args, client, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["time_zone"].widget = forms.Select(choices=zones())
        self.fields["language"].widget.choices = settings.LANGUAGES
        for name in ("name", "cover_text"):
            self.fields[name].validators.append(writable_text)
        self.fields["name"].widget.attrs["autocomplete"] = "name"
        if not client:
            del self.fields["cover_text"]
        if len(settings.LANGUAGES) == 1:
            del self.fields["language"]

    def clean_language(self):
        language = self.cleaned_data["language"]
        if language not in dict(settings.LANGUAGES):
            raise forms.ValidationError(_("Choose a language from the list."))
        return language

    def save(self, commit=True):
        """Write only what this form asks for: other pages change other columns."""
        self.instance.save(update_fields=list(self.fields))
        return self.instance
