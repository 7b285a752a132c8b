"""Words that Midweek never says to anybody (content rules 2, 9 and 10)."""

import re

NEVER = re.compile(
    r"\b(missed|failed|overdue|incomplete|adherence|non-?complian\w*|streaks?|should|must"
    r"|don.t forget|please|sorry|oops|(?:in)?valid|clinician|suffer\w*)\b",
    re.I,
)
GERMAN_NEVER = re.compile(
    r"\b(versäum\w*|verpass\w*|überfällig\w*|versagt\w*|gescheitert\w*|du musst|sollte\w*"
    r"|müsst\w*|fehlgeschlagen\w*|ungültig\w*|gültig\w*|bitte|leider|entschuldigung|hoppla|ups"
    r"|vergiss nicht|leidest|unvollständig\w*)\b",
    re.I,
)
ALLOWED = {
    # Read by admins in the audit: an hour can be missed, a person is never said to miss.
    "noted that a session was missed",
    # The front page, on what Midweek does not do.
    "No streaks, no red",
}


def unkind(source):
    """The first such word in a whole template, or None."""
    for phrase in ALLOWED:
        source = source.replace(phrase, "")
    return NEVER.search(source)
