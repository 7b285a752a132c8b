"""Reading a crisis text: which words belong to which number, so that a press calls it."""

import re

# Digits in groups, as people write them. No nesting, so it stays linear on any text.
GROUPS = re.compile(r"\+?\d[\d ()/-]{1,22}\d")


def number_in(text):
    """The first telephone number; hours (9-17), years and "24/7" are none."""
    for found in GROUPS.finditer(text):
        digits = re.sub(r"\D", "", found[0])
        if len(digits) > 4 or found[0] == digits and len(digits) == 3:
            return found[0]
    return ""


class Line:
    """One line: its words, and the number to call, if it has one."""

    def __init__(self, text):
        self.number = number_in(text)
        words = text.strip()
        ends = words.rstrip(".").endswith(self.number) or words.startswith(self.number)
        # "Night line: 020 …" needs its number once; within a sentence it keeps its place.
        if self.number and ends:
            words = words.replace(self.number, "", 1).strip(" .:,;-–")
        self.words = words

    @property
    def href(self):
        return "tel:" + re.sub(r"[^\d+]", "", self.number)


def lines(text):
    return [Line(line) for line in text.splitlines() if line.strip()]
