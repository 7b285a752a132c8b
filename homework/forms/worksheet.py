"""The questions of a homework, one at a time; the last one logs it."""

from homework.forms.questions import AnswersForm
from homework.forms.said import SaidForm


class WorksheetForm(AnswersForm, SaidForm):
    draft = "worksheet"
