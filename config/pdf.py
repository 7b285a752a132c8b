"""Documents as tagged PDF (PDF/UA-1), made by typst from the files in templates/pdf.

A document takes its words as JSON, so that nothing a person wrote is ever markup.
"""

import json
from datetime import date

import typst
from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from config.attachment import attached

FOLDER = settings.BASE_DIR / "templates" / "pdf"


def made(document: str, data: dict) -> bytes:
    """`document` is a file's name without its ending; `data` what it prints.

    What a window or a list of files shows of it says nothing of anybody.
    """
    words = {"lang": get_language(), "outside": _("Notes"), **data}
    source = FOLDER / f"{document}.typ"
    given = {"data": json.dumps(words)}
    try:
        return typst.compile(source, root=FOLDER, sys_inputs=given, pdf_standards="ua-1")
    except typst.TypstError:
        # The standard forbids some of what people write: a letter that no font here has is printed
        # as a box, others are not seen at all. It still is in the file, to be read and copied.
        return typst.compile(source, root=FOLDER, sys_inputs=given)


def download(document: str, data: dict, *, name: str, day: date) -> HttpResponse:
    """The PDF as a file. Its name says what day it is of, and nothing about whom."""
    named = f"{name}-{day.isoformat()}.pdf"
    return attached(made(document, data), media_type="application/pdf", name=named)
