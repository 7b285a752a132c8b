"""What a plan needs before it is laid before the client or agreed."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ReadyForm(forms.Form):
    """No fields: pressing the button is the whole answer. `hour` holds the plan."""

    def __init__(self, *, hour, by):
        self.hour, self.by = hour, by
        super().__init__({})

    def clean(self):
        if not self.hour.homework:
            raise forms.ValidationError(
                _("There is no homework in this week yet. Keep one from last week, or add one.")
            )
        if not all(each.title.strip() for each in self.hour.homework):
            raise forms.ValidationError(_("One homework has no words yet. Say what exactly it is."))

    def propose(self):
        """Lay it before the client, and the answer to last week with it."""
        if not self.is_valid():
            return False
        if self.hour.last:
            self.hour.last.send_review(by=self.by)
        self.hour.plan.propose(by=self.by)
        return True

    def agree(self, *, reviewed=True):
        """Agree in the room; the review of last week, once begun, is finished with it."""
        if not self.is_valid():
            return False
        self.hour.plan.agree(by=self.by, reviewed=reviewed)
        return True
