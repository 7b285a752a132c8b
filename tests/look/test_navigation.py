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


CLINIC = ["clinic"] + [
    f"clinic-{name}" for name in ("people", "therapies", "settings", "audit", "health", "data")
]


@pytest.mark.parametrize(
    ("hats", "hat", "names"),
    [
        ({"therapist": True, "admin": False}, "therapist", ["caseload", "library", "away"]),
        ({"therapist": False, "admin": True}, "signed-in", CLINIC),
        (
            {"therapist": True, "admin": True},
            "therapist",
            ["caseload", "library", "away", "clinic"],
        ),
        ({"therapist": True, "admin": True}, "admin", ["caseload", *CLINIC]),
        ({"therapist": False, "admin": False}, "signed-in", []),
    ],
)
def test_staff_see_what_their_hats_open(hats, hat, names):
    found = staff_names(SimpleNamespace(**hats), hat)
    assert [name for name, _icon, _label in found] == names


def test_a_clinics_pages_stand_beside_its_overview():
    assert current("/clinic/", "/clinic/") == "page"
    assert current("/clinic/", "/clinic/people/") == ""
    assert current("/clinic/people/", "/clinic/people/7/") == "true"
    assert current("/clinic/settings/", "/clinic/measures/") == "true"
