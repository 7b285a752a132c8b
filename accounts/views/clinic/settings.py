from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts import crisis
from accounts.forms.clinic import ClinicForm
from accounts.sections import sections
from accounts.views import sent
from accounts.views.clinic.of_admin import of_admin


@of_admin
def settings(request):
    form = ClinicForm(sent(request), instance=request.clinic)
    first = not request.clinic.may_invite_clients
    if request.method == "POST" and form.is_valid():
        form.save(by=request.user)
        messages.success(request, _("Saved. You can invite clients now.") if first else _("Saved."))
        return redirect("caseload" if first and request.hats.therapist else "clinic-settings")
    lines = crisis.lines(request.clinic.crisis_text)
    context = {"form": form, "first": first, "lines": lines}
    context["sections"] = [] if first else sections("settings", request)
    status = 422 if form.errors else 200
    return render(request, "accounts/clinic/settings.html", context, status=status)
