"""What the room of reminders hangs into /me/ and the clinic's health page."""

from accounts import sections
from reminders.health import health_of


def mine(request):
    """Whether reminders come, and the way to change it."""
    if not (request.hats.client or request.hats.therapist):
        return None
    recipient = request.user.recipients.first()
    return {"recipient": recipient, "may_be_mailed": request.user.may_be_mailed}


def calendar(request):
    """For whoever has times: the way to the page that puts them into a calendar."""
    return {} if request.hats.client or request.hats.therapist else None


def engine(request):
    return health_of(request.clinic)


def register():
    sections.register("me", "reminders", "reminders/me_section.html", mine)
    sections.register("me", "calendar", "reminders/calendar_section.html", calendar)
    sections.register("health", "reminders", "reminders/health_section.html", engine)
