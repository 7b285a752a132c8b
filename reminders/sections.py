"""What the room of reminders hangs into /me/ and the clinic's health page."""

from accounts import sections
from accounts.models.invitation import digest
from reminders.health import health_of


def mine(request):
    """Whether reminders come, and the way to change it."""
    if not (request.hats.client or request.hats.therapist):
        return None
    recipient = request.user.recipients.first()
    return {"recipient": recipient, "may_be_mailed": request.user.may_be_mailed}


def phone(request):
    """Whether this phone is reminded; nothing for one that keeps no trace."""
    if not request.hats.client or request.user.leaves_no_trace:
        return None
    session = digest(request.session.session_key or "")
    devices = list(request.user.devices.only("session_digest"))
    here = next((each for each in devices if each.session_digest == session), None)
    return {"here": here, "others": len(devices) - bool(here)}


def calendar(request):
    """For whoever has times: the way to the page that puts them into a calendar."""
    return {} if request.hats.client or request.hats.therapist else None


def engine(request):
    return health_of(request.clinic)


def register():
    sections.register("me", "reminders", "reminders/me_section.html", mine)
    sections.register("me", "phone", "reminders/phone_section.html", phone)
    sections.register("me", "calendar", "reminders/calendar_section.html", calendar)
    sections.register("health", "reminders", "reminders/health_section.html", engine)
