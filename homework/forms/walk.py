"""The press at the end of a walk."""

from homework.forms.practice import PressForm


class WalkForm(PressForm):
    """It ended here: there is no place to go on at any more."""

    def log(self):
        entry = super().log()
        self.forget_draft("start")
        return entry
