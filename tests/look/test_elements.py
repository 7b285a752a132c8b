"""What the small scripts do, seen from the page."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_error_summary_takes_the_focus_and_leads_to_the_field(gallery, page):
    page.goto(gallery + "/look/form/?wrong")
    assert page.title().startswith("Error: ")
    expect(page.locator("error-summary")).to_be_focused()
    page.locator("error-summary a").nth(1).click()
    expect(page.locator("#id_how_0")).to_be_focused()


def test_an_entry_keeps_its_id_and_takes_the_time_of_the_press(gallery, page):
    page.goto(gallery + "/look/elements/")
    field = page.locator("[name=device_id]")
    first = field.input_value()
    page.evaluate("document.forms.entry.addEventListener('submit', e => e.preventDefault())")
    assert page.locator("[name=done_at]").input_value() == ""
    page.get_by_role("button", name="Done").dblclick()
    assert field.input_value() == first and len(first) == 36
    assert page.locator("[name=done_at]").input_value().endswith("Z")
    assert page.locator("form [name=zone]").input_value()


def test_a_draft_is_posted_soon_after_writing_with_its_own_fields_only(gallery, page):
    page.goto(gallery + "/look/elements/")
    page.get_by_label("A few words").fill("On the tram")
    with page.expect_request("**/look/draft/") as posted:
        pass
    body = posted.value.post_data
    assert "note=On+the+tram" in body and "csrfmiddlewaretoken" in body and "other" not in body
    expect(page.locator("draft-keeper [role=status]")).to_contain_text("Saved at")


def test_a_draft_that_was_not_kept_says_so(gallery, page):
    page.goto(gallery + "/look/elements/")
    page.route("**/look/draft/", lambda route: route.fulfill(status=503))
    page.get_by_label("A few words").fill("On the tram")
    expect(page.locator("draft-keeper [role=status]")).to_have_text("Not saved yet.")


def test_a_draft_that_is_refused_is_not_sent_again_before_it_is_shorter(gallery, page):
    page.goto(gallery + "/look/elements/")
    page.clock.install()
    sent = []

    def refuse(route):
        sent.append(route.request.post_data)
        route.fulfill(status=422, body="This is too long.")

    page.route("**/look/draft/", refuse)
    said = page.locator("draft-keeper [role=status]")
    for words in ("On the tram", "On the tram again"):
        page.get_by_label("A few words").fill(words)
        page.clock.run_for(20_000)
        expect(said).to_have_text("This is too long.")
    assert len(sent) == 1
    page.unroute("**/look/draft/")
    page.get_by_label("A few words").fill("Tram")
    page.clock.run_for(1_000)
    expect(said).to_contain_text("Saved at")


def test_the_zone_of_the_device_is_filled_in(gallery, browser):
    page = browser.new_page(timezone_id="Europe/Lisbon")
    page.goto(gallery + "/look/elements/")
    expect(page.locator("device-zone input")).to_have_value("Europe/Lisbon")
    page.close()


def test_text_is_copied(gallery, page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(gallery + "/look/elements/")
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_text("Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "The hour in words"


def test_the_quiet_timer_counts_down(gallery, page):
    page.goto(gallery + "/look/elements/")
    expect(page.locator(".timer text")).to_have_text("1:58")


def test_ctrl_enter_sends_the_form_by_its_main_button(gallery, page):
    page.goto(gallery + "/look/elements/")
    page.get_by_label("A few words").fill("On the tram")
    # Until the page has moved on: one that leaves answers nobody.
    with page.expect_navigation() as moved:
        page.get_by_label("A few words").press("Control+Enter")
    assert moved.value.request.method == "POST"


def test_what_htmx_could_not_send_says_so_where_the_press_was(gallery, page):
    page.goto(gallery + "/look/elements/")
    page.route("**/look/unsent/", lambda route: route.abort())
    page.get_by_role("button", name="Send by htmx").click()
    expect(page.locator("form + .unsent")).to_contain_text("press again in a moment")
    page.unroute("**/look/unsent/")
    page.get_by_role("button", name="Send by htmx").click()
    expect(page.locator(".unsent")).to_have_count(0)
