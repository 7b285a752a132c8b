from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.forms.therapies import CoverForm, EndTherapyForm, HandOverForm
from accounts.models import Cover, Therapy
from accounts.views.clinic.of_admin import of_admin

PAGE = 50
MOST_OPENED = 20
FORMS = {"hand-over": HandOverForm, "cover": CoverForm, "end": EndTherapyForm}


def of_clinic(request):
    """Accounts and counts: the therapist's name for the client is all that is private here."""
    rows = Therapy.objects.filter(clinic=request.clinic)
    return rows.select_related("clinic", "client", "lead")


@of_admin
def therapies(request):
    """Open ones first, the latest first; a page at a time."""
    rows = of_clinic(request).open_or_ended(request.GET.get("state", ""))
    rows = list(rows.after(request.GET.get("after", ""))[: PAGE + 1])
    context = {
        "therapies": rows[:PAGE],
        "after": rows[PAGE - 1].pk if len(rows) > PAGE else None,
        "ended": request.GET.get("state") == "ended",
    }
    return render(request, "accounts/clinic/therapies.html", context)


@of_admin
def therapy(request, therapy):
    """Assign it, let somebody stand in, end it."""
    row = get_object_or_404(of_clinic(request), pk=therapy)
    pressed = request.POST.get("do")
    forms = {
        name: form(request.POST if name == pressed else None, therapy=row, auto_id=f"{name}-%s")
        for name, form in FORMS.items()
    }
    form = forms.get(pressed)
    if form and row.is_open and form.is_valid():
        form.save(by=request.user)
        messages.success(request, _("Saved."))
        return redirect("clinic-therapy", therapy)
    context = {
        "therapy": row,
        "hand_over": forms["hand-over"],
        "cover": forms["cover"],
        "end": forms["end"],
        "covers": row.covers.open().select_related("therapist"),
        "opened": row.covers.glass_broken()[:MOST_OPENED],
        "terms": row.terms.select_related("therapist").order_by("-started_at"),
    }
    status = 422 if form and form.errors else 200
    return render(request, "accounts/clinic/therapy.html", context, status=status)


@of_admin
def cover_end(request, cover):
    row = get_object_or_404(Cover.objects.filter(clinic=request.clinic), pk=cover)
    row.end(by=request.user)
    return redirect("clinic-therapy", row.therapy_id)
