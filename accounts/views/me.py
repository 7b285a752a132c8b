"""A person's own page, and the small presses around it."""

from allauth.usersessions.internal.flows.sessions import end_sessions
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts import crisis, privacy, undo
from accounts.forms.me import MeForm, MyZoneForm
from accounts.hats import NAMES
from accounts.help import general_numbers, help_for
from accounts.looked import who_can_see, who_looked
from accounts.models import ParkedPost, Therapy
from accounts.sections import sections
from config.form_pages import form_page, sent


def me(request):
    """Everything a person decides about themselves; upper rooms add sections."""
    form = MeForm(sent(request), instance=request.user, hats=request.hats)
    if request.method == "POST" and form.is_valid():
        form.save()
        undo.saved(request, form.before)
        return redirect("me")
    therapies = Therapy.objects.of_client(request.user).select_related("clinic", "lead")
    context = {"form": form, "therapies": therapies, "sections": sections("me", request)}
    if request.hats.client:
        context["consent"] = request.user.consents.order_by("version").last()
    return form_page(request, "accounts/me.html", context)


def me_zone(request):
    form = MyZoneForm(sent(request), instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        undo.saved(request, form.before)
        return redirect("me")
    return form_page(request, "accounts/me/zone.html", {"form": form})


def me_phone(request):
    """The switch: somebody else may see my phone, or no longer. Pressed twice it says the same."""
    seen = request.POST.get("seen") != "no"
    if seen == request.user.others_see_phone:
        return redirect("me")
    request.user.say_about_phone(own=request.user.own_phone, others_see=seen)
    words = _("Midweek now leaves no trace here.") if seen else ""
    may_lock = seen and request.hats.client and request.user.lock_minutes is None
    undo.saved(request, {"others_see_phone": not seen}, words, also="lock" if may_lock else "")
    return redirect("me")


def me_undo(request):
    undo.put_back(request)
    return redirect("me")


def sign_in_end(request, sign_in):
    """Sign oneself out on one device; what it was reminded of ends with it."""
    mine = UserSession.objects.filter(user=request.user)
    end_sessions(request, [get_object_or_404(mine, pk=sign_in)])
    messages.success(request, _("That device is signed out."))
    return redirect("usersessions_list")


def hat(request):
    """Change hats: remember which, and go to its page."""
    name = request.POST.get("hat", "")
    if name in request.hats.worn:
        request.user.wear(name)
        return redirect(NAMES[name][1])
    return redirect("home")


def looked(request):
    """Who can see what I write, and who has looked: the day, not the minute."""
    therapies = Therapy.objects.of_client(request.user).select_related("clinic")
    context = {"seers": who_can_see(therapies), "days": who_looked(therapies, request.user)}
    context["sections"] = sections("looked", request)
    return render(request, "accounts/looked.html", context)


def ended(request, therapy):
    """The page that client and therapist made together at the end."""
    ended = Therapy.objects.of_client(request.user).exclude(ended_at=None)
    therapy = get_object_or_404(ended.select_related("clinic", "lead", "ending"), pk=therapy)
    page = {"therapy": therapy, "whom_to_call": crisis.lines(therapy.ending.whom_to_call)}
    return render(request, "accounts/ended.html", page)


@login_not_required
def help_page(request):
    texts = help_for(request.user) or [general_numbers()]
    return render(request, "accounts/help.html", {"texts": texts})


@login_not_required
def privacy_page(request):
    """Who can see what, for whoever is about to join and for whoever has."""
    page = {"title": privacy.TITLE, "lead": privacy.LEAD, "chapters": privacy.CHAPTERS}
    return render(request, "accounts/privacy.html", page)


@login_not_required
def leave(request):
    """After Leave: a page that anybody may have open, and that says nothing."""
    return render(request, "accounts/leave.html")


def parked(request, id):
    """What was sent after the sign-in had expired: send it now, or let it go."""
    waiting = ParkedPost.objects.waiting_for(request.user)
    post = get_object_or_404(waiting, pk=id)
    if request.method == "POST":
        post.delete()
        messages.info(request, _("It is gone."))
        return redirect("home")
    others = waiting.exclude(pk=id)
    return render(request, "accounts/parked.html", {"post": post, "others": others})
