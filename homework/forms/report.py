"""The client's word before the session: one question, and it may stay empty."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.ground.words_field import Text
from accounts.models import Draft
from config.widgets import Paper
from homework.models import WeekReport
from homework.models.report import ReportIsReviewed
from homework.readers import tell_readers

NEXT_WEEK = _(
    "A new week has begun since you opened this page. Send your words for it, if they fit."
)
REVIEWED = _("This week has been answered. Its report stays as it is.")


class ReportForm(forms.Form):
    # The plan that stood on the page: what was written about one week is no word on the next.
    week = forms.CharField(max_length=36, required=False, widget=forms.HiddenInput)
    topics = Text(
        label=_("What do you want to talk about?"), max_length=4000, widget=Paper, required=False
    )

    def __init__(self, *args, plan, readers, initial, **kwargs):
        super().__init__(*args, initial=initial | {"week": str(plan.pk)}, **kwargs)
        self.plan = plan
        tell_readers(self.fields["topics"], readers)

    def clean(self):
        """The page that goes back is one of this week."""
        if self.cleaned_data.get("week") not in ("", str(self.plan.pk)):
            self.data = self.data.copy()
            self.data["week"] = str(self.plan.pk)
            self.add_error(None, NEXT_WEEK)

    def send(self, *, by):
        """The report, or None with the reason in the form."""
        try:
            report = WeekReport.send(self.plan, topics=self.cleaned_data["topics"], by=by)
        except ReportIsReviewed:
            self.add_error(None, REVIEWED)
            return None
        Draft.objects.forget(by, "report", self.plan.pk, self.data.get("begun", ""))
        return report
