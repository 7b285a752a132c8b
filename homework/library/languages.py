"""The languages of the built-in library: each is a folder here, named by its code."""

from importlib import import_module
from pkgutil import iter_modules

from homework import library

# The one that stands in the columns; the others stand beside it.
SOURCE = "en"


def languages():
    """{"en": its books, "de": ...}, in the order of their codes."""
    folders = sorted(each.name for each in iter_modules(library.__path__) if each.ispkg)
    return {code: import_module(f"{library.__name__}.{code}") for code in folders}


def others():
    return {code: books for code, books in languages().items() if code != SOURCE}
