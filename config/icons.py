"""Icons as inline SVG: lucide's, and three of our own from static/icons/."""

from functools import lru_cache
from urllib.parse import quote

import lucide
from django.conf import settings

OWN = {"mark", "stairs", "look"}
# They point along the line of reading, and turn with it.
POINTING = {"chevron-left", "chevron-right", "arrow-left", "arrow-right"}


@lru_cache(maxsize=256)
def drawn(name, size):
    """The picture alone. It is hidden from screen readers, so words belong beside it."""
    return own(name, size) if name in OWN else lucides(name, size)


def own(name, size):
    svg = (settings.BASE_DIR / "static" / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    svg = svg.strip().replace(' xmlns="http://www.w3.org/2000/svg"', "")
    return svg.replace("<svg", f'<svg width="{size}" height="{size}" aria-hidden="true"')


def lucides(name, size):
    svg = lucide._render_icon(name, size, stroke_width="1.75", aria_hidden="true")
    svg = " ".join(svg.split()).replace("> <", "><")
    return svg.replace("<svg", '<svg class="turns"', 1) if name in POINTING else svg


@lru_cache(maxsize=16)
def counted(count):
    """The icon of the app with a number on it, as a data: address for the browser's tab."""
    words = str(count) if count < 10 else "9+"
    svg = (settings.BASE_DIR / "static" / "icons" / "icon.svg").read_text(encoding="utf-8")
    return "data:image/svg+xml," + quote(svg.strip().replace("</svg>", BADGE % words + "</svg>"))


BADGE = (
    '<circle cx="16.5" cy="16.5" r="7.5" fill="#f0c667"/><text x="16.5" y="20.6" fill="#191714"'
    ' font-family="sans-serif" font-size="11.5" font-weight="700" text-anchor="middle">%s</text>'
)
