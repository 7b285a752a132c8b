"""Every address that can be looked at, in both themes and by keys alone.

The pages are those of accounts/policy.py: a new one is walked at once, or stands in a list that
says why it is not.
"""

from urllib.parse import urlsplit

import pytest

from tests.browser.access.every_page import DEVICES, NO_PAGE, WALKED, full, pages, pages_of, url_of
from tests.browser.stops import wrong_stops
from tests.look.axe import complaints, unfold


@pytest.mark.parametrize("who", DEVICES, ids=lambda who: who or "nobody")
def test_every_page_of(open_page, world, who):
    values = full(world)
    page = open_page(who and getattr(world, who), DEVICES[who], reduced_motion="reduce")
    if who and who != "carl":
        prove(page)
    found = [
        f"{address.name}: {told}"
        for address in pages_of(who)
        for told in wrong_with(page, url_of(address, values))
    ]
    assert not found, "\n".join(found)


def prove(page):
    """Some pages ask for the password once more, unless that was a moment ago."""
    page.goto("/accounts/reauthenticate/?next=/privacy/")
    page.get_by_label("Password").fill("correct-horse-9")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Privacy in plain words").wait_for()


def wrong_with(page, url):
    answer = page.goto(url)
    if not answer.ok or urlsplit(page.url).path != urlsplit(url).path:
        yield f"{answer.status} {page.url}"
        return
    yield from wrong_stops(page)
    unfold(page)
    yield from complaints(page)


def test_no_page_is_excused_twice_or_gone():
    known = {address.name for address, _lookers in pages()}
    excused = [*NO_PAGE, *WALKED]
    assert len(excused) == len(set(excused)) and set(excused) <= known
