"""The press at the end of a walk."""

from accounts.models import Draft
from homework.forms.practice import PressForm


class WalkForm(PressForm):
    """It ended here: there is no place to go on at any more."""

    def log(self):
        entry = super().log()
        Draft.objects.forget(self.user, "start", self.homework.pk)
        return entry
