from django.db.models import Count, Q
from django.shortcuts import redirect, render

from accounts.models import (
    AuditSeal,
    DeliveryProblem,
    FactorReset,
    Invitation,
    Membership,
    Therapy,
)
from accounts.sections import sections
from accounts.views.clinic.of_admin import CHOSEN, of_admin


@of_admin
def overview(request):
    """Counts only."""
    counts = {**count_therapies(request.clinic), **count_people(request.clinic)}
    counts["problems"] = DeliveryProblem.objects.filter(
        clinic=request.clinic, solved_at=None
    ).count()
    resets = FactorReset.objects.for_approval_by(request.user, request.clinic)
    context = {
        "counts": counts,
        "resets": resets.select_related("membership__user", "therapy", "asked_by"),
        "sections": sections("clinic", request),
    }
    return render(request, "accounts/clinic/overview.html", context)


@of_admin
def choose(request):
    """Another clinic of the same admin."""
    wanted = request.POST.get("clinic", "")
    if wanted in {str(clinic.pk) for clinic in request.clinics}:
        request.session[CHOSEN] = wanted
    return redirect("clinic")


@of_admin
def health(request):
    problems = DeliveryProblem.objects.filter(clinic=request.clinic, solved_at=None)
    context = {
        "problems": problems.select_related("user").order_by("-since")[:100],
        "sections": sections("health", request),
    }
    return render(request, "accounts/clinic/health.html", context)


@of_admin
def data(request):
    """What is kept, in counts; the rooms above say what clients asked for."""
    context = {
        "counts": count_therapies(request.clinic),
        "sealed": sealed(request.clinic),
        "sections": sections("data", request),
    }
    return render(request, "accounts/clinic/data.html", context)


def sealed(clinic):
    return AuditSeal.objects.filter(clinic=clinic).count()


def count_therapies(clinic):
    open_ = Q(ended_at=None)
    joined = Q(accepted_at__isnull=False)
    return Therapy.objects.filter(clinic=clinic).aggregate(
        open=Count("pk", filter=open_),
        invited=Count("pk", filter=open_ & ~joined),
        active=Count("pk", filter=open_ & joined & Q(paused_at=None)),
        paused=Count("pk", filter=open_ & joined & Q(paused_at__isnull=False)),
        ended=Count("pk", filter=~open_),
    )


def count_people(clinic):
    members = Membership.objects.active().filter(clinic=clinic)
    counts = members.aggregate(
        therapists=Count("pk", filter=Q(is_therapist=True)),
        admins=Count("pk", filter=Q(is_admin=True)),
    )
    waiting = Invitation.objects.open().filter(clinic=clinic, therapy=None)
    return {**counts, "members_invited": waiting.count()}
