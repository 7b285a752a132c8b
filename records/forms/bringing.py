"""Choosing a file, and choosing from it."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import Therapy
from config.widgets import RadioChips
from records.bringing.file import MOST_BYTES
from records.bringing.pieces import Piece
from records.bringing.reading import pieces_in
from records.bringing.values import TOO_LARGE, Refused
from records.bringing.writing import HasEnded, bring
from records.models import Brought, BroughtFile


class ChooseFileForm(forms.Form):
    use_required_attribute = False

    file = forms.FileField(
        label=_("Your copy (it ends in .json)"),
        error_messages={
            "required": _("Choose the file."),
            "invalid": _("Choose the file."),
            "missing": _("Choose the file."),
            "empty": _("This file is empty."),
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = ".json,application/json"

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise ValidationError(TOO_LARGE)
        try:
            return pieces_in(file.read())
        except Refused as refused:
            raise ValidationError(refused.problems) from None

    def keep(self, user):
        return BroughtFile.keep(user, self.cleaned_data["file"])


class BringForm(forms.Form):
    """Which pieces, and to whom. Nothing is ticked beforehand."""

    use_required_attribute = False

    pieces = forms.TypedMultipleChoiceField(
        coerce=int,
        error_messages={"required": _("Choose at least one piece.")},
    )
    therapy = forms.ModelChoiceField(
        label=_("Who is to read it?"),
        queryset=Therapy.objects.none(),
        empty_label=None,
        widget=RadioChips,
        error_messages={"required": _("Choose who is to read it.")},
    )

    def __init__(self, *args, file, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.file, self.user, self.brings_new = file, user, True
        self.found = [Piece(**each) for each in file.pieces]
        self.fields["pieces"].choices = [(n, each.title) for n, each in enumerate(self.found)]
        mine = Therapy.objects.of_client(user).open().accepted().select_related("clinic", "lead")
        self.fields["therapy"].queryset = mine
        self.fields["therapy"].label_from_instance = self.told

    @staticmethod
    def told(therapy):
        return f"{therapy.lead.name}, {therapy.clinic.name}"

    @property
    def groups(self):
        """[(kind in words, [(number, piece), …]), …] of what is there."""
        numbered = list(enumerate(self.found))
        kinds = ((kind, [each for each in numbered if each[1].kind == kind]) for kind in HEADINGS)
        return [(HEADINGS[kind], pieces) for kind, pieces in kinds if pieces]

    @property
    def chosen(self):
        return {str(value) for value in self.data.getlist("pieces")} if self.is_bound else set()

    @transaction.atomic
    def save(self):
        """Of two presses at once, the one that takes the file away writes. Raises HasEnded."""
        taken, _rows = BroughtFile.objects.filter(pk=self.file.pk).delete()
        if taken:
            pieces = [self.found[number] for number in self.cleaned_data["pieces"]]
            self.brings_new = bool(bring(self.cleaned_data["therapy"], pieces, by=self.user))

    def bring(self):
        """Whether all of it is there now; where not, the form says why."""
        try:
            self.save()
        except HasEnded:
            self.add_error("therapy", _("This therapy has ended."))
        return self.is_valid()


HEADINGS = {
    Brought.Kind.GOAL: _("Goals with their steps"),
    Brought.Kind.SKILL: _("Skills"),
    Brought.Kind.WEEK: _("Weeks, to look back at"),
}
