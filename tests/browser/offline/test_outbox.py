"""What is logged without a network waits on the client's own phone, and arrives once."""

import pytest

from accounts import worker
from accounts.models import AppLock, ParkedPost
from homework.models import PracticeEntry
from tests.browser.conftest import session_cookie
from tests.browser.offline.outbox import EMPTY, NOTE, WAITING, pill_says, write_in_full
from tests.browser.offline.test_others import sign_in
from tests.browser.stored import of_a_person, stored
from tests.homework.presses import address
from tests.look.axe import assert_accessible


def test_done_without_a_network_waits_and_arrives_once(outbox, own):
    outbox.go_offline()
    outbox.page.goto("/today/")
    outbox.press("Done")
    outbox.page.get_by_text("Saved on this phone. It will be sent when you are back").wait_for()
    pill_says(outbox, "Waiting to be sent: 1")
    assert not PracticeEntry.objects.exists()
    outbox.go_offline(False)
    outbox.until(EMPTY)
    assert PracticeEntry.objects.get().state == "done"


def test_what_is_written_in_full_waits_sealed(outbox, own):
    outbox.go_offline()
    write_in_full(outbox, own, "Two stops, then the bridge")
    pill_says(outbox, "Waiting to be sent: 1")
    kept = outbox.page.evaluate(
        """async () => (await in_outbox()).map(item => JSON.stringify(item)
           + new TextDecoder("latin1").decode(item.sealed)).join()"""
    )
    assert len(kept) > 100 and "stops" not in kept and "today" not in kept
    outbox.go_offline(False)
    outbox.until(EMPTY)
    assert PracticeEntry.objects.get().note == "Two stops, then the bridge"


def test_two_from_one_kept_page_are_two(outbox, own):
    outbox.go_offline()
    for words in ("The first time", "The second time"):
        write_in_full(outbox, own, words)
    pill_says(outbox, "Waiting to be sent: 2")
    outbox.go_offline(False)
    outbox.until(EMPTY)
    notes = [entry.note for entry in PracticeEntry.objects.order_by("received_at")]
    assert notes == ["The first time", "The second time"]


def test_a_sign_in_that_has_expired_keeps_what_waits(outbox, own):
    outbox.go_offline()
    outbox.press("Done")
    pill_says(outbox, "Waiting to be sent: 1")
    outbox.context.clear_cookies()
    outbox.go_offline(False)
    pill_says(outbox, "Sign in to send what waits: 1")
    assert not PracticeEntry.objects.exists()
    sign_in(outbox.page, own.cleo.email)
    outbox.until(EMPTY)
    assert PracticeEntry.objects.get().therapy.client == own.cleo


def test_it_goes_out_by_itself_where_the_browser_wakes_the_worker(outbox, own):
    """No page of ours is open: Background Sync, where there is such a thing."""
    outbox.go_offline()
    outbox.press("Done")
    pill_says(outbox, "Waiting to be sent: 1")
    outbox.page.goto("about:blank")
    outbox.go_offline(False)
    outbox.page.goto("/manifest.webmanifest")
    wake(outbox)
    outbox.until(EMPTY)
    assert PracticeEntry.objects.get().state == "done"


def wake(phone):
    debugger = phone.context.new_cdp_session(phone.page)
    known = []
    debugger.on(
        "ServiceWorker.workerRegistrationUpdated", lambda news: known.extend(news["registrations"])
    )
    debugger.send("ServiceWorker.enable")
    for _look in range(1000):
        if known:
            break
        phone.page.evaluate("0")
    facts = {"origin": phone.page.evaluate("origin"), "tag": "outbox", "lastChance": False}
    facts["registrationId"] = known[0]["registrationId"]
    debugger.send("ServiceWorker.dispatchSyncEvent", facts)


def test_what_is_sent_after_the_sign_in_stays_on_the_phone_until_the_next(outbox, own):
    """Days later nobody knows whose it was: the phone does, and keeps it with its draft."""
    outbox.page.goto(address("log", own.assignment))
    outbox.page.get_by_role("radio", name="Done").check()
    outbox.page.locator("[name=note]").fill(NOTE)
    outbox.context.clear_cookies(name="sessionid")
    outbox.press("Save")
    outbox.page.get_by_text("What you wrote is kept on this phone.").wait_for()
    assert not PracticeEntry.objects.exists() and not ParkedPost.objects.exists()
    sign_in(outbox.page, own.cleo.email)
    outbox.until(EMPTY)
    assert PracticeEntry.objects.get().note == NOTE


def test_a_press_after_the_sign_in_says_that_it_waits(outbox, own):
    outbox.context.clear_cookies(name="sessionid")
    outbox.press("Done")
    outbox.page.get_by_text("Saved on this phone.").wait_for()
    pill_says(outbox, "Sign in to send what waits: 1")
    assert not PracticeEntry.objects.exists()


def test_a_form_from_before_a_sign_in_elsewhere_is_sent_with_the_new_token(outbox, own):
    outbox.page.goto(address("log", own.assignment))
    outbox.page.get_by_role("radio", name="Done").check()
    outbox.page.locator("[name=note]").fill(NOTE)
    other = outbox.context.new_page()
    other.goto("/today/")
    outbox.context.clear_cookies(name="csrftoken")
    other.reload()
    other.close()
    outbox.press("Save")
    outbox.page.wait_for_url("**/today/*")
    outbox.until(EMPTY)
    assert PracticeEntry.objects.get().note == NOTE


def test_another_person_sends_nothing_and_finds_nothing(outbox, own, live_server):
    outbox.go_offline()
    outbox.press("Done")
    pill_says(outbox, "Waiting to be sent: 1")
    outbox.context.clear_cookies()
    outbox.context.add_cookies([session_cookie(own.carl, live_server.url)])
    outbox.go_offline(False)
    outbox.until(EMPTY)
    assert not PracticeEntry.objects.exists()


@pytest.fixture
def older(monkeypatch):
    """One that does not tell which stores there are, and has no sync: Firefox before 126."""
    lacks = "delete IDBFactory.prototype.databases; delete ServiceWorkerRegistration.prototype.sync"
    script = f"{lacks}\n{worker.script()}"
    monkeypatch.setattr(worker, "script", lambda: script)


def test_in_an_older_browser_too_another_person_finds_nothing(older, outbox, own, live_server):
    outbox.go_offline()
    outbox.press("Done")
    pill_says(outbox, "Waiting to be sent: 1")
    outbox.page.goto("about:blank")
    outbox.context.clear_cookies()
    outbox.context.add_cookies([session_cookie(own.carl, live_server.url)])
    outbox.go_offline(False)
    outbox.page.goto("/help/")
    outbox.until(EMPTY)
    assert not PracticeEntry.objects.exists()


def test_a_page_of_one_person_loses_nothing_where_another_is_signed_in(outbox, own, live_server):
    outbox.page.goto(address("log", own.assignment))
    outbox.page.get_by_role("radio", name="Done").check()
    outbox.page.locator("[name=note]").fill(NOTE)
    outbox.context.clear_cookies()
    outbox.context.add_cookies([session_cookie(own.carl, live_server.url)])
    outbox.press("Save")
    outbox.page.get_by_role("heading", name="Not sent yet").wait_for()
    outbox.page.get_by_text(NOTE).wait_for()
    assert not ParkedPost.objects.exists() and not PracticeEntry.objects.exists()


def leave_room(phone, url, room):
    """What the browser itself gives this site, in bytes."""
    storage = phone.context.new_cdp_session(phone.page)
    storage.send("Storage.overrideQuotaForOrigin", {"origin": url, **room})


def test_a_phone_without_room_says_so_and_leaves_what_is_written(outbox, own, live_server):
    leave_room(outbox, live_server.url, {"quotaSize": 1})
    outbox.go_offline()
    full = "This phone has no room left. Leave this page open; it is not saved yet."
    outbox.press("Done")
    outbox.page.get_by_role("alert").get_by_text(full).wait_for()
    outbox.page.get_by_role("button", name="Done", exact=True).wait_for()
    write_in_full(outbox, own, "Two stops")
    pill_says(outbox, full)
    assert outbox.page.locator("[name=note]").input_value() == "Two stops"
    # Nothing leads away from the only place where the words are.
    assert outbox.page.get_by_role("link", name=full).count() == 0
    leave_room(outbox, live_server.url, {})
    outbox.press("Save")
    pill_says(outbox, "Waiting to be sent: 1")


def test_the_phone_switch_with_something_unsent_asks_first(looked_at, own):
    looked_at.page.goto("/me/")
    pill_says(looked_at, "Not taken yet, look again: 1")
    looked_at.press("Switch it on")
    looked_at.page.get_by_text(
        "Not sent yet: 1. If you go on, it is taken off this phone."
    ).wait_for()
    own.cleo.refresh_from_db()
    assert not own.cleo.others_see_phone and looked_at.until(WAITING.format(1))
    looked_at.press("Go on and lose it")
    looked_at.page.get_by_role("button", name="Switch it off").wait_for()
    assert of_a_person(stored(looked_at.page)) == {}


def test_signing_out_with_something_unsent_asks_first(looked_at):
    looked_at.page.goto("/me/")
    pill_says(looked_at, "Not taken yet, look again: 1")
    looked_at.press("Sign out")
    looked_at.page.get_by_text(
        "Not sent yet: 1. If you go on, it is taken off this phone."
    ).wait_for()
    assert_accessible(looked_at.page)
    looked_at.press("Go on and lose it")
    looked_at.page.get_by_role("link", name="Sign in").wait_for()
    assert stored(looked_at.page)["databases"] == []


def test_an_app_lock_with_something_unsent_asks_first(looked_at, own):
    """With a lock nothing stays on the phone, so what waits there would go."""
    looked_at.page.goto("/me/lock/")
    pill_says(looked_at, "Not taken yet, look again: 1")
    for field in looked_at.page.locator("input[type=password]").all():
        field.fill("2580")
    looked_at.press("Lock with this PIN")
    looked_at.page.get_by_text(
        "Not sent yet: 1. If you go on, it is taken off this phone."
    ).wait_for()
    assert not AppLock.objects.exists() and looked_at.until(WAITING.format(1))
    assert_accessible(looked_at.page)
    looked_at.press("Go on and lose it")
    looked_at.page.get_by_text("Saved. The app locks by itself now.").wait_for()
    assert AppLock.objects.get().user == own.cleo
    assert of_a_person(stored(looked_at.page)) == {}
