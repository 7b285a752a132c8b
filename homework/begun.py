"""What somebody has half-written in a form: here, on another phone or in another tab."""

import uuid

from django.forms import Textarea
from django.utils.functional import cached_property

from accounts.models import Draft
from accounts.models.draft import read_begun


class Begun:
    """Its newest wording stands in the form; what other pages kept is shown beside it."""

    def __init__(self, request, form, subject):
        self.place = request.user, form, subject
        self.sent = request.POST.get("begun", "")

    @cached_property
    def drafts(self):
        return list(Draft.objects.of_form(*self.place).order_by("-saved_at"))

    @property
    def answers(self):
        return self.drafts[0].answers if self.drafts else {}

    @cached_property
    def token(self):
        """The page's hidden word: who it is, and with what it was begun."""
        newest = self.drafts[0].version if self.drafts and not self.sent else ""
        return self.sent or f"{uuid.uuid4().hex}:{newest}"

    @property
    def elsewhere(self):
        page, version = read_begun(self.token)
        return [each for each in self.drafts if each.page != page and each.version != version]

    def beside(self, form):
        """[(draft, [(label, words)])] of what is written elsewhere and does not stand in it."""
        found = ((draft, list(differing(draft.answers, form))) for draft in self.elsewhere)
        return [(draft, said) for draft, said in found if said]


def differing(answers, form):
    for field in form:
        written = answers.get(field.name)
        if is_written(field.field.widget) and written and written != field.value():
            yield field.label, written


def is_written(widget):
    return isinstance(widget, Textarea) or getattr(widget, "input_type", "") == "text"
