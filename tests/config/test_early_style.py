"""A slow phone asks for the styles at once, not when it has read the page."""

import pytest
from django.templatetags.static import static

from tests.homework.presses import address, press

pytestmark = pytest.mark.django_db


def test_a_page_names_its_styles_in_its_head_line(signed_in, cast):
    page = signed_in(cast.cleo).get("/today/")
    assert page.headers["Link"] == f"<{static('css/midweek.css')}>; rel=preload; as=style"
    assert f'href="{static("css/midweek.css")}"' in page.text


def test_a_piece_of_a_page_and_data_name_none(signed_in, cast):
    cleo = signed_in(cast.cleo)
    url = address("today-log", cast.assignment)
    piece = cleo.post(url, press(), headers={"HX-Request": "true"})
    assert "Link" not in piece.headers and "Link" not in cleo.get("/sync/token/").headers
