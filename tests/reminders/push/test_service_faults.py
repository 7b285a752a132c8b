"""A push service that cuts the line, sends elsewhere, has enough of us or comes to no end."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from accounts.models import DeliveryProblem
from reminders import channels, engine
from reminders.channels import push
from reminders.models import Delivery, Device

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]


def is_well_again(how):
    """The same service, in a better hour: as its device says where it is posted to."""
    Device.objects.all().delete()
    how("201")
    Delivery.objects.update(next_attempt_at=timezone.now())


@pytest.mark.parametrize(
    ("how", "error"),
    [
        ("cut", "ConnectionError"),
        ("half", "ConnectionError"),
        ("hang", "ReadTimeout"),
        ("drip", "TooSlow"),
        ("429", "RetryAfter"),
        ("500", "Busy"),
        ("503", "Busy"),
    ],
)
def test_it_goes_out_once_when_the_service_is_well_again(
    due, subscribed, service, monkeypatch, how, error
):
    if how == "hang":
        monkeypatch.setattr(push, "TIME_OUT", (3, 0.5))
    if how == "drip":
        monkeypatch.setattr(channels, "SEND_LIMIT", 0.7)
    due(how)
    assert engine.tick() == {"waiting": 1}
    waiting = Delivery.objects.get()
    assert (waiting.failures, waiting.error) == (1, error)
    is_well_again(subscribed)
    assert engine.tick() == {"sent": 1} and engine.tick() == {}
    tags = {headers["Topic"] for path, headers, _body in service.got if path.endswith("201")}
    assert len(tags) == 1 and mail.outbox == []


def test_it_is_left_alone_for_as_long_as_it_asked(due):
    due("429")
    engine.tick()
    wait = Delivery.objects.get().next_attempt_at - timezone.now()
    assert timedelta(seconds=60) < wait <= timedelta(seconds=90)
    assert engine.tick() == {}


@pytest.mark.parametrize("how", ["away", "413"])
def test_what_it_will_not_take_goes_by_mail_and_nowhere_else(due, service, how):
    due(how)
    assert engine.tick()["failed"] == 1
    engine.tick()
    assert [path for path, _headers, _body in service.got] == [f"/{how}"]
    assert len(mail.outbox) == 1 and not DeliveryProblem.objects.filter(solved_at=None).exists()
