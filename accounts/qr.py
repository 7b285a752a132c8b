"""A link as a picture that a phone's camera opens."""

import segno


def qr_code(url):
    """A data: address for an <img>; on white in both themes, so that cameras read it."""
    return segno.make(url, micro=False).svg_data_uri(scale=5, border=3, light="#fff")
