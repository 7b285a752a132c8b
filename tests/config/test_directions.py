"""Styles know start and end, not left and right: a page turns with its language."""

import re

from django.conf import settings

PHYSICAL = re.compile(
    r"(?<![\w-])(left|right|(margin|padding|border|scroll-margin|scroll-padding)-(left|right)"
    r"|border-(top|bottom)-(left|right)-radius)\s*:|(text-align|float|clear)\s*:\s*(left|right)\b"
)


def test_no_style_names_left_or_right():
    found = {
        path.name: match[0]
        for path in (settings.BASE_DIR / "static" / "css").glob("*.css")
        if (match := PHYSICAL.search(path.read_text("utf-8")))
    }
    assert found == {}
