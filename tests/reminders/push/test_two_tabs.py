"""Tabs that say the same at once make one device."""

import threading

import pytest
from django.db import connection

from reminders.models import Device, VapidKey
from tests.cast import gather
from tests.reminders.push.service import Phone
from tests.reminders.push.test_devices import ENDPOINT

pytestmark = pytest.mark.django_db(transaction=True)


def test_at_the_same_moment_there_is_one_device_and_no_error():
    cast, key, errors = gather(), VapidKey.current(), []
    together = threading.Barrier(4)

    def subscribe(user):
        try:
            together.wait()
            facts = {"endpoint": ENDPOINT, **Phone().keys, "session_key": "one"}
            Device.subscribe(user, **facts, vapid_key=key)
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    people = (cast.cleo, cast.cleo, cast.carl, cast.carl)
    threads = [threading.Thread(target=subscribe, args=[user]) for user in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert Device.objects.count() == 1
