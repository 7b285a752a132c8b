"""A worksheet to be filled in: each question with its fields."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import cached_property

from accounts.ground.words_field import Text
from homework.forms.practice import HomeworkForm
from homework.readers import tell_readers
from homework.worksheet import kind_of
from homework.worksheet.branching import leads_past

ANSWER = "answer_"


@dataclass(frozen=True)
class Question:
    """What a page shows of one prompt: its fields in the form, and when it is asked."""

    form: Any
    prompt: dict
    section: str = ""

    @property
    def kind(self):
        return kind_of(self.prompt)

    @property
    def words(self):
        return self.prompt["question"]

    @property
    def shape(self):
        """note, choices, emotions, before_after; empty where there is one field."""
        name = self.prompt.get("kind", "")
        return name if "" not in self.kind.fields(self.prompt) else ""

    @property
    def names(self):
        return {part: f"{ANSWER}{self.prompt['key']}{part}" for part in self.parts}

    @cached_property
    def parts(self):
        return self.kind.fields(self.prompt)

    @property
    def fields(self):
        return [self.form[name] for name in self.names.values()]

    @property
    def label_id(self):
        name = self.form.add_prefix(f"{ANSWER}{self.prompt['key']}")
        return self.form.auto_id % name + "_label"

    @property
    def when(self):
        """{"question", "words", "name", "value"} of the answer that it waits for, or None."""
        condition = self.prompt.get("if")
        earlier = condition and self.form.prompt(condition["key"])
        if not earlier:
            return None
        kind = kind_of(earlier)
        words = dict(kind.outcomes(earlier)).get(condition["is"])
        if words is None:
            return None
        part, value = kind.decider(earlier, condition["is"])
        name = self.form.add_prefix(f"{ANSWER}{earlier['key']}{part}")
        return {"question": earlier["question"], "words": words, "name": name, "value": value}

    def answer(self, said):
        return self.kind.answer(self.prompt, {p: said.get(n) for p, n in self.names.items()})


class AnswersForm(HomeworkForm):
    """The questions of a homework's worksheet; nothing is required."""

    def __init__(self, *args, readers=None, private=False, **kwargs):
        super().__init__(*args, **kwargs)
        for question in self.questions:
            for part, name in question.names.items():
                self.fields[name] = field = question.parts[part]
                if type(field) is Text:
                    tell_readers(field, readers, private=private)

    @cached_property
    def questions(self):
        """What is asked and what is to be read, each under the heading that stands above it."""
        section, found = "", []
        for prompt in self.homework.prompts:
            if prompt.get("kind") == "section":
                section = prompt["question"]
            else:
                found.append(Question(self, prompt, section))
                section = ""
        return found

    @property
    def has_branches(self):
        """Whether a question waits for the answer to an earlier one."""
        return any(question.when for question in self.questions)

    def prompt(self, key):
        return next((one for one in self.homework.prompts if one["key"] == key), None)

    @property
    def has_answers(self):
        """Something was answered before, or begun."""
        names = [name for question in self.questions for name in question.names.values()]
        begun = [self.initial.get(name) for name in names]
        return any(value not in (None, "") and value is not False for value in begun)

    def words(self):
        """The columns of an entry. What another answer leads past is not kept."""
        kept: dict = {}
        passed = set()
        for question in self.questions:
            key, answer = question.prompt["key"], question.answer(self.cleaned_data)
            # Where the earlier question is gone the page asks always, so its answer is kept.
            if question.when and leads_past(question.prompt, kept, passed):
                passed.add(key)
            elif answer is not None:
                kept[key] = answer
        return {"answers": kept}


def as_fields(prompts, answers):
    """{field name: value} of answers that are there, to be changed."""
    return {
        f"{ANSWER}{prompt['key']}{part}": value
        for prompt in prompts
        if prompt["key"] in answers
        for part, value in parts_of(prompt, answers[prompt["key"]]).items()
    }


def parts_of(prompt, answer):
    return kind_of(prompt).parts(prompt, answer)
