"""A worksheet as it is printed, with room to answer by hand."""

from django.utils.translation import gettext as _

from homework.worksheet import kind_of

# What a kind leaves room for: numbers up to, lines to write on.
TOPS = {"number": 10, "scale_4": 4, "before_after": 10}
ROWS = {"text": 4, "short": 1, "amount": 1, "date": 1, "time": 1}


def on_paper(homework):
    """A worksheet to be filled in by hand: each question with room to answer it."""
    by_key = {prompt["key"]: prompt for prompt in homework.prompts}
    return {
        "title": homework.title,
        "day": _("Day:"),
        "hint": _("Answer what fits. Nothing has to be filled in."),
        "how_strong": _("How strong, 1 to 10"),
        "questions": [question(each, by_key) for each in homework.prompts],
    }


def question(prompt, by_key):
    """`numbers` are to be circled, `boxes` ticked, `rows` written on; `scales` name the lines."""
    kind = prompt.get("kind")
    return {
        "words": prompt["question"],
        "kind": kind,
        "only_if": only_if(prompt, by_key),
        "boxes": [str(words) for _answer, words in kind_of(prompt).outcomes(prompt)],
        "feelings": prompt.get("choices", []) if kind == "emotions" else [],
        "scales": [_("Before"), _("After")] if kind == "before_after" else [""],
        "numbers": [str(number) for number in range(TOPS.get(kind, -1) + 1)],
        "rows": list(range(ROWS.get(kind, 0))),
    }


def only_if(prompt, by_key):
    condition = prompt.get("if")
    earlier = condition and by_key.get(condition["key"])
    if not earlier:
        return ""
    words = dict(kind_of(earlier).outcomes(earlier)).get(condition["is"], condition["is"])
    told = {"question": earlier["question"], "answer": words}
    return _("Only if you answered “%(question)s” with “%(answer)s”.") % told
