"""The client's word before the session: one question, and it may stay empty."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.ground.words_field import Text
from accounts.models import Draft
from config.widgets import Paper
from homework.models import WeekReport
from homework.models.report import ReportIsReviewed
from homework.readers import tell_readers

REVIEWED = _("This week has been answered. Its report stays as it is.")


class ReportForm(forms.Form):
    topics = Text(
        label=_("What do you want to talk about?"), max_length=4000, widget=Paper, required=False
    )

    def __init__(self, *args, plan, readers, **kwargs):
        super().__init__(*args, **kwargs)
        self.plan = plan
        tell_readers(self.fields["topics"], readers)

    def send(self, *, by):
        """The report, or None with the reason in the form."""
        try:
            report = WeekReport.send(self.plan, topics=self.cleaned_data["topics"], by=by)
        except ReportIsReviewed:
            self.add_error(None, REVIEWED)
            return None
        Draft.objects.forget(by, "report", self.plan.pk, self.data.get("begun", ""))
        return report
