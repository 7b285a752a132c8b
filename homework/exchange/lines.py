"""The questions and links of an exercise in a file: the shape of each, and the place it has."""

from django.utils.translation import gettext as _

from homework.exchange.piece import GROUP, LINES, TEXT, is_lines

OF_QUESTION = {"key", "question", "kind", "choices", "if"}
LONGEST_TITLE = 120


def place_of(name, number):
    words = _("question %(number)d") if name == "questions" else _("link %(number)d")
    return words % {"number": number}


def misshapen_question(row):
    if not isinstance(row, dict):
        yield GROUP
        return
    if set(row) - OF_QUESTION:
        yield _("“%(name)s” is not known here.") % {"name": min(set(row) - OF_QUESTION)[:40]}
    if not all(isinstance(row.get(name, ""), str) for name in ("key", "question", "kind")):
        yield TEXT
    elif not row.get("question", "").strip():
        yield _("Write the question.")
    if not is_lines(row.get("choices", [])):
        yield LINES
    condition = row.get("if", {"key": "", "is": ""})
    if not (isinstance(condition, dict) and condition.keys() == {"key", "is"}):
        yield _("Write “if” as a group of “key” and “is”.")
    elif not all(isinstance(value, str) for value in condition.values()):
        yield TEXT


def misshapen_link(row):
    if not isinstance(row, dict) or set(row) - {"title", "url"} or "url" not in row:
        yield _("Write a link as a group of “title” and “url”.")
    elif not all(isinstance(value, str) for value in row.values()):
        yield TEXT
    elif len(row.get("title", "")) > LONGEST_TITLE:
        yield _("Use %(most)d letters or fewer for the title.") % {"most": LONGEST_TITLE}


def as_line(question):
    """A question as a line of the worksheet builder."""
    condition = question.get("if")
    return {
        "key": question.get("key", ""),
        "question": question["question"],
        "kind": question.get("kind", ""),
        "choices": "\n".join(question.get("choices", [])),
        "only_if": f"{condition['key']}={condition['is']}" if condition else "",
    }
