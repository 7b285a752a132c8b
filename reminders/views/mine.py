from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views import View

from reminders.forms import RemindersForm
from reminders.models import Recipient


class MyReminders(View):
    """The client's reminders: by mail or not, paused or not, and what the next one looks like."""

    def get(self, request):
        recipient = request.user.recipients.first() or Recipient()
        form = RemindersForm(
            initial={"is_on": recipient.is_on, "paused_until": recipient.paused_until}
        )
        return render(request, "reminders/mine.html", {"form": form})

    def post(self, request):
        form = RemindersForm(request.POST)
        if not form.is_valid():
            return render(request, "reminders/mine.html", {"form": form}, status=422)
        form.save(request.user.recipients.all(), by=request.user)
        messages.success(request, _("Saved."))
        return redirect("me-reminders")
