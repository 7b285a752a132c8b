"""Remind me later: made by the client's own press, so it counts towards no cap."""

from reminders.kinds.practise import Practise


class Later(Practise):
    """Asks what Practise asks before it goes; a press is not planned anew by anybody."""

    name = "later"
    label = ""
    follows = "practise"
    is_planned = False
    is_capped = False
