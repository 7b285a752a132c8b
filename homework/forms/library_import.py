"""Bringing exercises in from a file: all of it is shown first, then what was chosen is kept."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.ground import insert_once
from accounts.models import AuditEvent, Clinic
from config.widgets import RadioChips
from homework.exchange.exercise_piece import ExercisePiece
from homework.exchange.piece import named
from homework.exchange.reading import contents_of, refuse_large
from homework.exchange.set_piece import SetPiece
from homework.forms.exercise import new_key
from homework.models import Exercise, Skill, StartingSet

NOTHING_CHOSEN = _("Choose at least one exercise.")
NEEDS = _("“%(set)s” needs “%(exercise)s”. Tick it as well, or leave the set out.")
ONLY_YOURS = _(
    "“%(set)s” needs “%(exercise)s”, and only you have it. "
    "Share it with the clinic first, or leave the set out."
)
# Where several are called the same: the nearest first.
SHELVES = ("own", "clinic", "built_in")


class ImportForm(forms.Form):
    """Sent twice: with the file, to see what is in it; then with its text and what was chosen.

    Nothing is kept in between, so the text is looked at anew: it may have been changed on the way.
    """

    file = forms.FileField(
        label=_("File"),
        help_text=_("A file of exercises that was saved from Midweek. It ends in .json."),
        allow_empty_file=True,
        error_messages=dict.fromkeys(("required", "invalid"), _("Choose a file.")),
        widget=forms.FileInput({"accept": ".json,application/json"}),
    )
    content = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)
    # Made with the list: pressing twice brings each exercise in once.
    batch = forms.UUIDField(required=False, widget=forms.HiddenInput)
    clinic = forms.ModelChoiceField(
        Clinic.objects.none(),
        label=_("Clinic"),
        empty_label=_("Choose a clinic."),
        error_messages={"required": _("Choose a clinic.")},
    )
    whose = forms.ChoiceField(
        label=_("Who uses them"),
        choices=[("own", _("Only me")), ("clinic", _("Every therapist of the clinic"))],
        widget=RadioChips,
        error_messages={"required": _("Choose who uses them.")},
    )

    def __init__(self, data=None, files=None, *, by):
        super().__init__(data, files, initial={"batch": uuid.uuid4()})
        self.by, self.pieces, self.sets = by, [], []
        self.keeps = data is not None and data.get("do") == "keep"
        self.fields["file"].required = not (data and data.get("content"))
        for name in ("whose", "clinic"):
            self.fields[name].required = self.keeps
            # Asked beside the list only, where it is needed.
            self.fields[name].asked_if = "do"
        clinics = Clinic.objects.of_therapist(by)
        self.fields["clinic"].queryset = clinics
        self.only_clinic = clinics[0] if len(clinics) == 1 else None
        if self.only_clinic:
            del self.fields["clinic"]

    def chosen(self, name):
        """The numbers that were ticked; None before anybody was asked."""
        return set(self.data.getlist(name)) if self.keeps else None

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file:
            refuse_large(file.size)
        return file

    def clean(self):
        said = super().clean()
        if self.errors.get("file"):
            return said
        file = said.get("file")
        content = file.read() if file else said.get("content", "").encode(errors="replace")
        try:
            found, sets = contents_of(content)
        except ValidationError as error:
            self.add_error("file", error)
            return said
        self.text = content.decode("utf-8-sig")
        self.pieces = [ExercisePiece(number, each) for number, each in enumerate(found, 1)]
        offered = Exercise.objects.offered_to(self.by).read_in(get_language())
        self.there = {}
        for each in sorted(offered, key=lambda each: SHELVES.index(each.whose)):
            self.there.setdefault(named(each.title), []).append(each)
        self.in_file = {named(each.title) for each in self.pieces if each.is_right}
        known = {*self.there, *self.in_file}
        self.sets = [SetPiece(number, each, known) for number, each in enumerate(sets, 1)]
        made = StartingSet.objects.offered_to(self.by).values_list("title", flat=True)
        self.tick(self.pieces, set(self.there), self.chosen("piece"))
        self.tick(self.sets, {named(title) for title in made}, self.chosen("set"))
        if self.keeps:
            self.look_what_is_missing()
        return said

    def tick(self, pieces, titles, chosen):
        """A title that is on one's shelves already is not ticked beforehand."""
        for piece in pieces:
            piece.is_there = named(piece.title) in titles
            ticked = not piece.is_there if chosen is None else str(piece.number) in chosen
            piece.is_ticked = piece.is_right and ticked

    def look_what_is_missing(self):
        if not (self.picked or self.picked_sets):
            self.add_error(None, NOTHING_CHOSEN)
        comes_in = {named(piece.title) for piece in self.picked}
        for each in self.picked_sets:
            for title in each.titles:
                if title not in comes_in and not self.fitting(title):
                    names = {"set": each.title, "exercise": title[:80]}
                    words = ONLY_YOURS if self.is_only_ones_own(title) else NEEDS
                    self.add_error(None, forms.ValidationError(words, params=names))

    def in_clinic(self, title):
        """Those of the library that are called so, without another clinic's."""
        places = (None, self.chosen_clinic and self.chosen_clinic.pk)
        return [each for each in self.there.get(title, []) if each.clinic_id in places]

    def fitting(self, title):
        """The one of the library that a set which comes in can hold, if there is one."""
        for_oneself = self.cleaned_data.get("whose") == "own"
        found = [each for each in self.in_clinic(title) if for_oneself or each.whose != "own"]
        return found[0] if found else None

    def is_only_ones_own(self, title):
        return title not in self.in_file and bool(self.in_clinic(title))

    @property
    def chosen_clinic(self):
        return self.only_clinic or self.cleaned_data.get("clinic")

    @property
    def can_keep(self):
        return any(piece.is_right for piece in [*self.pieces, *self.sets])

    @property
    def picked(self):
        return [piece for piece in self.pieces if piece.is_ticked]

    @property
    def picked_sets(self):
        return [each for each in self.sets if each.is_ticked]

    @transaction.atomic
    def save(self):
        """How many exercises and sets came in: all that were chosen, or none."""
        self.batch = self.cleaned_data["batch"] or uuid.uuid4()
        made = {named(piece.title): self.keep(piece) for piece in self.picked}
        for each in self.picked_sets:
            exercises = [made.get(title) or self.fitting(title) for title in each.titles]
            self.keep_set(each, exercises)
        return len(self.picked), len(self.picked_sets)

    def keep_set(self, piece, exercises):
        facts = piece.words.cleaned_data | {"whose": self.cleaned_data["whose"]}
        pk = uuid.uuid5(self.batch, f"set {piece.number}")
        StartingSet.make(exercises, by=self.by, pk=pk, clinic=self.chosen_clinic, **facts)

    def keep(self, piece):
        own = self.cleaned_data["whose"] == "own"
        exercise = Exercise(
            pk=uuid.uuid5(self.batch, str(piece.number)),
            clinic=self.chosen_clinic,
            key=new_key(piece.columns["title"]),
            owner=self.by if own else None,
            shared_by=None if own else self.by,
            skill=Skill.objects.named(piece.skill, clinic=self.chosen_clinic),
            **piece.columns,
        )
        if insert_once(exercise):
            exercise.link_to(piece.links)
            AuditEvent.record(self.by, "exercise.brought_in", exercise)
        return exercise
