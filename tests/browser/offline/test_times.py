"""When something was practised, said by a phone that was without a network for a while."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone

from homework.models import PracticeEntry, WeekPlan
from homework.practice_day import practice_date
from tests.browser.conftest import PHONE
from tests.browser.offline.outbox import EMPTY, IN_OUTBOX, pill_says, write_in_full
from tests.browser.offline.phone import Phone

TOKYO = ZoneInfo("Asia/Tokyo")


@pytest.fixture
def long(own):
    """The week was agreed a while ago."""
    began = practice_date(timezone.now(), TOKYO) - timedelta(days=5)
    WeekPlan.objects.filter(pk=own.plan.pk).update(starts_on=began)
    return own


@pytest.fixture
def abroad(open_page, long):
    """Cleo's phone, in Tokyo."""
    phone = Phone(open_page(long.cleo, PHONE, timezone_id=TOKYO.key))
    phone.context.add_init_script(IN_OUTBOX)
    phone.open_today()
    return phone


@pytest.mark.parametrize("off", [timedelta(days=1), timedelta(days=-1)])
def test_a_phone_whose_clock_is_a_day_wrong_is_set_right(outbox, long, off):
    """Nothing in the browser is touched: it is the server's clock that differs from the phone's."""
    with time_machine.travel(timezone.now() - off):
        outbox.go_offline()
        write_in_full(outbox, long, "By a wrong clock")
        pill_says(outbox, "Waiting to be sent: 1")
        outbox.go_offline(False)
        outbox.until(EMPTY)
        entry = PracticeEntry.objects.get()
        assert abs(entry.done_at - timezone.now()) < timedelta(minutes=2)
        assert entry.practice_date == practice_date(timezone.now(), ZoneInfo("Europe/London"))


def test_a_press_two_nights_ago_is_of_that_night(abroad):
    """Half past two at night still belongs to the day before."""
    today = timezone.now().astimezone(TOKYO).date()
    night = datetime(today.year, today.month, today.day, 2, 30, tzinfo=TOKYO) - timedelta(days=1)
    abroad.page.clock.set_fixed_time(night)
    abroad.go_offline()
    abroad.page.goto("/today/")
    abroad.press("Done")
    pill_says(abroad, "Waiting to be sent: 1")
    abroad.go_offline(False)
    abroad.until(EMPTY)
    entry = PracticeEntry.objects.get()
    assert (entry.done_at, entry.zone) == (night, "Asia/Tokyo")
    assert entry.practice_date == today - timedelta(days=2)


def test_forty_of_two_days_arrive_in_order_and_at_their_times(abroad, long):
    """Each is written on its page and saved by its button, one after the other."""
    began = timezone.now().replace(microsecond=0) - timedelta(days=2)
    moments = [began + timedelta(minutes=72 * n) for n in range(40)]
    abroad.go_offline()
    for n, moment in enumerate(moments):
        abroad.page.clock.set_fixed_time(moment)
        write_in_full(abroad, long, f"Note {n}")
        abroad.page.wait_for_url("**/today/")
    pill_says(abroad, "Waiting to be sent: 40")
    abroad.go_offline(False)
    abroad.until(EMPTY)
    entries = PracticeEntry.objects.order_by("received_at")
    assert [entry.note for entry in entries] == [f"Note {n}" for n in range(40)]
    assert [entry.done_at for entry in entries] == moments
    assert {entry.zone for entry in entries} == {"Asia/Tokyo"}
    assert all(e.practice_date == practice_date(e.done_at, TOKYO) for e in entries)
