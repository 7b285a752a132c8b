"""PDF: whole, with nothing behind its end, and without what runs or holds other files.

It is kept as it came; nobody's browser ever opens it in our pages (it is handed over as a
download). What a viewer would act on is looked for by name, which finds what is written plainly.
A form to be filled in is no harm; one that comes with a script is.
"""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

VERSION = re.compile(rb"%PDF-[12]\.\d")
# A name may be written with its letters as numbers: /J#61vaScript.
RUNS = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)\b")
COUNTED = re.compile(rb"#([0-9a-fA-F]{2})")
STREAM = re.compile(rb">>\s*stream\r?\n")
REFUSED = _("This PDF can run something, or holds another file. Print it as a PDF and choose that.")


def paper(content):
    end = content.rstrip(b"\r\n\t \0")
    whole = VERSION.match(content) and end.endswith(b"%%EOF") and b"startxref" in end[-1024:]
    if not whole:
        return None
    plain = COUNTED.sub(lambda found: bytes([int(found[1], 16)]), outside_of_streams(content))
    if RUNS.search(plain):
        raise ValidationError(REFUSED)
    return content


def outside_of_streams(content):
    """In ten megabytes of packed bytes chance spells any short name: only what stands between."""
    first, *others = STREAM.split(content)
    behind = [each.partition(b"endstream") for each in others]
    # Without an end it was none.
    return b"\n".join([first, *(rest if end else inside for inside, end, rest in behind)])
