from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from accounts.forms.about import ConsentForm
from accounts.forms.therapies import CoverForm, EndTherapyForm, HandOverForm
from accounts.ground.ids import id_of
from accounts.models import Cover, Membership, Therapy
from accounts.views.clinic import second_factor
from accounts.views.clinic.of_admin import of_admin
from accounts.views.clinic.sign_ins import own_ended
from config.form_pages import form_page

PAGE = 50
LOOKED_AT = 2000
MOST_OPENED = 20
FORMS = {
    "hand-over": HandOverForm,
    "cover": CoverForm,
    "consent": ConsentForm,
    "end": EndTherapyForm,
}
VERBS = {"pause": Therapy.pause, "resume": Therapy.resume}
STATES = {
    "": gettext_lazy("Open"),
    "invited": gettext_lazy("Invited"),
    "paused": gettext_lazy("Paused"),
    "consent": gettext_lazy("Consent to ask for"),
    "ended": gettext_lazy("Ended"),
}


def of_clinic(request):
    """Accounts and counts: the therapist's name for the client is all that is private here.

    Of what is locked away not even that: the page about data says until when.
    """
    rows = Therapy.objects.filter(clinic=request.clinic).not_locked_away()
    return rows.select_related("clinic", "client", "lead")


@of_admin
def therapies(request):
    """Open ones first, the latest first; a page at a time."""
    state = request.GET.get("state", "")
    lead = request.GET.get("lead", "")
    rows = of_clinic(request).in_state(state)
    if therapist := id_of(lead):
        rows = rows.filter(lead=therapist)
    rows = list(rows.after(request.GET.get("after", ""))[: PAGE + 1])
    context = {
        "therapies": rows[:PAGE],
        "after": rows[PAGE - 1].pk if len(rows) > PAGE else None,
        "lead": lead,
        **around(request, state),
    }
    return render(request, "accounts/clinic/therapies.html", context)


@of_admin
@never_cache
def therapies_search(request):
    """By a name, sent, so that no address holds it."""
    words = request.POST.get("words", "").strip()[:100]
    rows, further = named(of_clinic(request).after(request.POST.get("after", "")), words)
    context = {"therapies": rows, "words": words, "further": further, **around(request, None)}
    return render(request, "accounts/clinic/therapies.html", context)


def around(request, state):
    people = Membership.objects.filter(clinic=request.clinic, is_therapist=True)
    leads = people.order_by("user__name").values_list("user", "user__name").distinct()
    return {"states": STATES, "state": state if state in STATES else "", "leads": list(leads)}


def named(rows, words):
    """(whom it is about, the row to look on from). Clients' names are sealed, so they are opened
    one by one: so many a press."""
    looked = list(rows[: LOOKED_AT + 1]) if words else []
    found = [row for row in looked[:LOOKED_AT] if is_about(row, words.casefold())]
    return found[:PAGE], looked[LOOKED_AT - 1].pk if len(looked) > LOOKED_AT else None


def is_about(row, words):
    mail = row.client.email if row.client else ""
    return any(words in text.casefold() for text in (row.client_name, mail or "", row.lead.name))


@of_admin
def therapy(request, therapy):
    """Assign it, let somebody stand in, write down who consents, pause it, end it; and help
    its client where a phone or their second step is lost, also to read a record that has ended."""
    row = get_object_or_404(of_clinic(request), pk=therapy)
    pressed = request.POST.get("do")
    if press := PRESSES.get(pressed):
        said = press(row, request.user)
        # An admin may be treated here, too.
        if pressed == "sign-out" and (home := own_ended(request, row.client_id)):
            return home
        messages.success(request, said)
        return redirect("clinic-therapy", therapy)
    forms = {
        name: form(request.POST if name == pressed else None, therapy=row, auto_id=f"{name}-%s")
        for name, form in FORMS.items()
    }
    if row.is_open and did(pressed, row, forms, request.user):
        messages.success(request, _("Saved."))
        return redirect("clinic-therapy", therapy)
    context = {
        "therapy": row,
        **second_factor.about(row, request.user),
        "hand_over": forms["hand-over"],
        **{name: forms[name] for name in ("cover", "consent", "end")},
        "covers": row.covers.open().told_to_admins().select_related("therapist"),
        "opened": row.covers.glass_broken()[:MOST_OPENED],
        "terms": row.terms.select_related("therapist").order_by("-started_at"),
    }
    return form_page(request, "accounts/clinic/therapy.html", context)


def sign_out(row, admin):
    if row.client is None:
        return _("Nobody has joined yet.")
    if not row.sign_client_out(by=admin):
        return _("Nobody was signed in.")
    if row.client.may_be_mailed:
        return _("Done. They are signed out everywhere, and an e-mail tells them.")
    return _("Done. They are signed out everywhere. Tell them so: no e-mail goes to them yet.")


PRESSES = {"sign-out": sign_out, **second_factor.PRESSES}


def did(pressed, row, forms, admin):
    """Whether the pressed button did what it says."""
    if pressed in VERBS:
        VERBS[pressed](row, by=admin)
        return True
    form = forms.get(pressed)
    if form is None or not form.is_valid():
        return False
    form.save(by=admin)
    return True


@of_admin
def cover_end(request, cover):
    row = get_object_or_404(Cover.objects.told_to_admins().filter(clinic=request.clinic), pk=cover)
    row.end(by=request.user)
    return redirect("clinic-therapy", row.therapy_id)
