"""The e-mail of a reminder: what its headers say, how it stops, and what comes back."""

import hmac
import json
import time
from base64 import b64encode
from contextlib import suppress
from datetime import timedelta
from pkgutil import iter_modules

import pytest
from allauth.account.signals import email_changed
from anymail import webhooks
from django.core import mail
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.utils import timezone

from accounts.models import DeliveryProblem
from reminders import engine
from reminders.channels import mail as channel
from reminders.engine.claim import claim
from reminders.models import Delivery, Recipient
from reminders.models.recipient import OFF
from reminders.press import stop_link
from reminders.views.mail_events import webhook_of

pytestmark = pytest.mark.django_db
CANARY = "xylophone"


@pytest.fixture
def mailed(cast, planned, due_now):
    due_now(planned(cast.cleo, "practise")[0])
    assert engine.tick() == {"sent": 1}
    return mail.outbox[-1]


def stop_path(message):
    return "/" + message.extra_headers["List-Unsubscribe"].strip("<>").split("/", 3)[3]


def test_a_second_copy_would_be_known_as_the_same(mailed):
    delivery = Delivery.objects.get()
    assert mailed.message()["Message-ID"].startswith(f"<{delivery.pk}@")
    assert mailed.from_email.startswith("Midweek <")


def test_it_comes_as_text_and_as_html_with_the_same_links(mailed):
    [(html, kind)] = mailed.alternatives
    assert kind == "text/html"
    links = [line for line in mailed.body.splitlines() if line.startswith("http")]
    assert len(links) == 4
    assert all(f'href="{link}"' in html for link in links)


def test_one_press_of_the_mail_program_stops_that_kind_without_a_sign_in(mailed, cast):
    assert mailed.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    program = Client(enforce_csrf_checks=True)
    answer = program.post(stop_path(mailed), {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200 and not answer.cookies
    recipient = Recipient.objects.get(user=cast.cleo)
    assert recipient.channels == {"practise": OFF}
    assert recipient.is_on


def test_two_pressed_at_once_stop_both(cast):
    """A mail program may unsubscribe from several mails in one go."""
    both = [Recipient.objects.get(user=cast.cleo) for _mail in range(2)]
    for recipient, kind in zip(both, ("practise", "report"), strict=True):
        recipient.leave_out({kind}, by=cast.cleo)
    assert Recipient.objects.get(user=cast.cleo).channels == {"practise": "off", "report": "off"}


def test_following_it_asks_first_and_names_nobody(mailed, cast, client):
    answer = client.get(stop_path(mailed))
    assert "Stop these messages?" in answer.text and "Cleo" not in answer.text
    assert Recipient.objects.get(user=cast.cleo).channels == {}


def test_what_was_stopped_does_not_come_again(mailed, cast, planned, client):
    client.post(stop_path(mailed))
    assert planned(cast.cleo, "practise") == []


def test_what_was_stopped_after_it_was_due_does_not_come_either(cast, planned, due_now, client):
    slot = planned(cast.cleo, "practise")[0]
    due_now(slot)
    Delivery.objects.release(claim().token)
    client.post("/" + stop_link(cast.cleo, {"practise"}).split("/", 3)[3])
    assert engine.tick() == {"cancelled": 1}
    slot.refresh_from_db()
    assert (slot.reason, mail.outbox) == ("stopped", [])


def test_words_of_several_lines_make_one_subject(cast, planned, due_now):
    cast.assignment.reword(title="Two\r\nbuses", after_what="After lunch\nand tea")
    Recipient.objects.get(user=cast.cleo).choose(wording="telling", by=cast.cleo)
    due_now(planned(cast.cleo, "practise")[0])
    assert engine.tick() == {"sent": 1}
    assert mail.outbox[-1].subject == "After lunch and tea: Two buses"


def test_signs_that_no_mail_carries_are_left_out_of_a_subject(cast, planned, due_now):
    cast.cleo.cover_text = "\x1b Water\x07 the\x85plants"
    cast.cleo.save()
    due_now(planned(cast.cleo, "practise")[0])
    assert engine.tick() == {"sent": 1}
    assert mail.outbox[-1].subject == "Water the plants"


def test_nothing_private_stands_in_it(cast, planned, due_now):
    words = {"title": CANARY, "why": CANARY, "how": CANARY, "smallest": CANARY, "when": CANARY}
    for name, value in words.items():
        setattr(cast.assignment, name, value)
    cast.assignment.save(update_fields=list(words))
    due_now(planned(cast.cleo, "practise")[0])
    engine.tick()
    sent = mail.outbox[-1].message().as_string()
    for word in (CANARY, "Tess", "Harbour", "Cleo", "therap", "bus"):
        assert word not in sent, word


# --- what the provider tells ---


@pytest.fixture
def postmark(settings):
    settings.MAIL_EVENTS_FROM = "postmark"
    settings.ANYMAIL = {"WEBHOOK_SECRET": "who:knows"}


def tell(record, auth=("who", "knows"), **facts):
    """What Postmark posts, with the credentials that the webhook's address carries."""
    said = {"RecordType": record, "Email": "cleo@example.org", "ID": 1, **facts}
    basic = b64encode(":".join(auth).encode()).decode()
    headers = {"Authorization": f"Basic {basic}"}
    program = Client(raise_request_exception=False, enforce_csrf_checks=True)
    return program.post("/mail/events/", json.dumps(said), "application/json", headers=headers)


BOUNCE = {"Type": "HardBounce", "BouncedAt": "2026-11-27T08:00:00Z", "Recipient": None}


def test_a_bounce_is_shown_to_staff_and_the_mailbox_left_alone(cast, postmark):
    assert channel.reachable({cast.cleo.pk}) == {cast.cleo.pk}
    assert tell("Bounce", **BOUNCE).status_code == 200
    problem = DeliveryProblem.objects.get(user=cast.cleo)
    assert (problem.code, problem.channel, problem.clinic) == ("bounced", "email", cast.harbour)
    assert channel.reachable({cast.cleo.pk}) == set()
    assert tell("Bounce", **BOUNCE).status_code == 200
    assert DeliveryProblem.objects.count() == 1


@pytest.mark.parametrize("known", [False, True])
def test_a_bounce_that_is_told_before_the_send_is_noted_stays(
    cast, postmark, planned, due_now, monkeypatch, known
):
    """Some providers take a mail and tell at once that they dropped it."""
    if known:
        facts = {"clinic": cast.harbour, "user": cast.cleo, "channel": "email", "code": "unproved"}
        DeliveryProblem.objects.create(since=timezone.now() - timedelta(days=9), **facts)
    monkeypatch.setattr(channel, "hand_over", lambda _mail: tell("Bounce", **BOUNCE))
    due_now(planned(cast.cleo, "practise")[0])
    assert engine.tick() == {"sent": 1}
    assert DeliveryProblem.objects.get(user=cast.cleo).solved_at is None
    assert channel.reachable({cast.cleo.pk}) == set()


# What others post about the same: (the secret in our settings, body, headers).
SECRET = "a-signing-key"


def mailgun():
    stamp, token = str(int(time.time())), "c" * 50
    signed = hmac.new(SECRET.encode(), f"{stamp}{token}".encode(), "sha256").hexdigest()
    event = {
        "event": "failed",
        "severity": "permanent",
        "reason": "bounce",
        "recipient": "cleo@example.org",
        "timestamp": time.time(),
        "id": "one",
    }
    signature = {"timestamp": stamp, "token": token, "signature": signed}
    return "MAILGUN_WEBHOOK_SIGNING_KEY", {"signature": signature, "event-data": event}, {}


def sendgrid():
    event = {"event": "bounce", "type": "bounce", "email": "cleo@example.org", "timestamp": 1}
    return "WEBHOOK_SECRET", [event | {"sg_event_id": "one"}], basic_auth()


def basic_auth(secret=SECRET):
    return {"Authorization": f"Basic {b64encode(f'who:{secret}'.encode()).decode()}"}


@pytest.mark.filterwarnings("ignore:django-anymail has dropped official support")
@pytest.mark.parametrize("provider", [mailgun, sendgrid])
@pytest.mark.parametrize("is_theirs", [True, False])
def test_other_providers_tell_of_bounces_too(cast, settings, provider, is_theirs):
    name, body, headers = provider()
    known = SECRET if is_theirs else "another-key"
    settings.MAIL_EVENTS_FROM = provider.__name__
    settings.ANYMAIL = {name: f"who:{known}" if name == "WEBHOOK_SECRET" else known}
    webhook_of.cache_clear()
    program = Client(raise_request_exception=False, enforce_csrf_checks=True)
    answer = program.post("/mail/events/", json.dumps(body), "application/json", headers=headers)
    assert (answer.status_code == 200) is is_theirs
    assert DeliveryProblem.objects.filter(user=cast.cleo, code="bounced").exists() is is_theirs


def test_mandrill_tells_of_bounces_too(cast, settings):
    settings.MAIL_EVENTS_FROM = "mandrill"
    settings.ANYMAIL = {"MANDRILL_WEBHOOK_KEY": SECRET}
    event = {"event": "hard_bounce", "ts": 1, "msg": {"email": "cleo@example.org", "_id": "one"}}
    said = json.dumps([event])
    signed = f"http://testserver/mail/events/mandrill_events{said}".encode()
    seal = b64encode(hmac.new(SECRET.encode(), signed, "sha1").digest()).decode()
    program = Client(raise_request_exception=False, enforce_csrf_checks=True)
    for signature, status in (("forged", 400), (seal, 200)):
        webhook_of.cache_clear()
        headers = {"X-Mandrill-Signature": signature}
        answer = program.post("/mail/events/", {"mandrill_events": said}, headers=headers)
        assert answer.status_code == status
        assert DeliveryProblem.objects.filter(user=cast.cleo).exists() is (status == 200)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    "provider", sorted(each.name for each in iter_modules(webhooks.__path__) if each.name != "base")
)
def test_each_provider_has_one_door_for_its_events(settings, provider):
    settings.ANYMAIL = {"WEBHOOK_SECRET": f"who:{SECRET}"}
    webhook_of.cache_clear()
    with suppress(ImproperlyConfigured):
        assert callable(webhook_of(provider))


def test_another_address_is_another_mailbox(cast, postmark):
    tell("Bounce", **BOUNCE)
    addresses = {"from_email_address": None, "to_email_address": None}
    email_changed.send(type(cast.cleo), request=None, user=cast.cleo, **addresses)
    assert channel.reachable({cast.cleo.pk}) == {cast.cleo.pk}


def test_after_a_complaint_there_are_no_more(cast, postmark):
    assert tell("SpamComplaint", BouncedAt="2026-11-27T08:00:00Z").status_code == 200
    assert not Recipient.objects.get(user=cast.cleo).is_on
    assert DeliveryProblem.objects.get().code == "complained"


def test_nobody_else_can_tell_of_bounces(cast, postmark):
    assert tell("Bounce", auth=("who", "guesses"), **BOUNCE).status_code == 400
    assert not DeliveryProblem.objects.exists()


@pytest.mark.parametrize("provider", ["postmark", "sendgrid", "resend", "brevo"])
def test_without_a_secret_that_the_provider_knows_nobody_is_heard(cast, settings, provider):
    settings.MAIL_EVENTS_FROM = provider
    settings.ANYMAIL = {f"{provider}_SOME_SIGNING_SECRET".upper(): "misspelt"}
    webhook_of.cache_clear()
    assert tell("Bounce", **BOUNCE).status_code == 404
    assert not DeliveryProblem.objects.exists()


def test_without_a_provider_nobody_is_heard(cast):
    assert tell("Bounce", **BOUNCE).status_code == 404
