"""Where the bars lead, and which of their links is the present page."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

CLIENT = [
    ("today", "calendar-days", _("Today")),
    ("goals", "stairs", _("Goals")),
    ("toolbox", "toolbox", _("Toolbox")),
    ("report-index", "message-square-text", _("Report")),
    ("me", "user", _("Me")),
]
THERAPIST = [
    ("caseload", "", _("Caseload")),
    ("library", "", _("Library")),
    ("away", "", _("Away")),
]
ADMIN = [("clinic", "", _("Clinic"))]


def links(names, path):
    """Each as url, icon, label, current: "page" for the page itself, "true" for one below it."""
    return [
        {"url": url, "icon": icon, "label": label, "current": current(url, path)}
        for url, icon, label in ((reverse(name), icon, label) for name, icon, label in names)
    ]


def current(url, path):
    if path == url:
        return "page"
    return "true" if path.startswith(url) else ""


def staff_names(hats):
    """What the hats of this person open; without any, what a therapist sees."""
    keys = {hat["key"] for hat in hats}
    therapist = THERAPIST if "therapist" in keys or not keys else []
    return therapist + (ADMIN if "admin" in keys else [])
