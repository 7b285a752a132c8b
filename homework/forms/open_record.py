"""Break-glass: a therapist opens a colleague's record for an hour, and everybody sees it."""

from django import forms
from django.core.validators import MinLengthValidator
from django.utils.translation import gettext_lazy as _

from accounts.ground.words_field import Text
from accounts.models import Cover, Therapy
from config.widgets import Words

MOST_FOUND = 20


class FindRecordForm(forms.Form):
    """Finds a colleague's client. The name is sent, never written into an address."""

    use_required_attribute = False

    name = Text(
        label=_("The client’s name"),
        help_text=_("Two letters or more. Clients of your own are on your caseload."),
        max_length=120,
        validators=[MinLengthValidator(2, _("Write two letters or more."))],
        error_messages={"required": _("Write the client’s name.")},
        widget=forms.TextInput({"type": "search", "autocomplete": "off"}),
    )

    def found(self, user):
        """Names are encrypted, so they are compared here; those one treats oneself are left out."""
        wanted = self.cleaned_data["name"].casefold()
        read = Therapy.objects.of_colleagues(user).filter(access="").select_related("lead")
        rows = read.only("clinic", "client_name", "lead__name")
        found = [therapy for therapy in rows if wanted in therapy.client_name.casefold()]
        return sorted(found, key=lambda therapy: therapy.client_name.casefold())[:MOST_FOUND]


class OpenRecordForm(forms.Form):
    reason = Text(
        label=_("Why you need to read it now"),
        help_text=_("The client, the therapist and the clinic’s admins can read this."),
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
