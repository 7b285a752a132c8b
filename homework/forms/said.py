"""A press with words beside it, for oneself or to be read."""

from homework.forms.practice import PressForm
from homework.forms.words import private_field


class SaidForm(PressForm):
    """`draft` is the form that its words were half-written in; subclasses bring `words()`."""

    draft: str
    private = private_field()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.homework.therapy.is_open:
            del self.fields["private"]

    def facts(self):
        kept = {"private": self.cleaned_data.get("private", False)}
        return super().facts() | self.words() | kept

    def again(self, entry):
        """Sent from the same page with other words: what was reworded since is a correction."""
        said = self.words() | {"state": self.cleaned_data["state"]}
        if any(wording.says(said) for wording in entry.wordings.all()):
            return
        if self.cleaned_data.get("private"):
            entry.make_private(by=self.user)
        if changes := entry.different(said):
            entry.correct(by=self.user, **changes)

    def log(self):
        entry = super().log()
        if entry:
            self.forget_draft(self.draft)
        return entry
