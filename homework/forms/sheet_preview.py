"""A worksheet as a phone would show it, while it is being written."""

from dataclasses import dataclass

from homework.forms.questions import AnswersForm
from homework.models import Exercise


@dataclass(frozen=True)
class Sheet:
    """So much of a homework as its worksheet needs."""

    prompts: list


def sheet_to_try(prompts):
    """To be looked at and tried; it is in no form of its own and sends nothing."""
    return AnswersForm(homework=Sheet(prompts), auto_id="try_%s", prefix="try")


def preview_of(form):
    """{title, care, how_steps, smallest, questions} of a form that may still be wrong."""
    said = {name: str(form[name].value() or "") for name in ("title", "care", "how", "smallest")}
    prompts = form.initial.get("prompts", [])
    if form.is_bound:
        form.questions.is_valid()
        prompts = form.questions.prompts()
    return shown_on_phone(Exercise(**said, prompts=prompts))


def shown_on_phone(exercise):
    """The same of an exercise."""
    shown = ("title", "care", "how_steps", "smallest")
    questions = sheet_to_try(exercise.prompts).questions
    return {name: getattr(exercise, name) for name in shown} | {"questions": questions}
