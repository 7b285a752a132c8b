from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.http import require_POST

from homework.models import Assignment
from reminders.forms import RemindersForm
from reminders.models import Recipient


class MyReminders(View):
    """A person's reminders: when, by which way, in which words, and how that looks."""

    def get(self, request):
        return self.page(request, self.form(request))

    def post(self, request):
        form = self.form(request, request.POST)
        if not form.is_valid():
            return self.page(request, form, status=422)
        form.save(request.user.recipients.all(), by=request.user)
        messages.success(request, _("Saved."))
        return redirect("me-reminders")

    def form(self, request, data=None):
        recipient = request.user.recipients.first() or Recipient(user=request.user)
        return RemindersForm(data, hats=request.hats, recipient=recipient)

    def page(self, request, form, status=200):
        homework = Assignment.objects.of_client(request.user).running().first()
        context = {"form": form, "recipient": request.user.recipients.first(), "homework": homework}
        return render(request, "reminders/mine.html", context, status=status)


@require_POST
def fewer(request):
    """The answer to the offer of fewer reminders, or the press that takes it back; either way
    the offer is over for some weeks."""
    recipients = list(request.user.recipients.all())
    takes = "fewer" in request.POST and not all(each.has_own_days for each in recipients)
    for recipient in recipients:
        recipient.take_fewer(by=request.user) if takes else recipient.keep(by=request.user)
    request.user.answer_offer()
    words = _("They come on Monday, Wednesday and Friday.") if takes else _("All as it was.")
    place = "today" if "today" in request.POST else "me-reminders"
    messages.success(request, words, extra_tags=f"fewer {place}" if takes else "")
    return redirect(place)
