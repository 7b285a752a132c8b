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
CLINIC = [
    *ADMIN,
    ("clinic-people", "", _("People")),
    ("clinic-therapies", "", _("Therapies")),
    ("clinic-settings", "", _("Settings")),
    ("clinic-audit", "", _("Audit")),
    ("clinic-health", "", _("Health")),
    ("clinic-data", "", _("Data")),
]


def links(names, path):
    """Each as url, icon, label, current: "page" for the page itself, "true" for one below it."""
    return [
        {"url": url, "icon": icon, "label": label, "current": current(url, path)}
        for url, icon, label in ((place(name), icon, label) for name, icon, label in names)
    ]


# Where addresses do not say what lies below: signing in is reached from Me, measures from the
# clinic's settings, and the overview has nothing below it, the other pages stand beside it.
BELOW = {
    "/me/": ("/me/", "/accounts/"),
    "/clinic/": (),
    "/clinic/settings/": ("/clinic/settings/", "/clinic/measures/"),
}


def current(url, path):
    if path == url:
        return "page"
    return "true" if path.startswith(BELOW.get(url, url)) else ""


def staff_names(worn, hat=""):
    """What the hats of this person open: an admin who sees no clients has no caseload.

    In the clinic its pages stand in the top line themselves, with the way back to the clients.
    """
    if not worn.therapist:
        return CLINIC if worn.admin else []
    if hat == "admin":
        return THERAPIST[:1] + CLINIC
    return THERAPIST + (ADMIN if worn.admin else [])
