"""Somebody else may see this phone (design §2.13): no trace on it, and one press to leave."""

from urllib.parse import urlsplit

import pytest
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.urls import reverse

from accounts.models import Draft
from homework.models import PracticeEntry
from tests.browser.conftest import PHONE
from tests.browser.offline.phone import CONTROLLED, Phone
from tests.browser.stored import of_a_person, stored
from tests.homework.presses import address
from tests.look.axe import assert_accessible

HARMLESS = "Kitchen measures"


@pytest.fixture
def phone(open_page, world):
    """Cleo's phone, with the switch on."""
    world.cleo.say_about_phone(own=True, others_see=True)
    world.assignment.how = "Put your shoes on.\nWalk to the stop."
    world.assignment.save(update_fields=["how"])
    page = open_page(world.cleo, PHONE)
    page.goto("/today/")
    return page


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def paths(page):
    """The tab's history, as its Back button holds it."""
    tools = page.context.new_cdp_session(page)
    entries = tools.send("Page.getNavigationHistory")["entries"]
    return [urlsplit(entry["url"]).path for entry in entries]


def anybody_signed_in():
    return any(SESSION_KEY in session.get_decoded() for session in Session.objects.all())


def leave(page):
    press(page, "Leave")
    page.get_by_role("heading", name=HARMLESS).wait_for()


def test_a_whole_week_leaves_nothing_on_the_phone(phone, world):
    press(phone, "Done")
    phone.get_by_text("Saved at").wait_for()
    assert of_a_person(stored(phone)) == {}
    phone.goto(address("log", world.assignment))
    phone.get_by_label("What happened?").fill("I sat upstairs")
    phone.get_by_text("Kept at").wait_for()
    assert Draft.objects.exists()
    assert of_a_person(stored(phone)) == {}
    phone.goto(address("start", world.assignment))
    phone.get_by_role("link", name="Next").click()
    press(phone, "Done")
    phone.get_by_text("Saved at").first.wait_for()
    for path in ("/goals/", "/toolbox/", "/history/", "/me/", "/help/"):
        phone.goto(path)
        assert of_a_person(stored(phone)) == {}
    phone.goto(f"/report/{world.therapy.pk}/")
    phone.get_by_label("What do you want to talk about?").fill("Mondays")
    press(phone, "Send to Tess")
    phone.get_by_role("main").get_by_text("Mondays").wait_for()
    assert of_a_person(stored(phone)) == {}
    leave(phone)
    assert of_a_person(stored(phone)) == {} and PracticeEntry.objects.count() == 2


def test_leave_is_one_press_to_a_page_that_says_nothing(phone):
    phone.goto("/goals/")
    leave(phone)
    assert phone.url.endswith(reverse("leave")) and phone.title() == HARMLESS
    assert "idweek" not in phone.locator("html").inner_html()
    assert paths(phone)[-1] == reverse("leave") and "/goals/" not in paths(phone)
    phone.go_back()
    phone.get_by_role("heading", name="Sign in").wait_for()
    assert phone.get_by_text("Take the bus to work").count() == 0
    assert not anybody_signed_in()


@pytest.mark.parametrize("name", ["start", "log"])
def test_leave_is_on_every_page(phone, world, name):
    pages = [address(name, world.assignment), "/help/", "/no/such/page/", "/accounts/email/"]
    for path in pages:
        phone.goto(path)
        button = phone.get_by_role("button", name="Leave")
        phone.mouse.wheel(0, 3000)
        assert button.is_visible() and button.bounding_box()["y"] < 100


def test_escape_three_times_leaves_too(phone):
    phone.goto("/goals/")
    phone.keyboard.press("Escape")
    phone.keyboard.press("Escape")
    assert phone.get_by_role("heading", name="Take the bus to work").count() == 1
    phone.keyboard.press("Escape")
    phone.get_by_role("heading", name=HARMLESS).wait_for()


def test_without_a_network_the_page_goes_all_the_same_and_the_sign_in_later(phone):
    phone.goto("/goals/")
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Leave").click(no_wait_after=True)
    phone.get_by_text("Take the bus to work").wait_for(state="detached")
    assert paths(phone)[-1] == reverse("leave") and "/goals/" not in paths(phone)
    phone.context.set_offline(False)
    phone.goto("/today/")
    phone.get_by_role("heading", name="Sign in").wait_for()
    assert not anybody_signed_in()
    assert "left" not in stored(phone)["cookies"]


def test_the_last_words_before_leaving_are_kept(phone, world):
    phone.goto(address("log", world.assignment))
    phone.get_by_label("What happened?").press_sequentially("I got off")
    leave(phone)
    assert Draft.objects.get().answers["note"] == "I got off"


def test_the_switch_clears_what_was_stored(open_page, world):
    world.cleo.say_about_phone(own=True, others_see=False)
    page = open_page(world.cleo, PHONE)
    page.goto("/me/")
    Phone(page).until(CONTROLLED)
    page.evaluate("localStorage.setItem('a', 'Two buses'); sessionStorage.setItem('b', 'Monday')")
    press(page, "Switch it on")
    page.get_by_role("button", name="Switch it off").wait_for()
    assert of_a_person(stored(page)) == {}


def test_a_worker_that_was_under_way_at_the_switch_leaves_nothing(phone):
    """Its files came before the press, its last step after: it installs nothing, keeps nothing."""
    phone.evaluate(UNDER_WAY)
    assert stored(phone)["caches"] == [] and stored(phone)["workers"] == 0


UNDER_WAY = """async () => {
  const { installing } = await navigator.serviceWorker.register("/sw.js")
  const settled = done => () => installing.state !== "installing" && done()
  await new Promise(done => { installing.onstatechange = settled(done) })
}"""


def test_each_page_clears_what_a_browser_kept_all_the_same(phone):
    """Older ones do not heed Clear-Site-Data."""
    phone.evaluate(KEEP)
    assert of_a_person(stored(phone)) != {}
    phone.reload()
    Phone(phone).until("caches.keys().then(names => names.length === 0)")
    assert of_a_person(stored(phone)) == {}


KEEP = """async () => {
  localStorage.push = "1"
  await (await caches.open("static-1")).put("/offline/", new Response("x"))
  const opening = indexedDB.open("outbox", 1)
  await new Promise(done => { opening.onsuccess = () => done(opening.result.close()) })
}"""


def test_the_harmless_page_is_a_page_like_others(phone):
    leave(phone)
    assert_accessible(phone)
