"""The library's forms in Midweek's words: labels, help, and what to do when a field is empty."""

from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from config.widgets import Code

# name: (label, what to do when it is empty)
WORDS = {
    "login": (_("E-mail"), _("Enter your e-mail address.")),
    "email": (_("E-mail"), _("Enter an e-mail address.")),
    "password": (_("Password"), _("Enter your password.")),
    "oldpassword": (_("Your present password"), _("Enter your present password.")),
    "password1": (_("New password"), _("Choose a password.")),
    "password2": (_("New password, once more"), _("Enter the new password once more.")),
    "code": (_("The code"), _("Enter the code.")),
    "name": (_("Name"), _("Enter a name.")),
}
EMAIL = _("Enter an e-mail address like name@example.org.")
PASSWORD_HELP = _("At least 10 characters. A few words that you remember are fine.")


class InOurHand:
    """Mixin for forms of the library: no placeholders, our labels, plain errors."""

    use_required_attribute = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            if name in WORDS:
                field.label, field.error_messages["required"] = WORDS[name]
            self._dress(name, field)

    def _dress(self, name, field):
        field.help_text = ""
        if name == "code":
            field.widget = Code()
        elif name == "password1":
            field.help_text = PASSWORD_HELP
        elif name in ("login", "email"):
            field.error_messages["invalid"] = EMAIL
            field.validators.append(MaxLengthValidator(254))
            field.widget.attrs.update(autocomplete="username", inputmode="email")
