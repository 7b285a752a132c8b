"""Places and people as they were said: the same in other letters is the same."""

from collections import Counter


def tally(words):
    """[(as it was said first, how often)], the most frequent first; what is empty is left out."""
    first_said = {}
    said = (word.strip() for word in words)
    return Counter(first_said.setdefault(key(word), word) for word in said if word).most_common()


def key(word):
    return word.strip().casefold()
