"""A reminder by web push, to a service on this machine that answers as services do."""

import json
from datetime import timedelta
from unittest.mock import patch
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.utils import timezone

from accounts.models import DeliveryProblem
from accounts.post import Permanent, RetryAfter, Temporary
from reminders import engine
from reminders.channels import push
from reminders.models import Delivery, Device, Recipient, ReminderSlot

pytestmark = pytest.mark.django_db
CANARY = "xylophone"


def test_it_arrives_once_and_the_phone_reads_it(cast, due, service, phone):
    due("201")
    assert engine.tick() == {"sent": 1}
    assert engine.tick() == {}
    [(_path, headers, body)] = service.got
    said = json.loads(phone.read(body))
    delivery = Delivery.objects.get()
    assert said["web_push"] == 8030
    assert said["notification"]["title"] == "A reminder"
    assert said["notification"]["tag"] == str(delivery.pk)
    assert [each["action"] for each in said["notification"]["actions"]] == ["done", "later"]
    assert headers["Content-Encoding"] == "aes128gcm"
    assert 3500 < int(headers["TTL"]) <= 3600
    assert len(headers["Topic"]) == 32
    assert len(body) < 3000
    assert mail.outbox == []


@pytest.mark.parametrize("letter", ["\N{BICYCLE}", "\N{MUSICAL SYMBOL COMBINING STEM}"])
def test_the_longest_plan_of_ones_own_fits_into_what_a_service_takes(
    cast, due, service, phone, letter
):
    Recipient.objects.filter(user=cast.cleo).update(wording="telling")
    long = letter * 200
    cast.assignment.reword(after_what=long, when=long, where=long, title=long)
    due("201")
    assert engine.tick() == {"sent": 1}
    [(_path, _headers, body)] = service.got
    assert len(body) <= 4096
    assert json.loads(phone.read(body))["notification"]["title"].endswith(f"{letter}…")


def test_how_long_it_is_of_use_is_not_told_by_a_clock_that_is_a_day_off(due, service):
    due("201")
    a_day_on = timezone.now() + timedelta(days=1)
    with patch("django.utils.timezone.now", return_value=a_day_on):
        assert engine.tick() == {"sent": 1}
    [(_path, headers, _body)] = service.got
    assert 3500 < int(headers["TTL"]) <= 3600


def test_its_presses_lead_to_the_homework_and_to_a_later_time(cast, due, service, phone, signed_in):
    due("201")
    engine.tick()
    said = json.loads(phone.read(service.got[0][2]))["notification"]
    links = [said["navigate"], *(each["navigate"] for each in said["actions"])]
    client = signed_in(cast.cleo)
    to_it = f"/today/?first={cast.assignment.pk}"
    to_later = f"/today/{cast.assignment.pk}/later/"
    assert [client.get(urlsplit(link).path).url for link in links] == [to_it, to_it, to_later]


def test_a_second_copy_replaces_the_first(due, service):
    slot = due("201")
    engine.tick()
    ReminderSlot.objects.filter(pk=slot.pk).update(state="open", settled_at=None)
    Delivery.objects.update(state="waiting", finished_at=None)
    assert engine.tick() == {"sent": 1}
    assert len({headers["Topic"] for _path, headers, _body in service.got}) == 1


@pytest.mark.parametrize("gone", ["404", "410"])
def test_a_device_that_is_gone_is_forgotten_and_a_mail_goes_instead(due, gone):
    due(gone)
    assert engine.tick()["failed"] == 1
    assert not Device.objects.exists()
    engine.tick()
    assert len(mail.outbox) == 1
    assert not DeliveryProblem.objects.exists()  # It arrived.


def test_where_no_mail_can_go_either_staff_see_it_until_one_does(cast, due):
    due("410")
    cast.cleo.emailaddress_set.update(verified=False)
    engine.tick()
    assert DeliveryProblem.objects.get().channel == "push"
    cast.cleo.emailaddress_set.update(verified=True)
    ReminderSlot.objects.update(state="open", settled_at=None, delivery=None)
    engine.tick()
    engine.tick()
    assert len(mail.outbox) == 1
    assert not DeliveryProblem.objects.filter(solved_at=None).exists()


@pytest.mark.parametrize("how", ["429", "500", "hang"])
def test_a_service_that_cannot_now_is_asked_again(due, how, monkeypatch):
    monkeypatch.setattr(push, "TIME_OUT", (0.5, 0.5))
    due(how)
    assert engine.tick() == {"waiting": 1}
    assert Device.objects.count() == 1
    assert not DeliveryProblem.objects.exists()


def test_a_device_that_there_was_no_time_for_is_asked_again(due, monkeypatch):
    monkeypatch.setattr(push, "LAST_START", -1)
    due("201")
    assert engine.tick() == {"waiting": 1}
    assert Device.objects.count() == 1


def test_it_waits_as_long_as_the_service_asked(service):
    with pytest.raises(RetryAfter) as raised:
        push.answer(f"{service.origin}/429", b"", {})
    assert raised.value.seconds == 90


@pytest.mark.parametrize("how", ["400", "413"])
def test_a_message_that_is_refused_goes_by_mail(due, how):
    due(how)
    engine.tick()
    assert Delivery.objects.get(channel="push").error == "Refused"
    engine.tick()
    assert len(mail.outbox) == 1


def test_no_redirect_is_followed(service):
    with pytest.raises(Permanent):
        push.answer(f"{service.origin}/away", b"", {})
    assert [path for path, _headers, _body in service.got] == ["/away"]


def test_nobody_at_home_is_asked_again():
    with pytest.raises(Temporary):
        push.answer("http://127.0.0.1:9/201", b"", {})


def test_of_two_devices_one_is_enough(due, service):
    due("500", "201", "410")
    assert engine.tick() == {"sent": 1}
    assert len(service.got) == 3
    assert Device.objects.count() == 2


def test_a_device_that_cannot_be_read_does_not_stand_before_another(due, subscribed, service):
    due("500")
    Device.objects.update(subscription=b"spoiled")
    subscribed("201").save()
    Device.objects.filter(subscription=b"spoiled").update(seen_at="2100-01-01T00:00Z")
    assert engine.tick() == {"sent": 1}
    assert [path for path, _headers, _body in service.got] == ["/201"]


def test_what_lies_outside_the_list_is_not_posted_to(due, service, settings):
    due("201")
    settings.PUSH_SERVICES = ["push.example.org"]
    engine.tick()
    assert service.got == []


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://fcm.googleapis.com.evil.test/x",
        "http://fcm.googleapis.com/x",
        "https://fcm.googleapis.com:8080/x",
        "https://me@fcm.googleapis.com/x",
        "https://127.0.0.1/x",
        "https://evil.test/.notify.windows.com/x",
        "https://evil.test#.notify.windows.com",
        "https://a.b@c.notify.windows.com/x",
        "file:///etc/passwd",
        "",
    ],
)
def test_an_address_of_anybody_else_is_none(endpoint):
    assert push.allowed_origin(endpoint) is None


def test_the_services_of_browsers_are_known():
    for host in ("fcm.googleapis.com", "web.push.apple.com", "db5p.notify.windows.com"):
        assert push.allowed_origin(f"https://{host}/send/abc") == f"https://{host}"


def test_nothing_private_stands_in_it(cast, due, service, phone):
    for name in ("title", "why", "how", "smallest", "when"):
        setattr(cast.assignment, name, CANARY)
    cast.assignment.save()
    due("201")
    engine.tick()
    [(path, headers, body)] = service.got
    seen = f"{path} {headers} {phone.read(body).decode()}"
    for word in (CANARY, "Tess", "Harbour", "Cleo", "therap"):
        assert word not in seen, word
