from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts import crisis
from accounts.forms.clinic import ClinicForm
from accounts.sections import sections
from accounts.views.clinic.of_admin import of_admin
from config.form_pages import form_page, sent


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
    return form_page(request, "accounts/clinic/settings.html", context)
