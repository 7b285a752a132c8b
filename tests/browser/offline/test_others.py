"""One phone, several people: nothing of the first is left for the next."""

from tests.browser.conftest import PHONE, session_cookie
from tests.browser.offline.phone import CONTROLLED, Phone
from tests.browser.stored import stored
from tests.homework.presses import address

PAGES = "(async () => (await caches.keys()).filter(name => name.startsWith('pages-')).length"
NO_PAGES = f"{PAGES} === 0)()"


def sign_in(page, email):
    page.goto("/accounts/login/")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill("correct-horse-9")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/today/")


def test_signing_out_takes_the_pages_and_the_worker_along(phone):
    phone.page.goto("/me/")
    phone.press("Sign out")
    phone.page.get_by_role("link", name="Sign in").wait_for()
    phone.until("navigator.serviceWorker.getRegistrations().then(all => all.length === 0)")
    found = stored(phone.page)
    assert found["caches"] == [] and found["databases"] == [] and found["local"] == {}


def test_another_person_who_signs_in_finds_no_page_of_the_first(phone, own):
    phone.context.clear_cookies()
    sign_in(phone.page, "carl@example.org")
    phone.until(NO_PAGES)
    phone.go_offline()
    phone.page.goto("/today/")
    phone.page.get_by_role("heading", name="You are offline").wait_for()
    assert phone.page.get_by_text("Two buses").count() == 0


def test_a_page_of_somebody_else_is_enough_to_clear_them(phone, own, live_server):
    phone.context.add_cookies([session_cookie(own.carl, live_server.url)])
    phone.page.goto("/goals/")
    phone.until(NO_PAGES)


def test_nor_how_far_they_got_in_their_homework(phone, own, live_server):
    phone.page.goto(address("start", own.assignment))
    phone.page.get_by_role("link", name="Next").click()
    assert stored(phone.page)["local"]
    phone.page.reload()
    assert stored(phone.page)["local"]
    phone.context.add_cookies([session_cookie(own.carl, live_server.url)])
    phone.page.goto("/goals/")
    assert stored(phone.page)["local"] == {}


def test_a_phone_that_is_no_longer_ones_own_keeps_nothing(phone, own):
    own.cleo.say_about_phone(own=False, others_see=False)
    phone.page.goto("/goals/")
    phone.until(CONTROLLED)
    phone.until(NO_PAGES)


def test_a_seen_phone_has_no_worker(open_page, own):
    own.cleo.say_about_phone(own=True, others_see=True)
    phone = Phone(open_page(own.cleo, PHONE))
    phone.page.goto("/today/")
    assert stored(phone.page)["workers"] == 0
