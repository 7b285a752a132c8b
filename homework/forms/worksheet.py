"""The questions of a homework, one at a time; the last one logs it."""

from homework.forms.said import SaidForm
from homework.forms.words import QuestionsForm


class WorksheetForm(QuestionsForm, SaidForm):
    draft = "worksheet"
