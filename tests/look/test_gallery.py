"""Every component in a real browser: both themes, the smallest phone, the desk."""

import pytest

from tests.look.axe import assert_accessible

pytestmark = pytest.mark.browser

PAGES = [
    "/",
    "/look/client/",
    "/look/client/?phone&hats",
    "/look/staff/?hats",
    "/look/form/",
    "/look/form/?wrong",
    "/look/empty/",
    "/look/404/",
    "/look/500/",
]
SIZES = [(390, 844), (320, 700), (1280, 800)]


@pytest.mark.parametrize("path", PAGES)
def test_page_is_accessible_in_both_themes_at_every_size(gallery, page, path):
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.goto(gallery + path)
        assert_accessible(page)


def test_nothing_on_a_page_breaks_the_policy(gallery, page):
    broken = []
    page.on("console", lambda message: broken.append(message.text))
    page.on("pageerror", lambda error: broken.append(str(error)))
    for path in PAGES:
        page.goto(gallery + path)
    assert [words for words in broken if "Security" in words or "Error" in words] == []


def test_a_chosen_theme_wins_over_the_device(gallery, page):
    page.emulate_media(color_scheme="light")
    page.goto(gallery + "/look/client/?theme=dark")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == "rgb(25, 23, 20)"


@pytest.mark.parametrize("height", [560, 700])
def test_done_is_in_the_thumbs_reach_on_the_smallest_phone(gallery, page, height):
    page.set_viewport_size({"width": 320, "height": height})
    page.goto(gallery + "/look/client/")
    done = page.get_by_role("button", name="Done", exact=True).first.bounding_box()
    assert done["y"] + done["height"] <= page.locator(".bar").bounding_box()["y"]


def test_a_first_page_asks_for_few_things(gallery, page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(gallery + "/look/client/", wait_until="networkidle")
    assert len(asked) <= 6, asked


@pytest.mark.parametrize("path", PAGES)
def test_pages_hold_with_text_twice_as_large(gallery, page, path):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(gallery + path)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
