"""Pages that say something went wrong, and pages with nothing on them yet."""

import pytest
from django.template.loader import render_to_string

from tests.browser.conftest import PHONE
from tests.homework.presses import address
from tests.look.axe import assert_accessible


@pytest.mark.parametrize("status", [400, 403, 404, 429, 500])
def test_error_pages(open_page, world, status):
    page = open_page(None, PHONE)
    words = render_to_string(f"{status}.html")
    page.route("**/broken/", lambda route: route.fulfill(content_type="text/html", body=words))
    page.goto("/broken/")
    page.get_by_role("link", name="Help").first.wait_for()
    assert_accessible(page)


def test_a_form_with_something_to_mend_takes_the_focus(open_page, world):
    page = open_page(world.cleo, PHONE)
    page.goto(address("log", world.assignment))
    page.get_by_role("button", name="Save").click()
    summary = page.locator("error-summary")
    summary.wait_for()
    assert page.title().startswith("Error:")
    assert summary.evaluate("e => e === document.activeElement")
    assert_accessible(page)


def test_pages_with_nothing_on_them(open_page, world):
    world.plan.close("superseded", by=world.tess)
    page = open_page(world.cleo, PHONE)
    for path in ("/today/", "/toolbox/", "/history/", address("report", world.therapy)):
        page.goto(path)
        assert_accessible(page)
