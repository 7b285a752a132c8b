"""What was answered on a worksheet, in the order it was asked."""

from homework.worksheet.kinds import KINDS, kind_of


def answered(prompts, answers):
    """[(question, answer in words)]; what was left alone is left out.

    An answer whose question is gone is kept under its key.
    """
    known = {prompt["key"]: prompt for prompt in prompts}
    order = [key for key in known if key in answers]
    order += [key for key in answers if key not in known]
    told = [(known.get(key, {"question": key}), answers[key]) for key in order]
    return [
        (prompt["question"], in_words(answer, prompt))
        for prompt, answer in told
        if answer not in (None, "")
    ]


def in_words(answer, prompt=None):
    """By the kind of its question; without one, by its shape."""
    if isinstance(answer, dict):
        shape = "before_after" if answer.keys() <= {"before", "after"} else "emotions"
        return KINDS[shape].words(answer)
    if isinstance(answer, list):
        return KINDS["choices"].words(answer)
    return (kind_of(prompt) if prompt else KINDS["yes_no"]).words(answer)
