import pytest

from reminders.models import Device, Recipient, VapidKey
from tests.reminders.push.service import Phone, push_service


@pytest.fixture
def service(settings):
    with push_service() as service:
        settings.PUSH_SERVICES = [service.origin]
        yield service


@pytest.fixture
def phone():
    return Phone()


@pytest.fixture
def subscribed(cast, service, phone):
    """subscribed("410"): a device of Cleo's for which the service answers so."""

    def subscribe(how="201", user=None):
        Recipient.objects.filter(user=cast.cleo).update(channels={"practise": "push"})
        return Device.subscribe(
            user or cast.cleo,
            endpoint=f"{service.origin}/{how}",
            **phone.keys,
            vapid_key=VapidKey.current(),
            session_key=how,
        )

    return subscribe


@pytest.fixture
def due(cast, subscribed, planned, due_now):
    """due("201"): a reminder of Cleo's, due on a device for which the service answers so."""

    def make(*answers):
        for how in answers:
            subscribed(how)
        [slot, *_] = planned(cast.cleo, "practise")
        due_now(slot)
        return slot

    return make
