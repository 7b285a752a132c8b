"""Documents as tagged PDF (PDF/UA-1), made by typst from the files in templates/pdf.

A document takes its words as JSON, so that nothing a person wrote is ever markup.
"""

import json
from datetime import date

import typst
from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import get_language

FOLDER = settings.BASE_DIR / "templates" / "pdf"
# What typst says of a letter that none of its fonts has.
NO_LETTER = "could not be displayed"


def made(document: str, data: dict) -> bytes:
    """`document` is a file's name without its ending; `data` what it prints, with its `title`."""
    words = {"lang": get_language(), **data}
    source = FOLDER / f"{document}.typ"
    given = {"data": json.dumps(words)}
    try:
        return typst.compile(source, root=FOLDER, sys_inputs=given, pdf_standards="ua-1")
    except typst.TypstError as error:
        if NO_LETTER not in str(error):
            raise
    # A letter that this server has no font for is printed as a box, and the standard forbids that.
    # What the person wrote still is in the file, to be read out and copied.
    return typst.compile(source, root=FOLDER, sys_inputs=given)


def download(document: str, data: dict, *, name: str, day: date) -> HttpResponse:
    """The PDF as a file. Its name says what day it is of, and nothing about whom."""
    response = HttpResponse(made(document, data), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}-{day.isoformat()}.pdf"'
    return response
