"""What a page says to whoever reads it: line ends and blanks are one blank, as in a browser."""


def read(page):
    """The text of a response, or of HTML, on one line."""
    return " ".join(getattr(page, "text", page).split())
