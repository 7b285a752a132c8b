from records.forms.bringing import BringForm, ChooseFileForm
from records.forms.copies import CopyForm

__all__ = ["BringForm", "ChooseFileForm", "CopyForm"]
