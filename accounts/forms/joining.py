"""The one page between an invitation and the first practice."""

from allauth.account.adapter import get_adapter
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.forms.hand import EMAIL, PASSWORD_HELP
from accounts.forms.zone import ZoneField
from accounts.ground.writable import writable_text
from accounts.models import Consent, User
from accounts.wall import things_of
from config.widgets import RadioChips

YES_NO = [("yes", _("Yes")), ("no", _("No"))]


class Taken(Exception):
    """Somebody else was quicker with this invitation."""


class YesNo(forms.ChoiceField):
    def __init__(self, **kwargs):
        super().__init__(choices=YES_NO, widget=RadioChips, **kwargs)

    def clean(self, value):
        return super().clean(value) == "yes"


class JoinForm(forms.Form):
    """Joins `user`, or makes a new sign-in for whoever holds the secret.

    `known_address` is True after a clean form whose address has a sign-in already: then
    nothing is made, and the page asks to sign in. The inviter learns nothing of it.
    """

    use_required_attribute = False

    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        validators=[writable_text],
        error_messages={"required": _("Enter your name.")},
    )
    email = forms.EmailField(
        label=_("E-mail"),
        help_text=_("You sign in with it."),
        validators=[MaxLengthValidator(254)],
        error_messages={"required": _("Enter your e-mail address."), "invalid": EMAIL},
    )
    password = forms.CharField(
        label=_("Choose a password"),
        help_text=PASSWORD_HELP,
        strip=False,
        widget=forms.PasswordInput,
        error_messages={"required": _("Choose a password.")},
    )
    own_phone = YesNo(
        label=_("Is this your own phone or computer?"),
        error_messages={"required": _("Say if this is your own phone or computer.")},
    )
    others_see = YesNo(
        label=_("Does somebody else look at it at times?"),
        help_text=_("If so, Midweek leaves no trace on it and sends nothing to it."),
        error_messages={"required": _("Say if somebody else looks at it at times.")},
    )
    consent = forms.BooleanField(
        error_messages={"required": _("Tick the box if you agree. Without it you cannot join.")}
    )
    zone = ZoneField()

    def __init__(self, *args, invitation, way, user, asked_before=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.invitation, self.way = invitation, way
        self.user = user if user.is_authenticated else None
        self.known_address = False
        for name in self._not_asked(asked_before):
            del self.fields[name]
        if "email" in self.fields:
            self.fields["email"].widget.attrs.update(autocomplete="username", inputmode="email")
        if "password" in self.fields:
            self.fields["password"].widget.attrs["autocomplete"] = "new-password"
        if "consent" in self.fields:
            self.fields["consent"].label = _("I agree to this")
        if "zone" in self.fields:
            ZoneField.show_if_wrong(self)

    @cached_property
    def refusal(self):
        """Why whoever is signed in cannot take it: said before the press, and after."""
        return self.invitation.refuses(self.user) if self.user else ""

    def _not_asked(self, asked_before):
        for_client = self.invitation.therapy_id is not None
        if self.user:
            yield from ("name", "email", "password", "zone")
        elif for_client:
            yield "name"
        if not self.user and self.way == "mail":
            yield "email"
        if not for_client:
            yield from ("own_phone", "others_see", "consent")
        elif asked_before:
            yield from ("own_phone", "others_see")

    @property
    def address(self):
        return (self.cleaned_data.get("email") or self.invitation.email).lower()

    def clean(self):
        if self.refusal:
            raise ValidationError(self.refusal)
        if self.user:
            return self.cleaned_data
        if not self.errors:
            self.known_address = User.objects.knows(self.address)
            self._clean_password()
        return self.cleaned_data

    def _clean_password(self):
        about = User(name=self.cleaned_data.get("name", ""), email=self.address)
        try:
            get_adapter().clean_password(self.cleaned_data["password"], user=about)
        except ValidationError as error:
            self.add_error("password", error)

    @transaction.atomic
    def save(self):
        """The person who has joined. Raises Taken when the invitation was used meanwhile."""
        user = self.user or self._make_user()
        if not self.invitation.accept(user=user):
            raise Taken
        if "own_phone" in self.cleaned_data:
            user.say_about_phone(
                own=self.cleaned_data["own_phone"], others_see=self.cleaned_data["others_see"]
            )
        if "consent" in self.cleaned_data:
            with things_of(user.pk):
                Consent.give(user, language=spoken_language())
        user.wear("client" if self.invitation.therapy_id else "")
        return user

    def _make_user(self):
        therapy = self.invitation.therapy
        try:
            user = User.objects.create_user(
                self.address,
                self.cleaned_data["password"],
                name=therapy.client_name if therapy else self.cleaned_data["name"],
                time_zone=self.cleaned_data["zone"] or self.invitation.clinic.time_zone,
                language=spoken_language(),
            )
        except IntegrityError:
            raise Taken from None  # The same address, at the same moment.
        user.emailaddress_set.create(email=self.address, primary=True, verified=self.way == "mail")
        return user


def spoken_language():
    """The language of this page, as one of ours."""
    spoken = translation.get_language()
    return spoken if spoken in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
