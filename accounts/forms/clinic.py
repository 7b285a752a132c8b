"""What an admin decides: who is in the clinic, and how it works."""

from datetime import timedelta

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, validate_email
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.forms.zone import zones
from accounts.ground.writable import writable_text
from accounts.models import AuditEvent, Clinic, Invitation, Membership
from config.widgets import CheckChips, Words

ROLES = [("therapist", _("Therapist")), ("admin", _("Admin"))]
MOST_INVITED = 50
# A second press of the same button, not somebody who did not get their mail.
SAME_PRESS = timedelta(minutes=1)
# Lines, not presses: a clinic is no cannon for mails.
MOST_A_DAY = 500


def check_day(clinic, count):
    """Nobody invites without end; whoever begins has to have looked with the clinic held."""
    if count and Invitation.objects.of_last_day(clinic).count() + count > MOST_A_DAY:
        raise ValidationError(
            _("A clinic can invite %(most)d people in 24 hours. Send fewer, or go on tomorrow."),
            params={"most": MOST_A_DAY},
        )


class RolesField(forms.MultipleChoiceField):
    """Cleans to {"is_admin": …, "is_therapist": …}."""

    def __init__(self, **kwargs):
        super().__init__(
            choices=ROLES,
            widget=CheckChips,
            label=_("What they do here"),
            help_text=_("Therapists see their own clients. Admins see accounts and counts."),
            error_messages={"required": _("Choose at least one.")},
            **kwargs,
        )

    def clean(self, value):
        chosen = super().clean(value)
        return {"is_admin": "admin" in chosen, "is_therapist": "therapist" in chosen}


class InviteForm(forms.Form):
    """Invites members, one address a line. Whoever is here already is left out."""

    use_required_attribute = False

    addresses = forms.CharField(
        label=_("E-mail addresses"),
        help_text=_("One a line. Each gets a mail with a link of their own."),
        widget=Words({"rows": 4}),
        validators=[MaxLengthValidator(10_000)],
        error_messages={"required": _("Enter at least one address.")},
    )
    roles = RolesField()

    def __init__(self, *args, clinic, **kwargs):
        super().__init__(*args, **kwargs)
        self.clinic = clinic

    def clean_addresses(self):
        lines = [line.strip().lower() for line in self.cleaned_data["addresses"].splitlines()]
        addresses = list(dict.fromkeys(line for line in lines if line))
        if len(addresses) > MOST_INVITED:
            raise ValidationError(
                _("Up to %(most)d addresses at once.") % {"most": MOST_INVITED}, code="many"
            )
        for address in addresses:
            self._check(address)
        check_day(self.clinic, len(addresses))
        return addresses

    def _check(self, address):
        try:
            validate_email(address)
            MaxLengthValidator(254)(address)
        except ValidationError:
            raise ValidationError(
                _("“%(line)s” does not look like an e-mail address."), params={"line": address[:60]}
            ) from None

    def save(self, *, by):
        """The new invitations; an open one to the same address is sent again instead, but one of
        the same press stands: of two mails only one would open."""
        here = Membership.objects.active().filter(
            clinic=self.clinic, user__email__in=self.cleaned_data["addresses"]
        )
        known = set(here.values_list("user__email", flat=True))
        known |= set(self._of_same_press().values_list("email", flat=True))
        addresses = [one for one in self.cleaned_data["addresses"] if one not in known]
        return [self._invite(address, by) for address in addresses]

    def _of_same_press(self):
        roles = self.cleaned_data["roles"]
        return Invitation.objects.open().filter(
            clinic=self.clinic,
            therapy=None,
            as_admin=roles["is_admin"],
            as_therapist=roles["is_therapist"],
            created_at__gt=timezone.now() - SAME_PRESS,
        )

    def _invite(self, address, by):
        roles = self.cleaned_data["roles"]
        waiting = Invitation.objects.open().filter(clinic=self.clinic, therapy=None, email=address)
        for earlier in waiting:
            earlier.revoke(by=by)
        return Invitation.send_to_member(
            self.clinic,
            email=address,
            as_admin=roles["is_admin"],
            as_therapist=roles["is_therapist"],
            by=by,
        )


class RolesForm(forms.Form):
    use_required_attribute = False

    roles = RolesField()

    def __init__(self, *args, membership, **kwargs):
        self.membership = membership
        worn = [name for name, _words in ROLES if getattr(membership, f"is_{name}")]
        super().__init__(*args, initial={"roles": worn}, **kwargs)

    def clean_roles(self):
        self.membership.hold()
        roles = self.cleaned_data["roles"]
        if not roles["is_admin"] and self.membership.is_last_admin:
            raise ValidationError(_("The clinic needs an admin. Name another one first."))
        if not roles["is_therapist"] and self.membership.led_therapies().exists():
            raise ValidationError(_("They lead therapies. Hand those over first."))
        return roles

    def save(self, *, by):
        self.membership.change_roles(**self.cleaned_data["roles"], by=by)


class EndMembershipForm(forms.Form):
    """Ends a membership; what the person leads goes to somebody else in the same press."""

    use_required_attribute = False

    to = forms.ModelChoiceField(
        get_user_model().objects.none(),
        label=_("Who takes over their clients?"),
        empty_label=_("Choose"),
        error_messages={"required": _("Choose who takes over.")},
    )

    def __init__(self, *args, membership, **kwargs):
        super().__init__(*args, **kwargs)
        self.membership = membership
        self.therapies = membership.led_therapies()
        if not self.therapies:
            del self.fields["to"]
        else:
            self.fields["to"].queryset = colleagues(membership.clinic, but=membership.user)

    def clean(self):
        self.membership.hold()
        if self.membership.is_last_admin:
            raise ValidationError(_("The clinic needs an admin. Name another one first."))
        # Asked anew: somebody may have been handed over to them meanwhile.
        self.therapies = list(self.membership.led_therapies())
        if self.therapies and "to" not in self.fields:
            raise ValidationError(_("They lead therapies. Hand those over first."))
        to = self.cleaned_data.get("to")
        if to and any(not therapy.can_be_led_by(to) for therapy in self.therapies):
            raise ValidationError(_("One of these clients cannot be theirs. Hand over one by one."))
        return self.cleaned_data

    def save(self, *, by):
        for therapy in self.therapies:
            therapy.hand_over(to=self.cleaned_data["to"], by=by)
        self.membership.end(by=by)


def colleagues(clinic, but=None):
    """The therapists of a clinic, or all except one, by name."""
    here = Membership.objects.therapists().filter(clinic=clinic).exclude(user=but)
    return get_user_model().objects.filter(pk__in=here.values("user")).order_by("name")


class ClinicForm(forms.ModelForm):
    use_required_attribute = False

    checked = forms.BooleanField(
        label=_("I have checked these numbers today"),
        help_text=_("By calling them, or on the pages of who runs them."),
        required=False,
    )

    class Meta:
        model = Clinic
        fields = [
            "name",
            "time_zone",
            "crisis_text",
            "retention_years",
            "reminder_hour",
            "clients_second_factor",
        ]
        labels = {
            "name": _("Name"),
            "crisis_text": _("Whom to call in a crisis"),
            "clients_second_factor": _("Ask clients for a second step at sign-in, too"),
        }
        help_texts = {
            "name": _("Clients see it when they join."),
            "crisis_text": _(
                "One line for each: what it is, and the number. For example: "
                "Night line, free, day and night: 020 7946 0111"
            ),
            "reminder_hour": _("From 0 to 23. Clients can choose another."),
            "clients_second_factor": _(
                "Before their next page they set up an app or a passkey. "
                "Whoever finds that hard may stop using Midweek: offer your help."
            ),
        }
        error_messages = {"name": {"required": _("Enter the name of the clinic.")}}

    field_order = [
        "name",
        "crisis_text",
        "checked",
        "time_zone",
        "retention_years",
        "reminder_hour",
        "clients_second_factor",
    ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["time_zone"].widget = forms.Select(choices=zones())
        self.fields["crisis_text"].widget = Words({"rows": 6, "maxlength": 2000})
        self.fields["crisis_text"].required = True
        self.fields["crisis_text"].error_messages["required"] = _("Enter at least one number.")
        for name in ("name", "crisis_text"):
            self.fields[name].validators.append(writable_text)
        for name in ("retention_years", "reminder_hour"):
            self.fields[name].widget.attrs["class"] = "input--short"

    def clean(self):
        super().clean()
        new = "crisis_text" in self.changed_data or not self.instance.crisis_text_checked_on
        if new and not self.cleaned_data.get("checked"):
            self.add_error("checked", _("Check the numbers, then tick the box."))
        return self.cleaned_data

    def save(self, *, by):
        if self.cleaned_data["checked"]:
            self.instance.set_crisis_text(self.cleaned_data["crisis_text"])
        others = [name for name in self.Meta.fields if name != "crisis_text"]
        self.instance.save(update_fields=others)
        AuditEvent.record(
            by,
            "clinic.settings_changed",
            self.instance,
            clinic_id=self.instance.pk,
            fields=self.changed_data,
        )
