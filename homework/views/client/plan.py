from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts.sections import sections
from homework.begun import Begun
from homework.forms.agree import AgreeForm, WishForm
from homework.models import Assignment, WeekPlan
from homework.readers import Readers
from homework.views.client.unsent import unsent
from homework.walk import Walk


@never_cache
def agree(request, plan):
    """The proposed plan, read on the phone: does this fit?"""
    found = held if request.method == "POST" else plan_of
    plan = found(request.user, plan)
    if plan.state != "proposed":
        return settled(request, plan)
    told = wording(plan)
    begun = Begun(request, "agree", plan.pk)
    form = agree_form(request, told, begun)
    if form.is_valid():
        form.save(by=request.user)
        messages.success(request, _("Agreed. This is your plan now."))
        return redirect("today")
    return show(request, told, begun, agreeing=form)


def plan_change(request, plan):
    """The client's wish to have it changed."""
    plan = held(request.user, plan)
    if plan.state != "proposed":
        return settled(request, plan)
    told = wording(plan)
    wish = WishForm(request.POST, readers=Readers.of(plan), **told)
    if wish.is_valid():
        wish.save(by=request.user)
        messages.success(request, _("Sent. Nothing is agreed yet."))
        return redirect("agree", plan.pk)
    return show(request, told, Begun(request, "agree", plan.pk), wish=wish)


def settled(request, plan):
    """It was agreed, or taken back: pressed twice, what the first press said is there already."""
    known = {wish.text for wish in plan.change_requests.all()}
    for homework in plan.assignments.all():
        known |= {homework.obstacle, homework.obstacle_plan}
    left = unsent(request, known)
    page = {"plan": plan, "unsent": left}
    return render(request, "homework/client/agree_settled.html", page, status=422 if left else 200)


def plan_of(user, pk):
    return get_object_or_404(WeekPlan.objects.of_client(user).for_agreeing(), pk=pk)


def held(user, pk):
    """Nobody takes it back between reading and yes, and a press that comes twice at once finds
    the first one's wish."""
    plan_of(user, pk).therapy.lock()
    return plan_of(user, pk)


def wording(plan):
    homework = Assignment.objects.filter(plan=plan).standing().for_agreeing()
    return {"plan": plan, "homework": list(homework)}


def agree_form(request, told, begun):
    """Half-written words stand in it again; how sure somebody is, is asked anew."""
    plan = told["plan"]
    words = {name: said for name, said in begun.answers.items() if not name.startswith("sure_")}
    initial = words | {"edition": plan.edition}
    sent = request.POST if "edition" in request.POST else None
    return AgreeForm(sent, initial=initial, readers=Readers.of(plan), **told)


def show(request, told, begun, agreeing=None, wish=None):
    """The page with either of its two forms as it was sent."""
    plan, readers = told["plan"], Readers.of(told["plan"])
    wished = Begun(request, "plan", plan.pk)
    page = {
        "plan": plan,
        "readers": readers,
        "agreeing": agreeing or agree_form(request, told, begun),
        "wish": wish or WishForm(initial=wished.answers, readers=readers, **told),
        "begun": begun,
        "wished": wished,
        "wishes": [each for each in plan.change_requests.all() if each.answered_at is None],
        "form": wish or agreeing,
    }
    page["elsewhere"] = begun.beside(page["agreeing"])
    page["wished_elsewhere"] = wished.beside(page["wish"])
    page["sections"] = sections("agree", request, **told)
    page["walk"] = Walk(list(page["agreeing"].parts), request.GET.get("step"))
    bound = page["form"].is_bound
    page["at_once"] = bound or "all" in request.GET or not page["walk"].total
    return render(request, "homework/client/agree.html", page, status=422 if bound else 200)
