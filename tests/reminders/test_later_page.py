"""Remind me later, from a message: three times, one press."""

from datetime import time, timedelta

import pytest
import time_machine
from django.core import mail

from accounts.models import User
from homework.models import Assignment
from homework.practice_day import noon, practice_today
from reminders.models import Recipient, ReminderSlot
from tests.cast import agreed_plan
from tests.homework.presses import logged
from tests.reading import read
from tests.reminders.conftest import local
from tests.reminders.test_press import link_in, mailed  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(cast):
    return f"/today/{cast.assignment.pk}/later/"


def test_the_mail_leads_there_and_one_press_puts_it_off(cast, mailed, signed_in):  # noqa: F811
    lines = mailed.body.splitlines()
    link = "/" + lines[lines.index("Remind me later:") + 1].split("/", 3)[3]
    cleo = signed_in(cast.cleo)
    shown = cleo.get(link, follow=True)
    assert all(label in shown.text for label in ("In an hour", "Tonight", "Tomorrow"))
    assert not ReminderSlot.objects.filter(kind="later").exists()
    answer = cleo.post(shown.redirect_chain[-1][0], {"when": "tomorrow"}, follow=True)
    assert "The next reminder comes on" in answer.text
    assert ReminderSlot.objects.get(kind="later").about == cast.assignment.pk
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("model", "facts"),
    [
        (Recipient, {"is_on": False}),
        (Recipient, {"channels": {"practise": "off"}}),
        (User, {"others_see_phone": True}),
    ],
)
def test_where_reminders_are_off_it_promises_none(cast, page, signed_in, planned, model, facts):
    planned(cast.cleo, "practise")
    ReminderSlot.objects.all().delete()
    model.objects.filter(**{"pk" if model is User else "user": cast.cleo.pk}).update(**facts)
    cleo = signed_in(cast.cleo)
    assert "Your reminders are off." in cleo.get(page).text
    assert "Your reminders are off." in cleo.post(page, {"when": "hour"}).text
    assert not ReminderSlot.objects.exists()


@pytest.mark.parametrize(
    "end",
    [
        lambda cast: cast.assignment.withdraw(by=cast.tess),
        lambda cast: agreed_plan(cast.therapy, cast.tess),
        lambda cast: cast.therapy.pause(by=cast.tess),
        lambda cast: cast.therapy.end(by=cast.tess),
    ],
    ids=["withdrawn", "another week", "paused", "ended"],
)
def test_of_homework_that_rests_it_leads_on_to_today_and_promises_none(cast, page, signed_in, end):
    """A message may lie unread until then."""
    end(cast)
    cleo = signed_in(cast.cleo)
    assert cleo.get(page).url == cleo.post(page, {"when": "hour"}).url == "/today/"
    assert not ReminderSlot.objects.filter(kind="later").exists()


@pytest.fixture
def noon_of_a_day(cast):
    """An hour later is the same day, whenever this runs."""
    tomorrow = practice_today(cast.cleo.zone) + timedelta(days=1)
    with time_machine.travel(noon(tomorrow, cast.cleo.zone)):
        yield


@pytest.mark.usefixtures("noon_of_a_day")
@pytest.mark.parametrize(
    ("when", "quiet", "comes"),
    [
        ("tomorrow", (time(17), time(21)), time(21)),
        ("tonight", (time(19), time(8)), time(19)),
        ("tonight", (time(22), time(8)), time(20)),
        ("hour", (time(11), time(15)), time(13)),
    ],
)
def test_a_time_that_nobody_named_keeps_out_of_quiet_hours(
    cast, page, signed_in, when, quiet, comes
):
    Recipient.objects.filter(user=cast.cleo).update(quiet_from=quiet[0], quiet_until=quiet[1])
    answer = signed_in(cast.cleo).post(page, {"when": when}, follow=True)
    assert f"{comes:%H:%M}" in read(answer)
    due = local(ReminderSlot.objects.get(kind="later"))
    assert (due.hour, due.minute) == (comes.hour, 0)


def test_tomorrow_is_at_the_time_that_was_agreed(cast, page, signed_in):
    """With what is due then anyway it is one message, not a second one in the evening."""
    Assignment.objects.filter(pk=cast.assignment.pk).update(remind_at=time(7, 30))
    assert "07:30" in read(signed_in(cast.cleo).post(page, {"when": "tomorrow"}, follow=True))
    assert local(ReminderSlot.objects.get(kind="later")).time() == time(7, 30)


@pytest.mark.usefixtures("noon_of_a_day")
def test_what_is_logged_today_is_put_off_to_tomorrow_only(cast, page, signed_in):
    """Right before the send the rest would be called off: nothing is promised that never comes."""
    logged(cast.assignment, cast.cleo)
    cleo = signed_in(cast.cleo)
    shown = cleo.get(page).text
    assert "Tomorrow" in shown and "In an hour" not in shown
    assert "Tomorrow" in cleo.post(page, {"when": "hour"}).text
    assert not ReminderSlot.objects.filter(kind="later").exists()
    assert cleo.post(page, {"when": "tomorrow"}).url == "/today/"


def test_what_is_done_for_the_week_is_not_put_off(cast, page, signed_in):
    Assignment.objects.filter(pk=cast.assignment.pk).update(target_count=1)
    logged(cast.assignment, cast.cleo)
    cleo = signed_in(cast.cleo)
    assert "It needs no reminder." in read(cleo.post(page, {"when": "tomorrow"}))
    assert not ReminderSlot.objects.filter(kind="later").exists()


@pytest.mark.parametrize("when", ["", "never", "hour\0"])
def test_a_time_that_is_none_shows_the_choice_again(cast, page, signed_in, when):
    assert "In an hour" in signed_in(cast.cleo).post(page, {"when": when}).text
    assert not ReminderSlot.objects.filter(kind="later").exists()


@pytest.mark.parametrize("who", ["carl", "tess"])
def test_it_is_nobody_elses(cast, page, signed_in, who):
    assert signed_in(getattr(cast, who)).post(page, {"when": "hour"}).status_code in (403, 404)
