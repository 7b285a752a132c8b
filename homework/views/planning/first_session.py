"""The first session, one guided screen in the room."""

from django.shortcuts import redirect

from accounts.models import Draft
from config.form_pages import refusal
from homework.first_session import FirstSession
from homework.forms.draft import DraftForm
from homework.forms.first_session import DRAFT, form_for
from homework.views.planning.page import kept, page, therapy_url


def first_session(request, therapy):
    first = FirstSession(request.therapy, request.GET.get("part", ""))
    if request.method == "POST":
        return answered(request, first)
    return shown(request, first, form_for(first, request.user))


def shown(request, first, form):
    return page(request, "first_session.html", first=first, form=form)


def answered(request, first):
    if "keep" in request.GET:
        draft = DraftForm(request.POST, form=DRAFT, row=request.therapy, author=request.user)
        if not draft.is_valid():
            return refusal(draft)
        draft.keep()
        return kept(request, "first-session")
    form = form_for(first, request.user, request.POST)
    if form and not form.save():
        return shown(request, first, form)
    Draft.objects.forget(request.user, DRAFT, request.therapy.pk)
    return redirect(f"{therapy_url(request, 'first-session')}?part={first.following}")
