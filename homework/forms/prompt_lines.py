"""Adding, moving and taking out lines of the worksheet builder: each by a press of its own.

A press sends the whole form, and gets it back with its lines in another order. So nothing that
was written is lost, and no script is needed.
"""

import re
import uuid

PREFIX = "questions"
FIELDS = ("key", "question", "kind", "choices", "only_if")
# add · look · up-2 · down-2 · remove-2
DO = re.compile(r"(add|look|up|down|remove)(?:-(\d{1,2}))?")
MOST = 30


def new_key():
    return f"q{uuid.uuid4().hex[:8]}"


def rearranged(data, do):
    """(the same data with its lines as asked for, the place that was moved or added, if any)."""
    found = DO.fullmatch(do)
    what, place = (found[1], int(found[2] or 0)) if found else ("look", 0)
    lines, at = arrange(lines_of(data), what, place)
    return with_lines(data, lines), at


def arrange(lines, what, place):
    if what == "add":
        return [*lines, {}], len(lines)
    if what not in ("up", "down", "remove") or place >= len(lines):
        return lines, None
    line = lines.pop(place)
    if what == "remove":
        return lines, min(place, len(lines) - 1) if lines else None
    at = min(max(place + (-1 if what == "up" else 1), 0), len(lines))
    lines.insert(at, line)
    return lines, at


def lines_of(data):
    """What stands in the lines; a question gets its key here, so that others can name it."""
    count = data.get(f"{PREFIX}-TOTAL_FORMS", "")
    # No longer than it can be meant: Python refuses to read a number of thousands of digits.
    count = min(int(count), MOST) if count.isdecimal() and len(count) < 9 else 0
    lines = [{n: data.get(f"{PREFIX}-{place}-{n}", "") for n in FIELDS} for place in range(count)]
    for line in lines:
        if line["question"] and not line["key"]:
            line["key"] = new_key()
    return lines


def with_lines(data, lines):
    data = data.copy()
    for name in [name for name in data if name.startswith(f"{PREFIX}-")]:
        del data[name]
    lines = lines[:MOST]
    data[f"{PREFIX}-TOTAL_FORMS"], data[f"{PREFIX}-INITIAL_FORMS"] = str(len(lines)), "0"
    for place, line in enumerate(lines):
        for name, value in line.items():
            data[f"{PREFIX}-{place}-{name}"] = value
    return data
