"""Break-glass: a therapist opens a colleague's record for an hour, and everybody sees it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.ground.words_field import Text
from accounts.models import Cover
from config.widgets import Words


class OpenRecordForm(forms.Form):
    reason = Text(
        label=_("Why you need to read it now"),
        help_text=_("The client, the therapist and the clinic's admins can read this."),
        max_length=500,
        widget=Words,
        error_messages={"required": _("Write why you need to read it now.")},
    )

    def open(self, therapy, *, by):
        """Sixty minutes of reading; a second press inside them opens nothing more."""
        therapy.lock()
        mine = therapy.covers.open().filter(therapist=by, break_glass=True)
        reason = self.cleaned_data["reason"]
        return mine.first() or Cover.break_glass_for(therapy=therapy, by=by, reason=reason)
