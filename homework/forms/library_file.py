"""A file to go with an exercise: looked at before it is kept."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.ground.words_field import Text
from homework.models import LibraryFile
from homework.models.library_file import MOST_OF_CLINIC, MOST_OF_EXERCISE
from homework.uploads import MOST_BYTES, TOO_LARGE, looked_at

ENOUGH = _("Up to %(most)d files go with an exercise. Take one out first.")
OTHER = _("The file that was chosen here before is added. Choose this one again.")
CLINIC_FULL = _("Your clinic has no room for more files. Take out some that are not needed.")


class LibraryFileForm(forms.Form):
    # Made with the form: pressing twice adds it once.
    sheet = forms.UUIDField(widget=forms.HiddenInput, required=False)
    title = Text(
        label=_("What it is, in words for the client"),
        max_length=120,
        error_messages={"required": _("Write what it is.")},
    )
    file = forms.FileField(
        label=_("File"),
        help_text=_("A PDF, a picture or a recording, up to 10 MB. Nothing about a client."),
        allow_empty_file=True,
        error_messages=dict.fromkeys(("required", "invalid"), _("Choose a file.")),
        widget=forms.FileInput({"accept": ".pdf,.png,.jpg,.jpeg,.mp3,.m4a"}),
    )

    def __init__(self, data=None, files=None, *, exercise, by):
        super().__init__(data, files, initial={"sheet": uuid.uuid4()})
        self.exercise, self.by = exercise, by

    def clean_file(self):
        """Its kind and the bytes to keep."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise ValidationError(TOO_LARGE)
        return looked_at(file.read())

    def clean(self):
        said = super().clean()
        clinic, sheet = self.exercise.clinic_id, said.get("sheet")
        there = self.exercise.enclosures.exclude(file=sheet).count()
        if there >= MOST_OF_EXERCISE:
            raise ValidationError(ENOUGH, params={"most": MOST_OF_EXERCISE})
        _kind, kept = said.get("file") or ("", b"")
        if kept and not self.same(said, kept):
            self.add_error("file", OTHER)
            # With a sheet of its own it is added by the next press.
            self.data = self.data.copy()
            self.data["sheet"] = uuid.uuid4()
        if LibraryFile.objects.bytes_in(clinic) + len(kept) > MOST_OF_CLINIC:
            raise ValidationError(CLINIC_FULL)
        return said

    def same(self, said, kept):
        """Whether nothing, or exactly this, was added by an earlier press of the button."""
        earlier = LibraryFile.objects.filter(pk=said.get("sheet")).first()
        return earlier is None or (earlier.title, earlier.opened) == (said.get("title"), kept)

    def save(self):
        """The version of the exercise that has the file."""
        said = self.cleaned_data
        kind, content = said["file"]
        facts = {"clinic_id": self.exercise.clinic_id, "added_by": self.by}
        sheet = said["sheet"] or uuid.uuid4()
        file = LibraryFile.sealed(content, pk=sheet, title=said["title"], kind=kind, **facts)
        return self.exercise.enclose(file, by=self.by)
