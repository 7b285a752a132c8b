from tests.browser.conftest import PHONE


def test_the_front_page_opens_on_a_phone(open_page):
    page = open_page(device=PHONE)
    page.goto("/")
    assert page.get_by_role("heading", level=1).is_visible()
