"""Worksheets: kinds of questions, how each is answered, and what an answer says in words.

A prompt is {"key", "question", "kind"}, with "choices" where its kind has some, and with
"if": {"key", "is"} where it is asked only after that answer to an earlier one.
"""

from homework.worksheet.kinds import KINDS, kind_of
from homework.worksheet.reading import answered, in_words

__all__ = ["KINDS", "answered", "in_words", "kind_of"]
