from types import SimpleNamespace

import pytest
from django.test import RequestFactory
from django.utils.translation import override

from config.navigation import current, staff_names
from tests.look.render import render
from tests.reading import read

pytestmark = pytest.mark.urls("tests.look.gallery")


def bar(path):
    return read(render("{% client_bar %}", request=RequestFactory().get(path)))


def test_the_bar_marks_the_present_page_and_what_lies_below_it():
    assert bar("/today/").count('href="/today/" aria-current="page"') == 1
    assert bar("/goals/7/").count('href="/goals/" aria-current="true"') == 1
    assert "aria-current" not in bar("/help/")


def test_the_bar_is_drawn_anew_for_another_language():
    english = bar("/today/")
    with override("de"):
        bar("/today/")
    assert bar("/today/") == english


def test_a_page_beside_another_is_not_below_it():
    assert current("/me/", "/meeting/") == ""


@pytest.mark.parametrize(
    ("hats", "names"),
    [
        ({"therapist": True, "admin": False}, ["caseload", "library", "away"]),
        ({"therapist": False, "admin": True}, ["clinic"]),
        ({"therapist": True, "admin": True}, ["caseload", "library", "away", "clinic"]),
    ],
)
def test_staff_see_what_their_hats_open(hats, names):
    assert [name for name, _icon, _label in staff_names(SimpleNamespace(**hats))] == names
