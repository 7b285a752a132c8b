"""A therapist begins a therapy and invites the client."""

import uuid
from datetime import timedelta

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.validators import MaxLengthValidator
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.forms.about import ConsentFields, within
from accounts.forms.hand import EMAIL
from accounts.ground.writable import writable_text
from accounts.models import Clinic, Invitation, Membership, Therapy
from config.widgets import DayAndTime, RadioChips

WAYS = [("phone", _("On a phone or computer")), ("paper", _("On paper"))]


class EmailField(forms.EmailField):
    """An address to invite; optional, as a link can be handed over."""

    def __init__(self, **kwargs):
        kwargs.setdefault("required", False)
        kwargs.setdefault("label", _("E-mail"))
        kwargs.setdefault("error_messages", {"invalid": EMAIL})
        super().__init__(validators=[MaxLengthValidator(254)], **kwargs)
        self.widget.attrs["autocomplete"] = "off"

    def clean(self, value):
        return super().clean(value).lower()


class ClientForm(ConsentFields):
    """Begins the therapy; on paper, or with an invitation. Sent twice it begins one."""

    use_required_attribute = False

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    clinic = forms.ModelChoiceField(
        Clinic.objects.none(),
        label=_("In which clinic?"),
        widget=RadioChips,
        error_messages={"required": _("Choose the clinic.")},
    )
    client_name = forms.CharField(
        label=_("The client’s name"),
        help_text=_("As you say it in the room. They see it, and so do the admins."),
        max_length=120,
        validators=[writable_text],
        error_messages={"required": _("Enter the client’s name.")},
    )
    way = forms.ChoiceField(
        label=_("How will they practise?"),
        help_text=_("On paper you print the plan and enter the results yourself."),
        choices=WAYS,
        widget=RadioChips,
        error_messages={"required": _("Choose how they will practise.")},
    )
    email = EmailField(
        help_text=_("The invitation goes there. Without it you hand over a link or a code.")
    )
    first_session_at = forms.DateTimeField(
        label=_("First session in Midweek"), widget=DayAndTime, required=False
    )

    field_order = [
        "once",
        "clinic",
        "client_name",
        "way",
        "email",
        "under_18",
        "consented_by",
        "ask_consent_again_on",
        "first_session_at",
    ]

    def __init__(self, *args, by, clinics, **kwargs):
        super().__init__(*args, **kwargs)
        self.by, self.clinics = by, clinics
        self.fields["clinic"].queryset = clinics.able_to_invite()
        if len(clinics) == 1:
            del self.fields["clinic"]
        self.fields["client_name"].widget.attrs["autocomplete"] = "off"

    def clean_first_session_at(self):
        earliest = timezone.now() - timedelta(days=1)
        return within(self.cleaned_data["first_session_at"], earliest, years=2)

    @transaction.atomic
    def save(self):
        """(therapy, invitation or None)."""
        said = self.cleaned_data
        clinic = said.get("clinic") or self.clinics[0]
        if not Membership.objects.hold_therapist(clinic.pk, self.by):
            raise PermissionDenied("Their place has ended since the page was asked for.")
        therapy = Therapy.begin(
            id=said["once"],
            clinic=clinic,
            lead=self.by,
            by=self.by,
            client_name=said["client_name"],
            on_paper=said["way"] == "paper",
            **self.consent,
            first_session_at=said["first_session_at"],
        )
        if therapy.on_paper:
            return therapy, None
        return therapy, Invitation.send_to_client(therapy, email=said["email"], by=self.by)

    def begun_before(self):
        """What an earlier press of the same button began, if it did."""
        return Therapy.objects.of_lead(self.by).filter(pk=self.cleaned_data["once"]).first()

    def save_once(self):
        """`save`, or the therapy of the earlier press without its secret."""
        if earlier := self.begun_before():
            return earlier, None
        try:
            return self.save()
        except IntegrityError:
            return self.begun_before(), None


class InvitationForm(forms.Form):
    """Sends the invitation of a therapy again: new secrets, the old ones open nothing."""

    use_required_attribute = False

    email = EmailField(help_text=_("Leave it empty to hand over the link yourself."))

    def __init__(self, *args, therapy, by, **kwargs):
        self.therapy, self.by = therapy, by
        self.invitation = therapy.invitations.order_by("-created_at").first()
        known = self.invitation.email if self.invitation else ""
        super().__init__(*args, initial={"email": known}, **kwargs)

    def clean(self):
        if self.therapy.client_id:
            raise forms.ValidationError(_("Your client has joined already."))
        if not self.therapy.clinic.may_invite_clients:
            raise forms.ValidationError(_("The clinic has no crisis text yet."))
        return self.cleaned_data

    def revoke(self):
        if self.invitation:
            self.invitation.revoke(by=self.by)

    def save(self):
        email = self.cleaned_data["email"]
        if self.invitation and self.invitation.resend(email=email, by=self.by):
            return self.invitation
        return Invitation.send_to_client(self.therapy, email=email, by=self.by)
