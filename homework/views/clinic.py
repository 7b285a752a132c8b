"""What an admin decides about homework: who answers flags, without which no measure is given."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.views.clinic.of_admin import of_admin
from config.form_pages import form_page
from homework.forms.flag import FlagDutyForm
from homework.models import FlagDuty


@of_admin
def clinic_measures(request):
    duty = FlagDuty.objects.filter(clinic=request.clinic).first()
    if duty and "end" in request.POST:
        duty.end(by=request.user)
        messages.success(request, _("Measures are off. What was answered stays."))
        return redirect("clinic-measures")
    named = ("answered_by", "deputy", "second", "within_hours")
    initial = {name: getattr(duty, name) for name in named} if duty else None
    form = FlagDutyForm(request.POST or None, clinic=request.clinic, initial=initial)
    if form.is_valid():
        form.save(by=request.user)
        messages.success(request, _("Saved. Therapists can give measures."))
        return redirect("clinic-measures")
    is_on = FlagDuty.objects.in_force().filter(clinic=request.clinic).exists()
    page = {"form": form, "duty": duty, "is_on": is_on}
    return form_page(request, "homework/clinic/measures.html", page)
