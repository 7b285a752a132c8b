"""Where the bars lead, and which of their links is the present page."""

from django.utils.translation import gettext_lazy as _

from config.addresses import place

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
        for url, icon, label in ((place(name), icon, label) for name, icon, label in names)
    ]


# The pages about signing in are reached from Me.
BELOW = {"/me/": ("/me/", "/accounts/")}


def current(url, path):
    if path == url:
        return "page"
    return "true" if path.startswith(BELOW.get(url, url)) else ""


def staff_names(worn):
    """What the hats of this person open: an admin who sees no clients has no caseload."""
    return (THERAPIST if worn.therapist else []) + (ADMIN if worn.admin else [])
