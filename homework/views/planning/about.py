"""What is known about a therapy beside its course: consent, and whom to call."""

from django.utils.translation import gettext as _

from accounts.forms.about import ConsentForm, CrisisTextForm
from homework.views.planning.page import leave, page

FORMS = {"consent": ConsentForm, "crisis": CrisisTextForm}


def therapy_about(request, therapy):
    pressed = request.POST.get("do")
    forms = {
        name: form(request.POST if name == pressed else None, therapy=request.therapy)
        for name, form in FORMS.items()
    }
    form = forms.get(pressed)
    if form and form.is_valid():
        form.save(by=request.user)
        return leave(request, "therapy-about", said=_("Saved."))
    return page(request, "about.html", **forms)
