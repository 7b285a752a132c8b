"""What the room of homework hangs into pages below: counts for the clinic, and for clients what
they have done, what was understood, what this week serves, and the way to propose something.
"""

from collections import defaultdict

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Q, Sum
from django.db.models.functions import Now

from accounts import sections
from homework.clinic_counts import ClinicCounts
from homework.models import Assignment, Attention, Flag, FlagDuty, Insight, PlanStep
from homework.news import TherapyNews
from homework.practice_day import practice_today
from homework.risen import Risen

MOST_INSIGHTS = 50
# Two who have one name are two.
THERAPIST = ("therapy__lead__name", "therapy__lead")


def unread(request):
    """Notes that were due to be read, by therapist (homework.need.rules.first.note)."""
    due = Attention.objects.filter(
        clinic=request.clinic, therapy__ended_at=None, reasons__contains=[["note"]]
    )
    counted = due.values(*THERAPIST).annotate(notes=Sum("unread_notes"))
    return {"therapists": list(counted.order_by("-notes", *THERAPIST))}


def picture(request):
    """The clinic in counts, as its therapists' caseloads know it."""
    return {"counts": ClinicCounts.of(request.clinic)}


def flags(request):
    """Unanswered flags by whoever leads: counts, and how many are past their time. And how many
    have nobody, until an admin names somebody."""
    waiting = Flag.objects.unanswered().filter(clinic=request.clinic)
    counted = waiting.values(*THERAPIST).annotate(
        flags=Count("pk"), late=Count("pk", filter=Q(answer_by__lte=Now()))
    )
    therapists = list(counted.order_by("-late", "-flags", *THERAPIST))
    if not therapists:
        return None
    return {"therapists": therapists, "nobodys": waiting.known_to_admins().count()}


def measures_on(request):
    """Whether measures can be given in this clinic."""
    return {"is_on": FlagDuty.objects.in_force().filter(clinic=request.clinic).exists()}


def understood(request):
    """What a client and their therapists understood in their hours, the newest first."""
    mine = Insight.objects.filter(therapy__client=request.user, therapy__accepted_at__isnull=False)
    return list(mine.order_by("-at")[:MOST_INSIGHTS])


def own(request):
    """Where this client may propose a homework, and whether they were ever asked a measure."""
    known = TherapyNews.of(request.user, practice_today(request.user.zone))
    open_ones = [therapy for therapy in known if therapy.is_open]
    return {"therapies": open_ones, "measured": any(each.was_measured for each in known)}


def serving(request):
    """The homework of the running plans by the step that it serves; else by its week's steps."""
    of_week = ArraySubquery(PlanStep.objects.filter(plan=OuterRef("plan")).values("step"))
    running = Assignment.objects.of_client(request.user).running()
    running = running.annotate(steps_of_week=of_week)
    served = defaultdict(list)
    for homework in running.only("clinic", "title", "step").order_by("plan", "position", "pk"):
        for step in [homework.step_id] if homework.step_id else homework.steps_of_week:
            served[step].append(homework)
    return served


def risen(request):
    """What this client has done so far."""
    return Risen.of(request.user)


def looked(request):
    """Who sees one answer of a therapy that has ended; whoever led is named as such."""
    alone = Flag.objects.seen_alone().filter(therapy__client=request.user)
    seers = {
        person: flag.raised_at
        for flag in alone.select_related("therapy__clinic").order_by("-raised_at")
        for person in flag.lookers
        if person.pk != flag.therapy.lead_id
    }
    return {"seers": list(seers.items())} if seers else None


def register():
    sections.register("looked", "flags", "homework/looked_section.html", looked)
    sections.register("goals", "own", "homework/goals_own_section.html", own)
    sections.register("goals", "risen", "homework/risen_section.html", risen)
    sections.register("step", "serving", "homework/step_section.html", serving)
    sections.register("goals", "understood", "homework/goals_section.html", understood)
    sections.register("health", "flags", "homework/clinic/flags_section.html", flags)
    sections.register("clinic", "picture", "homework/clinic_picture.html", picture)
    sections.register("settings", "measures", "homework/clinic/measures_section.html", measures_on)
    sections.register("clinic", "flags", "homework/clinic/flags_section.html", flags)
    sections.register("clinic", "unread", "homework/clinic_section.html", unread)
