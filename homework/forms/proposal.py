"""A homework of the client's own: proposed on the phone, taken into the plan at the desk."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.ground.words_field import Text
from accounts.models import AuditEvent, Draft
from config.widgets import Paper
from homework.forms.library import DraftOnlyForm
from homework.models import HomeworkProposal
from homework.readers import tell_readers


class ProposalForm(forms.Form):
    title = Text(
        label=_("What would you like to try?"),
        max_length=200,
        error_messages={"required": _("Write what you would like to try, in a few words.")},
    )
    words = Text(
        label=_("How and when?"),
        max_length=1000,
        widget=Paper,
        required=False,
    )

    def __init__(self, *args, therapy, readers, **kwargs):
        super().__init__(*args, **kwargs)
        self.therapy = therapy
        for field in self.fields.values():
            tell_readers(field, readers)

    def propose(self, *, by):
        """The proposal, or None where the therapy ended meanwhile: then the words stay a draft."""
        proposal = HomeworkProposal.propose(self.therapy, **self.cleaned_data, by=by)
        if proposal:
            Draft.objects.forget(by, "proposal", self.therapy.pk, self.data.get("begun", ""))
        return proposal


class TakingForm(DraftOnlyForm):
    """No fields: pressing the button is the whole answer. `proposal` was read under the lock."""

    def __init__(self, proposal, *, hour, by):
        super().__init__({}, hour=hour, by=by)
        self.proposal = proposal

    def clean(self):
        super().clean()
        if self.proposal.state != "waiting" and self.proposal.assignment is None:
            raise forms.ValidationError(_("This proposal does not wait for an answer any more."))

    def take(self):
        """The homework that it became, or None with the reason in the form."""
        if not self.is_valid():
            return None
        if self.proposal.state == "waiting":
            homework = self.proposal.take(self.plan(), by=self.by, step=self.current_step)
            AuditEvent.record(self.by, "assignment.added", homework)
        return self.proposal.assignment
