from records.models.brought import Brought, BroughtFile
from records.models.copy import Copy
from records.models.erased import Erased
from records.models.erasure import Erasure

__all__ = ["Brought", "BroughtFile", "Copy", "Erased", "Erasure"]
