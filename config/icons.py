"""Icons as inline SVG: lucide's, and three of our own from static/icons/."""

from functools import lru_cache

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
