"""After three days of reminders without a word, fewer are offered: a question, on Today and Me."""

from datetime import timedelta

import pytest
from django.utils import timezone

from homework.practice_day import practice_today
from reminders.engine.plan import plan_due
from reminders.models import Recipient, ReminderSlot
from tests.homework.presses import logged
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
OFFER = "Would fewer reminders be better?"
EVERY_DAY, FEWER = 0b1111111, 0b0010101


@pytest.fixture
def cleo(cast):
    return Recipient.objects.get(user=cast.cleo)


@pytest.fixture
def client(cast, signed_in):
    return signed_in(cast.cleo)


@pytest.fixture
def sent(cast, cleo):
    """Reminders that went out on this many days, the last of them today."""

    def send(days):
        for back in range(days):
            then = timezone.now() - back * DAY
            ReminderSlot.objects.create(
                clinic=cast.harbour,
                recipient=cleo,
                therapy=cast.therapy,
                kind="practise",
                about=cast.assignment.pk,
                practice_date=practice_today(cast.cleo.zone) - back * DAY,
                number=9,
                due_at=then - DAY / 24,
                not_after=then,
                state="sent",
                settled_at=then,
            )
        plan_again()

    return send


def plan_again():
    Recipient.objects.replan()
    plan_due()


def weekdays(recipient):
    recipient.refresh_from_db()
    return recipient.weekdays


@pytest.mark.parametrize(("days", "offered"), [(2, False), (3, True), (5, True)])
def test_it_is_offered_after_three_on_today_and_on_me(client, cleo, sent, days, offered):
    sent(days)
    for page in ("/today/", "/me/", "/me/reminders/"):
        assert (OFFER in client.get(page).text) is offered
    assert weekdays(cleo) == EVERY_DAY


def test_one_press_takes_it_and_one_takes_it_back(client, cleo, sent):
    sent(3)
    answer = client.post("/me/reminders/fewer/", {"fewer": "1", "today": "1"}, follow=True)
    assert answer.request["PATH_INFO"] == "/today/" and "Undo" in answer.text
    assert weekdays(cleo) == FEWER and OFFER not in answer.text
    back = client.post("/me/reminders/fewer/", {"today": "1"}, follow=True)
    assert weekdays(cleo) == EVERY_DAY and OFFER not in back.text


def test_leave_it_as_it_is_ends_it_for_some_weeks(client, cleo, sent):
    sent(3)
    client.post("/me/reminders/fewer/", {"today": "1"})
    plan_again()
    assert weekdays(cleo) == EVERY_DAY
    assert OFFER not in client.get("/today/").text and OFFER not in client.get("/me/").text
    Recipient.objects.update(asked_fewer_on=practice_today(cleo.user.zone) - 31 * DAY)
    plan_again()
    assert OFFER in client.get("/today/").text


def test_who_has_logged_meanwhile_is_not_asked(cast, client, cleo, sent):
    sent(3)
    logged(cast.assignment, cast.cleo)
    assert OFFER not in client.get("/today/").text and not cleo.is_offered_fewer
    plan_again()
    cast.cleo.refresh_from_db()
    assert cast.cleo.offer == ""


def test_ones_own_days_are_not_questioned(cast, client, cleo, sent):
    cleo.choose(by=cast.cleo, weekdays=0b0000011)
    sent(3)
    assert OFFER not in client.get("/today/").text


@pytest.mark.parametrize("pressed", [{}, {"fewer": "1"}])
def test_chosen_days_survive_a_press_on_an_old_page(cast, client, cleo, sent, pressed):
    sent(3)
    cleo.choose(by=cast.cleo, weekdays=0b0000011)
    page = client.post("/me/reminders/fewer/", {"today": "1", **pressed}, follow=True).text
    assert weekdays(cleo) == 0b0000011 and "All as it was." in page


def test_what_one_clinic_says_does_not_end_the_offer_of_another(cast, client, cleo, sent):
    """She is with two: the second is planned alone, at another hour of the day."""
    Recipient.objects.place(clinic=cast.meadow.pk, user=cast.cleo.pk)
    sent(3)
    Recipient.objects.replan(clinic=cast.meadow)
    plan_due()
    assert OFFER in client.get("/today/").text


def test_whoever_has_no_offer_pays_no_query_for_it(client, sent):
    plain = queries_of(client, "/today/")
    sent(2)
    assert len(queries_of(client, "/today/")) == len(plain)
