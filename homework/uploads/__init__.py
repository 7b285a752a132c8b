"""What staff upload to go with an exercise: known by its content, written anew where we can.

A kind is recognised by its first bytes and then read to its end; its name says nothing. What is
kept is what we wrote ourselves: pixels of a picture, sound of a recording. So places, names and
whatever was hidden behind them stay behind.
"""

import zipfile
from io import BytesIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from homework.uploads.m4a import sound_of_m4a
from homework.uploads.mp3 import sound_of_mp3
from homework.uploads.paper import paper
from homework.uploads.picture import picture

MOST_BYTES = 10_000_000
ALLOWED = _("Choose a PDF, a picture (JPEG or PNG) or a recording (MP3 or M4A).")
TOO_LARGE = _("Choose a file of up to 10 MB.")
# How each begins → how it is read.
BEGINS = {
    b"%PDF-": ("pdf", paper),
    b"\x89PNG\r\n\x1a\n": ("png", picture),
    b"\xff\xd8\xff": ("jpg", picture),
    b"ID3": ("mp3", sound_of_mp3),
    b"\xff\xfb": ("mp3", sound_of_mp3),
    b"\xff\xf3": ("mp3", sound_of_mp3),
}


def looked_at(content):
    """(kind, the bytes to keep), or ValidationError in words."""
    kind, read = recognised(content)
    if zipfile.is_zipfile(BytesIO(content)):
        raise ValidationError(ALLOWED)
    kept = read(content)
    if kept is None:
        raise ValidationError(_("This file is damaged, or something is hidden in it."))
    return kind, kept


def recognised(content):
    if content[4:8] == b"ftyp":
        return "m4a", sound_of_m4a
    for beginning, found in BEGINS.items():
        if content.startswith(beginning):
            return found
    raise ValidationError(ALLOWED)
