"""Putting a starting set together: its name, why these go together, and which in what order."""

import uuid

from django import forms
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.ground.words_field import Text
from accounts.models import Clinic
from config.widgets import RadioChips
from homework.forms.library_search import SHELVES
from homework.library.sets import SETS
from homework.models import Exercise, StartingSet

# A week holds three; a few more to choose from while it is made theirs.
MOST = 5
PLACES = [f"exercise_{number}" for number in range(1, MOST + 1)]
NOTHING_CHOSEN = _("Choose at least one exercise.")
NOT_OFFERED = _("This exercise is not in your library any more.")
TWICE = _("This exercise is in the set already.")
OF_ANOTHER_CLINIC = _("This exercise belongs to another clinic.")
ONLY_YOURS = _("Only you have this exercise. Share it with the clinic first.")
CHANGED = _(
    "Somebody has changed this set since you opened it. "
    "Yours is below. Save it again to let it count."
)
TAKEN = _("This sheet belongs to another set. Open a new one.")
SAVED = _(
    "This sheet was saved before, with other words. Yours is below. Save it again to let it count."
)
RETIRED = _("This set is no longer offered. Offer it again on the list of sets, then save.")


class SetWords(forms.Form):
    """The words alone, wherever they come from: a sheet, or a file."""

    title = Text(label=_("Name"), max_length=120, error_messages={"required": _("Write a name.")})
    summary = Text(
        label=_("Why these go together"),
        help_text=_("In one line."),
        max_length=200,
        required=False,
    )


class StartingSetSheet(SetWords):
    """The whole operation: a new set, or its next edition."""

    # Made with the empty sheet: pressing Save twice makes one set.
    sheet = forms.UUIDField(widget=forms.HiddenInput, required=False)
    edition = forms.IntegerField(widget=forms.HiddenInput, required=False)
    clinic = forms.ModelChoiceField(Clinic.objects.none(), label=_("Clinic"), empty_label=None)
    whose = forms.ChoiceField(
        label=_("Who uses it"),
        choices=[("own", _("Only me")), ("clinic", _("Every therapist of the clinic"))],
        widget=RadioChips,
        error_messages={"required": _("Choose who uses it.")},
    )

    def __init__(self, data=None, *, by, row=None, like=""):
        self.by, self.row = by, row
        offered = Exercise.objects.offered_to(by).read_in(get_language())
        self.offered = {each.code: each for each in offered}
        super().__init__(data, initial=self.beginning(like))
        for number, name in enumerate(PLACES, 1):
            self.fields[name] = self.place(number)
        self.offer_clinics()

    def offer_clinics(self):
        """What is settled is not asked: a single clinic, sharing what somebody else shared."""
        clinics = Clinic.objects.of_therapist(self.by)
        self.fields["clinic"].queryset = clinics
        self.only_clinic = self.row.clinic if self.row else None
        if self.row is None and len(clinics) == 1:
            self.only_clinic = clinics[0]
        if self.only_clinic:
            del self.fields["clinic"]
        if self.row and self.by.pk not in (self.row.owner_id, self.row.shared_by_id):
            del self.fields["whose"]

    def place(self, number):
        shelves = [
            (
                title,
                [(key, each.title) for key, each in self.offered.items() if each.whose == whose],
            )
            for whose, title in SHELVES
        ]
        return forms.ChoiceField(
            label=_("Exercise %(number)d") % {"number": number},
            choices=[("", _("None")), *[shelf for shelf in shelves if shelf[1]]],
            required=False,
            error_messages={"invalid_choice": NOT_OFFERED},
        )

    # --- what stands in it when it is opened ---

    def beginning(self, like):
        if self.row:
            members = [each.exercise for each in self.row.members.select_related("exercise")]
            said = {"title": self.row.title, "summary": self.row.summary, "whose": self.row.whose}
            said |= {"edition": self.row.edition}
            kept = [each.code for each in members]
        else:
            (built_in,) = [each for each in SETS if each.key == like] or [None]
            said = {"title": built_in.title, "summary": built_in.summary} if built_in else {}
            said |= {"sheet": uuid.uuid4()}
            kept = built_in.codes if built_in else []
        there = [each for each in kept if each in self.offered]
        self.gone = len(kept) - len(there)
        return said | dict(zip(PLACES, there, strict=False))

    @property
    def lines(self):
        return [self[name] for name in PLACES]

    # --- what was sent ---

    @property
    def chosen(self):
        said = self.cleaned_data
        return [self.offered[said[name]] for name in PLACES if said.get(name)]

    @property
    def chosen_clinic(self):
        return self.only_clinic or self.cleaned_data.get("clinic")

    @property
    def belongs_to(self):
        return self.cleaned_data.get("whose") or (self.row.whose if self.row else None)

    def clean(self):
        said = super().clean()
        seen = set()
        for name in [name for name in PLACES if said.get(name)]:
            exercise = self.offered[said[name]]
            if wrong := self.unfit(exercise, seen):
                self.add_error(name, wrong)
            seen.add(exercise.pk)
        if not (seen or any(self.errors.get(name) for name in PLACES)):
            self.add_error(PLACES[0], NOTHING_CHOSEN)
        return said

    def unfit(self, exercise, seen):
        clinic = self.chosen_clinic
        if exercise.pk in seen:
            return TWICE
        if clinic and exercise.clinic_id not in (None, clinic.pk):
            return OF_ANOTHER_CLINIC
        if self.belongs_to == "clinic" and exercise.whose == "own":
            return ONLY_YOURS
        return None

    # --- saving ---

    @transaction.atomic
    def save(self):
        """The set as it is now because of it; None where somebody else was quicker."""
        said = self.cleaned_data
        words = {"title": said["title"], "summary": said["summary"], "whose": self.belongs_to}
        return self.change(self.row.pk, words, CHANGED) if self.row else self.make(words)

    def make(self, words):
        """A row with the sheet's id; there already, it was made by an earlier press."""
        sheet, clinic = self.cleaned_data["sheet"] or uuid.uuid4(), self.chosen_clinic
        facts = words | {"pk": sheet, "clinic": clinic}
        if made := StartingSet.make(self.chosen, by=self.by, **facts):
            return made
        if StartingSet.objects.made_by(self.by).filter(pk=sheet, clinic=clinic).exists():
            return self.change(sheet, words, SAVED)
        self.add_error(None, TAKEN)
        return None

    def change(self, pk, words, told):
        """Under a lock: of two windows that save at once, the second sees what the first did."""
        held = StartingSet.objects.select_for_update().get(pk=pk)
        if held.retired_at:
            self.add_error(None, RETIRED)
            return None
        if self.cleaned_data["edition"] == held.edition:
            held.change(self.chosen, by=self.by, **words)
            return held
        if self.is_said_already(held, words):
            return held
        self.add_error(None, told)
        # The sheet goes on from what is there now: saving it again is a decision.
        self.data = self.data.copy()
        self.data["edition"] = held.edition
        return None

    def is_said_already(self, held, words):
        """Whether an earlier press of the button has saved exactly this."""
        members = [each.exercise.code for each in held.members.select_related("exercise")]
        same = all(getattr(held, name) == value for name, value in words.items())
        return same and members == [each.code for each in self.chosen]
