"""What a caseload can be narrowed down to: one condition, or several that all hold."""

from django.utils.translation import gettext_lazy as _

ASKS = {"change", "homework_proposed", "step_proposed"}
SILENT = {"stalled", "quiet"}
WITHOUT_A_PLAN = {"plan_waits", "no_plan"}


def tells(codes):
    """Whether one of these reasons stands in a line."""
    return lambda line: not codes.isdisjoint(line.codes)


FILTERS = {
    "today": (_("Session today"), lambda line: line.meets_today),
    "report": (_("Report to read"), lambda line: line.attention.unread_reports > 0),
    "note": (_("Note to read"), lambda line: line.attention.unread_notes > 0),
    "asks": (_("Asks or proposes"), tells(ASKS)),
    "quiet": (_("Nothing logged lately"), tells(SILENT)),
    "plan": (_("Plan to agree on"), tells(WITHOUT_A_PLAN)),
    "bounce": (_("Reminders do not arrive"), tells({"bounce"})),
    "waiting": (_("Invited or paused"), lambda line: line.therapy.state in ("invited", "paused")),
    "cover": (_("Under cover"), lambda line: line.cover),
}


class View:
    """Conditions that all hold, as they stand in an address: "today.report"."""

    def __init__(self, shows=""):
        asked = shows.split(".")
        self.keys = tuple(key for key in FILTERS if key in asked)

    def __str__(self):
        return ".".join(self.keys)

    def __bool__(self):
        return bool(self.keys)

    def __eq__(self, other):
        return self.keys == other.keys

    def __hash__(self):
        return hash(self.keys)

    @property
    def label(self):
        return ", ".join(str(FILTERS[key][0]) for key in self.keys) if self else _("Everyone")

    @property
    def is_made_of_several(self):
        return len(self.keys) > 1

    def toggled(self, key):
        """With one condition more, or without it."""
        keys = set(self.keys) ^ {key}
        return View(".".join(keys))

    def passing(self, lines):
        for key in self.keys:
            lines = list(filter(FILTERS[key][1], lines))
        return lines
