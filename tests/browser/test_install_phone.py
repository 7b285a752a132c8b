"""Installed by one press where the browser offers it; elsewhere words and pictures say how."""

from tests.browser.conftest import PHONE

# A browser offers this to who has used a site for a while, and never in a test's own window.
OFFERED = """() => {
  const offer = new Event("beforeinstallprompt", { cancelable: true })
  offer.prompt = () => { document.body.dataset.asked = (+document.body.dataset.asked || 0) + 1 }
  return dispatchEvent(offer)
}"""


def test_the_button_is_there_when_the_browser_offers_it_and_counts_once(open_page, world):
    page = open_page(world.cleo, PHONE)
    page.goto("/me/")
    install = page.locator("install-here").get_by_role("button", name="Install")
    assert install.is_hidden()
    assert page.evaluate(OFFERED) is False, "The browser's own bar would stand over the page."
    install.click()
    assert page.locator("body").get_attribute("data-asked") == "1" and install.is_hidden()


def test_no_other_page_stands_in_the_way_of_the_browser(open_page, world):
    page = open_page(world.cleo, PHONE)
    page.goto("/today/")
    assert page.evaluate(OFFERED) is True


def test_a_phone_that_leaves_no_trace_is_not_asked(open_page, world):
    world.cleo.say_about_phone(own=False, others_see=True)
    page = open_page(world.cleo, PHONE)
    page.goto("/me/")
    assert page.locator("install-here").count() == 0
