"""Files for tests: a page that may go with an exercise."""

from homework.models import LibraryFile


def a_page(clinic, by, title="A page"):
    return LibraryFile.sealed(b"%PDF-", clinic=clinic, title=title, kind="pdf", added_by=by)
