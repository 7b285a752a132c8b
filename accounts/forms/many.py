"""Many people at once: a table, pasted or as a file."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from accounts.tables import MOST_BYTES, NoTable, rows_of, text_of
from config.widgets import Words

NOT_A_TABLE = _("This is not a table in text. Save it as CSV, then choose it again.")
TOO_MUCH = _("This is too much at once. Leave out what is not about people.")


class ManyForm(forms.Form):
    use_required_attribute = False

    file = forms.FileField(
        label=_("A file from your spreadsheet (CSV)"),
        required=False,
        error_messages={"empty": _("This file is empty.")},
    )
    table = forms.CharField(
        label=_("Or paste the lines here"),
        widget=Words({"rows": 8, "class": "input--table", "spellcheck": "false"}),
        validators=[MaxLengthValidator(MOST_BYTES, message=TOO_MUCH)],
        required=False,
        strip=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = ".csv,.tsv,.txt,text/csv"

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file is None:
            return ""
        if file.size > MOST_BYTES:
            raise ValidationError(TOO_MUCH)
        try:
            return text_of(file.read())
        except NoTable:
            raise ValidationError(NOT_A_TABLE) from None

    def clean(self):
        said = self.cleaned_data
        text = said.get("file") or said.get("table") or ""
        if self.errors:
            return said
        if not text.strip():
            raise ValidationError(_("Choose a file, or paste some lines."))
        try:
            said["rows"] = rows_of(text)
        except NoTable:
            raise ValidationError(NOT_A_TABLE) from None
        said["text"] = text
        return said
