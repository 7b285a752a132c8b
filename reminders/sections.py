"""What the room of reminders hangs into pages of the rooms below."""

from django.utils import timezone

from accounts import sections
from accounts.models.invitation import digest
from homework.practice_day import practice_today
from reminders.engine.wanted import about_person
from reminders.forms import WithPlanForm
from reminders.health import health_of
from reminders.kinds import KINDS
from reminders.kinds.practise import moments_of
from reminders.models import Recipient, fewer
from reminders.models.fewer import offered_fewer
from reminders.models.recipient import OFF


def mine(request):
    """Whether reminders come, and the way to change it."""
    if not (request.hats.client or request.hats.therapist):
        return None
    recipient = request.user.recipients.first()
    return {"recipient": recipient, "may_be_mailed": request.user.may_be_mailed}


def phone(request):
    """Whether this device is reminded; nothing for one that keeps no trace, nor for whoever is an
    admin only: they get no reminders."""
    is_reminded = request.hats.client or request.hats.therapist
    if not is_reminded or request.user.leaves_no_trace:
        return None
    session = digest(request.session.session_key or "")
    devices = list(request.user.devices.only("session_digest"))
    here = next((each for each in devices if each.session_digest == session), None)
    return {"here": here, "others": len(devices) - bool(here)}


def today(request):
    """The offer of fewer, as long as it holds: something may have been logged since."""
    if request.user.others_see_phone:
        return None
    offered = offered_fewer(request.user.recipients.all())
    return {} if request.user.offer == fewer.NAME and offered else None


def agreeing(request, plan, homework):
    """When they will come, and how many a day at most: agreed with the plan. Nothing comes of one
    without homework."""
    theirs = request.user.recipients.select_related("clinic", "user")
    recipient = theirs.filter(clinic=plan.clinic_id).first() if homework else None
    if recipient is None:
        return None
    told = coming(recipient, homework)
    if told["comes"]:
        asked = request.POST if "messages_a_day" in request.POST else None
        told["form"] = WithPlanForm(asked, initial={"messages_a_day": recipient.a_day})
    return told


def together(request, plan, homework):
    """The same, for both to read before they agree in the room. It is changed under Me, and that
    somebody has none is theirs to say."""
    theirs = Recipient.objects.select_related("clinic", "user")
    recipient = theirs.filter(clinic=plan.clinic_id, user=request.therapy.client_id).first()
    told = recipient and coming(recipient, homework)
    return told if told and told["comes"] else None


def coming(recipient, homework):
    """When they come on a day like today, as the person has it now."""
    if recipient.channel_of(KINDS["practise"]) == OFF or about_person(recipient, timezone.now()):
        return {"comes": False}
    moments = moments_of(homework, recipient, practice_today(recipient.user.zone))
    return {
        "comes": True,
        "times": ", ".join(f"{moment:%H:%M}" for moment in moments),
        "a_day": recipient.a_day,
        "more": len(moments) > recipient.a_day,
    }


def calendar(request):
    """For whoever has times: the way to the page that puts them into a calendar."""
    return {} if request.hats.client or request.hats.therapist else None


def engine(request):
    return health_of(request.clinic)


def register():
    sections.register("today", fewer.NAME, "reminders/today_section.html", today)
    sections.register("agree", "reminders", "reminders/agree_section.html", agreeing)
    sections.register("room", "reminders", "reminders/room_section.html", together)
    sections.register("me", "reminders", "reminders/me_section.html", mine)
    sections.register("me", "phone", "reminders/phone_section.html", phone)
    sections.register("me", "calendar", "reminders/calendar_section.html", calendar)
    sections.register("health", "reminders", "reminders/health_section.html", engine)
