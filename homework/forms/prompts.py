"""The worksheet builder: a worksheet's questions as lines of a form."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from accounts.ground.words_field import TOO_LONG, Text
from homework.forms.prompt_lines import PREFIX, new_key
from homework.worksheet import KINDS, kind_of

KIND_WORDS = [
    (
        _("Answered in words"),
        [("text", _("in words")), ("short", _("in a few words"))],
    ),
    (
        _("Answered by a number"),
        [
            ("number", _("from 0 to 10")),
            ("scale_4", _("from 0 to 4")),
            ("before_after", _("before and after, 0 to 10")),
            ("amount", _("any number")),
        ],
    ),
    (
        _("Answered by choosing"),
        [
            ("yes_no", _("yes or no")),
            ("choice", _("one of a list")),
            ("choices", _("several of a list")),
            ("emotions", _("feelings and how strong")),
        ],
    ),
    (_("Answered by the clock"), [("date", _("a day")), ("time", _("a time"))]),
    (_("Not answered"), [("note", _("instructions")), ("section", _("a heading"))]),
]
SPARE, MOST, MOST_CHOICES = 1, 30, 12
LONGEST = 300
TWO_AT_LEAST = _("Write two or more answers to choose from, each on its own line.")
TOO_MANY = ngettext_lazy("Write %d answer or fewer.", "Write %d answers or fewer.")
NOT_EARLIER = _("Choose an answer to a question that stands further up.")


class PromptForm(forms.Form):
    """An empty question is no question; the key ties a question to answers given before."""

    key = forms.SlugField(required=False, max_length=40, widget=forms.HiddenInput)
    question = Text(
        label=_("Question"), max_length=1000, required=False, widget=forms.Textarea({"rows": 1})
    )
    kind = forms.ChoiceField(
        label=_("Answered"),
        choices=KIND_WORDS,
        required=False,
        error_messages={"invalid_choice": _("Choose how it is answered from the list.")},
    )
    choices = Text(
        label=_("Answers to choose from, one a line"),
        max_length=1500,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    # "went=yes": asked only where the question "went" was answered with "yes".
    only_if = Text(label=_("Asked"), max_length=400, required=False, widget=forms.Select)

    def clean_question(self):
        words = self.cleaned_data["question"]
        if self.data.get(self.add_prefix("kind")) != "note" and len(words) > LONGEST:
            told = {"limit_value": LONGEST, "show_value": len(words)}
            raise forms.ValidationError(TOO_LONG, params=told)
        return words

    def clean_choices(self):
        """Each once, in the order written; a kind without a list has none."""
        kind = KINDS.get(self.cleaned_data.get("kind") or "text")
        if not (self.cleaned_data.get("question") and kind and kind.has_choices):
            return []
        lines = (line.strip() for line in self.cleaned_data["choices"].splitlines())
        usual = [str(words) for words in getattr(kind, "usual", [])]
        found = list(dict.fromkeys(filter(None, lines))) or usual
        if len(found) < 2:
            raise forms.ValidationError(TWO_AT_LEAST)
        if len(found) > MOST_CHOICES:
            raise forms.ValidationError(TOO_MANY % MOST_CHOICES)
        if longest := max((len(words) for words in found if len(words) > 100), default=0):
            raise forms.ValidationError(
                TOO_LONG, params={"limit_value": 100, "show_value": longest}
            )
        return found

    def prompt(self):
        said = self.cleaned_data
        prompt = {
            "key": said.get("key") or new_key(),
            "question": said["question"],
            "kind": said.get("kind") or "text",
        }
        if said.get("choices"):
            prompt["choices"] = said["choices"]
        key, _is, answer = said.get("only_if", "").partition("=")
        waits = answer and prompt["kind"] != "section"
        return prompt | ({"if": {"key": key, "is": answer}} if waits else {})


class BasePromptFormSet(forms.BaseFormSet):
    def clean(self):
        """What a question waits for was asked before it; no key stands twice."""
        offered: dict = {}
        taken = set()
        for form in self.written:
            if form.cleaned_data.get("key") in taken | {""}:
                form.cleaned_data["key"] = new_key()
            prompt = form.prompt()
            taken.add(prompt["key"])
            if prompt.get("if") and form.cleaned_data["only_if"] not in offered:
                form.add_error("only_if", NOT_EARLIER)
            offered |= outcomes(prompt)

    @property
    def written(self):
        return [form for form in self.forms if has_words(form)]

    def prompts(self):
        return [form.prompt() for form in self.written]

    @property
    def lines(self):
        """The lines as they stand, each offered what it may wait for; right or not."""
        offered: dict = {}
        for form in self.forms:
            form.fields["only_if"].widget.choices = [("", _("always")), *waits(offered)]
            if has_words(form):
                offered |= outcomes(form.prompt())
            elif not self.is_bound and form.initial.get("question"):
                offered |= outcomes(form.initial["prompt"])
            yield form


def has_words(form):
    return bool(getattr(form, "cleaned_data", None) and form.cleaned_data.get("question"))


def outcomes(prompt):
    """{"went=yes": (question, "Yes")} of a question that may decide what is asked next."""
    kind = kind_of(prompt)
    found = kind.outcomes(prompt) if kind.decides else []
    return {f"{prompt['key']}={answer}": (prompt["question"], words) for answer, words in found}


def waits(offered):
    """As groups of a list: each question with the answers to it."""
    groups: dict = {}
    for value, (question, words) in offered.items():
        groups.setdefault(question[:60], []).append(
            (value, _("only after “%(answer)s”") % {"answer": words})
        )
    return groups.items()


def as_line(prompt):
    """A stored prompt as the beginning of a line."""
    condition = prompt.get("if")
    return {
        **{name: prompt.get(name, "") for name in ("key", "question", "kind")},
        "choices": "\n".join(prompt.get("choices", [])),
        "only_if": f"{condition['key']}={condition['is']}" if condition else "",
        "prompt": prompt,
    }


PromptFormSet = forms.formset_factory(
    PromptForm, formset=BasePromptFormSet, extra=SPARE, max_num=MOST, absolute_max=MOST
)


def builder(data, prompts):
    """What was sent stands for itself: a line that is as it was before is no empty one."""
    beginning = [as_line(each) for each in prompts] if data is None else None
    return PromptFormSet(data, initial=beginning, prefix=PREFIX)
