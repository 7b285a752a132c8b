"""What waits on a phone, looked at there: sent, looked at again, or let go."""

from homework.models import PracticeEntry
from tests.browser.offline.outbox import EMPTY, NOTE, WAITING, write_in_full
from tests.look.axe import assert_accessible


def card(phone):
    return phone.page.get_by_role("listitem").filter(has_text=NOTE)


def test_the_pill_leads_to_what_waits_also_without_a_network(outbox, own):
    outbox.go_offline()
    write_in_full(outbox, own, NOTE)
    outbox.page.get_by_role("link", name="Waiting to be sent: 1").click()
    card(outbox).wait_for()
    assert card(outbox).get_by_text("Two buses").is_visible()
    assert card(outbox).get_by_text("Done · ").is_visible()
    assert card(outbox).get_by_role("button", name="Open the form again").count() == 0
    assert_accessible(outbox.page)


def test_what_was_sent_is_gone_from_the_page(outbox, own):
    outbox.go_offline()
    write_in_full(outbox, own, NOTE)
    outbox.page.goto("/waiting/")
    card(outbox).wait_for()
    outbox.go_offline(False)
    outbox.page.get_by_role("heading", name="Nothing waits").wait_for()
    assert PracticeEntry.objects.get().note == NOTE


def test_let_go_it_is_gone_after_one_question(outbox, own):
    outbox.go_offline()
    write_in_full(outbox, own, NOTE)
    outbox.page.goto("/waiting/")
    for answer, left in (("Keep it", 1), ("Let it go", 0)):
        card(outbox).get_by_role("button", name="Let it go").click()
        dialog = outbox.page.get_by_role("dialog")
        assert_accessible(outbox.page)
        dialog.get_by_role("button", name=answer).click()
        outbox.until(WAITING.format(left))
    outbox.page.get_by_role("heading", name="Nothing waits").wait_for()
    outbox.go_offline(False)
    outbox.page.goto("/today/")
    assert not PracticeEntry.objects.exists()


def test_refused_it_is_opened_again_put_right_and_taken(looked_at, own):
    page = looked_at.page
    page.goto("/waiting/")
    card(looked_at).get_by_text("Midweek could not take it like this.").wait_for()
    page.evaluate("sessionStorage.setItem('right', 'Europe/London')")
    looked_at.press("Open the form again")
    page.get_by_text("The time zone of this phone is not known.").first.wait_for()
    assert page.locator("[name=note]").input_value() == NOTE
    looked_at.until(WAITING.format(1))
    looked_at.press("Save")
    page.wait_for_url("**/today/?saved=*")
    looked_at.until(EMPTY)
    assert PracticeEntry.objects.get().note == NOTE


def test_opened_without_a_network_it_says_so_and_stays(looked_at, own):
    looked_at.page.goto("/today/")
    looked_at.page.goto("/waiting/")
    looked_at.go_offline()
    looked_at.press("Open the form again")
    looked_at.page.get_by_text("The form opens when you are back online.").wait_for()
    looked_at.until(WAITING.format(1))


def test_the_words_are_shown_to_their_author_alone(outbox, own):
    outbox.go_offline()
    write_in_full(outbox, own, NOTE)
    outbox.page.goto("/waiting/")
    card(outbox).wait_for()
    outbox.page.evaluate("document.querySelector('waiting-list').setAttribute('user', 'other')")
    outbox.page.evaluate("document.querySelector('waiting-list').draw()")
    outbox.page.get_by_role("heading", name="Nothing waits").wait_for()
    assert card(outbox).count() == 0


def test_on_a_phone_that_keeps_nothing_nothing_waits(open_page, world):
    page = open_page(world.cleo)
    page.goto("/waiting/")
    page.get_by_role("heading", name="Nothing waits").wait_for()
