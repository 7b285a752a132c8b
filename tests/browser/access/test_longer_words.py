"""A language whose every phrase is half as long again: nothing is cut, nothing moves sideways."""

import gettext

import pytest
from playwright.sync_api import expect

from tests.browser.access.test_other_languages import CUT, NARROW, PAGES, SIDEWAYS
from tests.browser.conftest import PHONE

PADDING = "ümläute gehören dazu und dauern "


class Longer(gettext.NullTranslations):
    def gettext(self, message):
        more = max(2, len(message) // 2)
        padding = (PADDING * (more // len(PADDING) + 1))[:more].strip()
        return f"{message} {padding}" if message.strip() else message

    def ngettext(self, one, many, number):
        return self.gettext(one if number == 1 else many)

    def to_language(self):
        return "en"


@pytest.fixture
def longer(open_page, world, invented):
    world.cleo.language = invented(Longer())
    world.cleo.save(update_fields=["language"])
    return lambda device: open_page(world.cleo, device)


@pytest.mark.parametrize("device", [PHONE, NARROW], ids=["390", "320"])
def test_pages_with_longer_words_fit(longer, world, device):
    page = longer(device)
    homework = f"/today/{world.assignment.pk}"
    more = [
        f"{homework}/log/",
        f"/report/{world.therapy.pk}/",
        f"/proposals/{world.therapy.pk}/",
        "/me/zone/",
        "/me/lock/",
        "/me/looked/",
        "/me/reminders/",
    ]
    for path in [*PAGES, *more]:
        page.goto(path)
        expect(page.locator(".top__help")).to_contain_text("Help ü")
        assert (path, page.evaluate(SIDEWAYS), page.evaluate(CUT)) == (path, 0, [])


@pytest.mark.parametrize("size", ["normal", "large", "larger"])
@pytest.mark.parametrize("language", ["en-gb", "de"])
def test_the_top_line_is_one_line(open_page, world, size, language):
    cleo = world.cleo
    cleo.language, cleo.text_size, cleo.others_see_phone = language, size, True
    cleo.save(update_fields=["language", "text_size", "others_see_phone"])
    page = open_page(cleo, PHONE)
    page.goto("/today/")
    tops = page.locator(".top__mark, .top leave-now button, .top__help")
    middles = {round(b["y"] + b["height"] / 2) for b in map(box, tops.all())}
    assert len(middles) == 1
    mark = page.get_by_role("link", name="Midweek")
    assert box(mark)["width"] >= 24


def box(element):
    return element.bounding_box()


def test_at_twice_the_size_everything_at_the_top_can_be_reached(open_page, world):
    world.cleo.others_see_phone = True
    world.cleo.save(update_fields=["others_see_phone"])
    page = open_page(world.cleo, NARROW)
    page.goto("/today/")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(SIDEWAYS) == 0
    for element in page.locator(".top leave-now button, .top__help").all():
        assert box(element)["x"] >= 0
        assert box(element)["x"] + box(element)["width"] <= 320
