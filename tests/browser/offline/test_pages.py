"""This week's pages without a network: on the client's own phone only."""

import pytest

from accounts import worker
from tests.browser.conftest import PHONE, SCREEN
from tests.browser.offline.phone import CONTROLLED, Phone
from tests.browser.stored import of_a_person, stored
from tests.homework.presses import address
from tests.look.axe import assert_accessible


def test_this_week_can_be_read_without_a_network(phone, own):
    phone.go_offline()
    pages = ["/", "/today/", "/goals/", "/toolbox/", "/report/", address("log", own.assignment)]
    for path in [*pages, address("start", own.assignment)]:
        phone.page.goto(path)
        phone.line("You are offline. Last updated [0-9:]+").wait_for()
    phone.page.goto("/today/")
    phone.page.get_by_role("link", name="Start it now").click()
    phone.page.get_by_role("link", name="Next").click()
    phone.page.get_by_role("heading", name="Walk to the stop.").wait_for()
    phone.page.goto("/")
    assert phone.page.get_by_role("heading", name="Two buses").is_visible()
    assert_accessible(phone.page)


def test_help_is_one_press_away_with_the_clinics_numbers(phone):
    phone.go_offline()
    phone.page.goto("/today/")
    phone.page.get_by_role("link", name="Help").click()
    call = phone.page.get_by_role("link", name="Call 020 7946 0111")
    assert call.get_attribute("href") == "tel:02079460111"


def test_a_page_that_is_not_kept_says_so_and_whom_to_call(phone):
    phone.go_offline()
    phone.page.goto("/history/")
    phone.page.get_by_role("heading", name="You are offline").wait_for()
    assert phone.page.get_by_role("link", name="Call 112").is_visible()
    assert_accessible(phone.page)


def test_back_in_reach_the_page_is_the_newest_and_says_nothing(phone, own):
    own.plan.write(by=own.tess, focus="The bridge")
    phone.page.goto("/today/")
    phone.page.get_by_text("The bridge").wait_for()
    assert phone.line("offline").count() == 0


def test_on_a_phone_that_is_not_ones_own_no_page_is_kept(open_page, world):
    phone = Phone(open_page(world.cleo, PHONE))
    phone.page.goto("/today/")
    phone.until(CONTROLLED)
    phone.page.goto("/goals/")
    assert of_a_person(stored(phone.page))["caches"] == ["/offline/"]
    phone.go_offline()
    phone.page.goto("/today/")
    phone.page.get_by_role("heading", name="You are offline").wait_for()
    assert phone.page.get_by_text("Two buses").count() == 0


STUCK = "CacheStorage.prototype.match = Cache.prototype.match = () => new Promise(() => {})\n"


def test_a_disk_that_does_not_answer_holds_nothing_up(open_page, own, monkeypatch):
    script = STUCK + worker.script()
    monkeypatch.setattr(worker, "script", lambda: script)
    phone = Phone(open_page(own.cleo, PHONE))
    phone.page.goto("/today/")
    phone.until(CONTROLLED)
    phone.page.goto(address("start", own.assignment))
    phone.page.get_by_role("link", name="Next").click()
    phone.page.get_by_role("heading", name="Walk to the stop.").wait_for()


AGED = """async () => {
  const pages = await caches.open((await caches.keys()).find(name => name.startsWith("pages-")))
  const old = await pages.match("/goals/")
  const headers = new Headers(old.headers)
  headers.set("X-Kept", Date.now() - 15 * 24 * 3600_000)
  await pages.put("/goals/", new Response(await old.text(), { headers }))
}"""
GOALS_GONE = "caches.match('/goals/').then(kept => !kept)"


def test_a_page_kept_for_two_weeks_is_deleted_when_the_app_is_opened(phone):
    phone.page.evaluate(AGED)
    phone.go_offline()
    phone.page.goto("/toolbox/")
    phone.until(GOALS_GONE)


@pytest.mark.parametrize("who", ["tess", "ada"])
def test_staff_have_no_worker_and_nothing_kept(open_page, own, who):
    page = open_page(getattr(own, who), SCREEN)
    page.goto("/")
    page.get_by_role("link", name="Help").wait_for()
    assert stored(page)["workers"] == 0 and stored(page)["caches"] == []
