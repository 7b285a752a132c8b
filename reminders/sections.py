"""What the room of reminders hangs into /me/, /clinic/ and its health page."""

from accounts import sections
from accounts.models import DeliveryProblem
from reminders.health import health_of


def mine(request):
    """For clients: whether reminders come, and the way to change it."""
    if not request.hats.client:
        return None
    return {"recipient": request.user.recipients.first()}


def problems(request):
    """For admins: how many people a message does not reach."""
    open_ones = DeliveryProblem.objects.filter(clinic=request.clinic, solved_at=None)
    return {"count": open_ones.values("user").distinct().count()}


def engine(request):
    return health_of(request.clinic)


def register():
    sections.register("me", "reminders", "reminders/me_section.html", mine)
    sections.register("clinic", "reminders", "reminders/clinic_section.html", problems)
    sections.register("health", "reminders", "reminders/health_section.html", engine)
