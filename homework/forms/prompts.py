"""A worksheet's questions as lines of a form: a question and the kind of its answer."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.ground.words_field import Text

KINDS = [
    ("text", _("in words")),
    ("number", _("a number, 0 to 10")),
    ("yes_no", _("yes or no")),
]
MOST, SPARE = 20, 3


class PromptForm(forms.Form):
    """An empty question is no question; the key ties a question to answers given before."""

    key = forms.SlugField(required=False, max_length=40, widget=forms.HiddenInput)
    question = Text(label=_("Question"), max_length=300, required=False)
    kind = forms.ChoiceField(label=_("Answered"), choices=KINDS, required=False)

    def prompt(self):
        said = self.cleaned_data
        return {
            "key": said["key"] or f"q{uuid.uuid4().hex[:8]}",
            "question": said["question"],
            "kind": said["kind"] or "text",
        }


class BasePromptFormSet(forms.BaseFormSet):
    def prompts(self):
        return [form.prompt() for form in self.forms if form.cleaned_data.get("question")]


PromptFormSet = forms.formset_factory(
    PromptForm, formset=BasePromptFormSet, extra=SPARE, max_num=MOST, absolute_max=MOST
)


def with_more_lines(data, prefix="questions"):
    """The same data with room for a few more questions."""
    data, count = data.copy(), f"{prefix}-TOTAL_FORMS"
    lines = int(data[count]) if data.get(count, "").isdecimal() else 0
    data[count] = str(min(lines + SPARE, MOST))
    return data
