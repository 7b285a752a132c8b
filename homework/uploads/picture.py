"""Pictures, as pixels: read, turned upright, and written anew without anything beside them."""

import struct
from io import BytesIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

KINDS = ("PNG", "JPEG")
# A small file can unfold to a picture that fills the memory: asked before it is unfolded.
MOST_PIXELS = 25_000_000
LARGE = _("Choose a picture of up to 25 million pixels.")
# More than any screen or sheet shows.
LONGEST_SIDE = 2400


def picture(content):
    """The bytes to keep; None where it is none."""
    try:
        with Image.open(BytesIO(content), formats=KINDS) as found:
            if found.width * found.height > MOST_PIXELS:
                raise ValidationError(LARGE)
            return written(found, found.format)
    except Image.DecompressionBombError:
        raise ValidationError(LARGE) from None
    except (OSError, SyntaxError, ValueError, IndexError, TypeError, struct.error):
        return None


def written(found, kind):
    """Shrunk first, a photo while it is read: its pixels are in the memory once, if at all."""
    most = (LONGEST_SIDE, LONGEST_SIDE)
    found.draft("RGB", most)
    found.load()
    clear = kind == "PNG" and (found.mode in ("RGBA", "LA") or "transparency" in found.info)
    mode = "RGBA" if clear else "RGB"
    pixels = found if found.mode == mode else found.convert(mode)
    pixels.thumbnail(most)
    pixels = ImageOps.exif_transpose(pixels)
    # What stood beside the pixels would go along: a comment, a profile, words.
    pixels.info.clear()
    file = BytesIO()
    pixels.save(file, kind, **({"quality": 88} if kind == "JPEG" else {"optimize": False}))
    return file.getvalue()
