"""Reminders on a phone, in a real browser: asked for by a press, shown by the real worker.

The browser's own push service is out of reach here, so its `subscribe` is stood in for, and what
our server posted is handed to the worker by the browser's debugger.
"""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone

from accounts.models.invitation import digest
from reminders import engine
from reminders.models import Device, Recipient, VapidKey
from tests.browser.conftest import PHONE, SCREEN
from tests.browser.offline.phone import Phone as Worker
from tests.reminders.conftest import due_now, planned  # noqa: F401
from tests.reminders.push.service import Phone, push_service

SUBSCRIBE = """
    PushManager.prototype.subscribe = async ({{ applicationServerKey: key }}) => {{
        if (key.length !== 87) throw new Error("no key")
        return {{ toJSON: () => ({said}) }}
    }}
"""
SHOWN = """navigator.serviceWorker.ready.then(known => known.getNotifications())
    .then(all => all.length && all.map(({ title, body, tag }) => ({ title, body, tag })))"""


@pytest.fixture
def service(settings):
    with push_service() as service:
        settings.PUSH_SERVICES = [service.origin]
        yield service


@pytest.fixture
def phone():
    return Phone()


@pytest.fixture
def page_of(open_page, service, phone):
    """Me of this person, in a browser that would let itself be reminded."""

    def open_me(user, device=SCREEN):
        page = open_page(user, device)
        page.context.grant_permissions(["notifications"])
        said = {"endpoint": f"{service.origin}/201", "keys": phone.keys}
        page.add_init_script(SUBSCRIBE.format(said=json.dumps(said)))
        page.goto("/me/")
        return page

    return open_me


@pytest.fixture
def page(page_of, world):
    return page_of(world.cleo, PHONE)


def remind_me(page):
    page.get_by_role("button", name="Remind me on this device").click()
    page.get_by_text("They come here until you sign out").wait_for()


def test_nothing_is_asked_before_the_press(page):
    page.goto("/today/")
    page.goto("/me/")
    assert not Device.objects.exists()
    remind_me(page)
    assert Device.objects.count() == 1


def test_a_phone_that_was_forgotten_is_known_again_at_the_next_start(page, world):
    remind_me(page)
    Device.objects.all().delete()
    page.evaluate("sessionStorage.clear()")
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.goto("/today/")
    assert Device.objects.get().user == world.cleo


def test_after_the_key_was_renewed_a_phone_has_the_new_one_from_its_next_start(page):
    remind_me(page)
    call_command("renew_push_key", stdout=StringIO())
    page.add_init_script(OF_THE_KEY_BEFORE)
    page.evaluate("sessionStorage.clear()")
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.goto("/today/")
    assert Device.objects.get().vapid_key == VapidKey.current()


# While there is a subscription with one key, browsers make none with another.
OF_THE_KEY_BEFORE = """(() => {
    let known = { unsubscribe: async () => { known = null } }
    const { subscribe } = PushManager.prototype
    PushManager.prototype.getSubscription = async () => known
    PushManager.prototype.subscribe = async function (options) {
        if (known) throw new DOMException("", "InvalidStateError")
        return subscribe.call(this, options)
    }
})()"""


def test_no_longer_here_stays_so_until_the_next_press(page):
    remind_me(page)
    page.get_by_role("button", name="No longer here").click()
    page.get_by_role("button", name="Remind me on this device").wait_for()
    assert not Device.objects.exists()
    assert page.evaluate("localStorage.push") is None


def test_after_another_sign_in_in_the_same_tab_it_goes_with_that_one(page, world):
    remind_me(page)
    Session.objects.update(expire_date=timezone.now() - timedelta(minutes=1))
    page.goto("/today/")
    page.get_by_label("E-mail").fill(world.cleo.email)
    page.get_by_label("Password").fill("correct-horse-9")
    with page.expect_response(
        lambda answer: answer.url.endswith("/me/devices/") and answer.request.method == "POST"
    ):
        page.get_by_role("button", name="Sign in", exact=True).click()
    [cookie] = [each for each in page.context.cookies() if each["name"] == "sessionid"]
    assert Device.objects.get().session_digest == digest(cookie["value"])


def test_whoever_signs_in_after_an_expired_sign_in_gets_nothing_of_the_person_before(page, world):
    """She never signed out: her browser stands for her until somebody else comes."""
    page.add_init_script(SUBSCRIBED)
    remind_me(page)
    page.context.clear_cookies()
    sign_in(page, world.carl)
    assert Worker(page).until("localStorage.length === 0 && 'taken back'")
    assert page.evaluate("sessionStorage.ended") == "1"


def sign_in(page, user):
    page.goto("/today/")
    page.get_by_label("E-mail").fill(user.email)
    page.get_by_label("Password").fill("correct-horse-9")
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/today/")


# The browser's own word for a subscription, which a push service answers 410 for once it is ended.
SUBSCRIBED = """PushManager.prototype.getSubscription = async () =>
    ({ unsubscribe: async () => { sessionStorage.ended = 1 } })"""


def test_a_therapist_is_reminded_by_their_computer_and_an_admin_by_none(page_of, world):
    page = page_of(world.tess)
    remind_me(page)
    assert Device.objects.get().user == world.tess
    assert Recipient.objects.get(user=world.tess).channels["digest"] == "push"
    page = page_of(world.ada)
    assert not page.get_by_role("button", name="Remind me on this device").count()


def test_the_worker_shows_what_the_server_sent(page, world, service, phone, planned, due_now):  # noqa: F811
    remind_me(page)
    due_now(planned(world.cleo, "practise")[0])
    assert engine.tick() == {"sent": 1}
    said = phone.read(service.got[-1][2]).decode()
    deliver(page, said)
    [shown] = seen(page)
    assert shown["title"] == "A reminder"
    assert shown["tag"] == json.loads(said)["notification"]["tag"]
    deliver(page, said)
    assert len(seen(page)) == 1


def test_what_lies_unread_goes_when_somebody_else_signs_in(page, world):
    page.add_init_script(SUBSCRIBED)
    remind_me(page)
    deliver(page, json.dumps({"notification": {"title": "Water the plants", "tag": "1"}}))
    assert seen(page)
    page.context.clear_cookies()
    sign_in(page, world.carl)
    assert Worker(page).until("localStorage.length === 0 && 'taken back'")
    assert page.evaluate(SHOWN) == 0


def deliver(page, said):
    """As the browser does when a message has come."""
    debugger = page.context.new_cdp_session(page)
    known = []
    debugger.on(
        "ServiceWorker.workerRegistrationUpdated", lambda news: known.extend(news["registrations"])
    )
    debugger.send("ServiceWorker.enable")
    origin = page.evaluate("location.origin")
    while not known:
        page.evaluate("navigator.serviceWorker.ready.then(() => 0)")
    facts = {"origin": origin, "registrationId": known[0]["registrationId"], "data": said}
    debugger.send("ServiceWorker.deliverPushMessage", facts)


def seen(page):
    """The notifications on the phone, once there is one."""
    return Worker(page).until(SHOWN)
