"""The plan on the phone: said back, agreed to, or asked to be different."""

import pytest
from django.test import Client

from accounts.models import Draft, Therapy
from homework.models import Assignment, WeekPlan
from tests.homework.presses import address
from tests.queries import queries_of
from tests.threads import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(cast):
    """Next week, laid before Cleo: one homework again, one new."""
    plan = WeekPlan.prepare(cast.therapy, by=cast.tess)
    cast.assignment.carry_into(plan)
    Assignment.objects.create(
        clinic=cast.harbour,
        therapy=cast.therapy,
        plan=plan,
        step=cast.step,
        title="Ask the driver one question",
        after_what="after work",
        obstacle="the bus is full",
        obstacle_plan="I nod to the driver",
        target_count=2,
        position=1,
    )
    plan.propose(by=cast.tess)
    return plan


@pytest.fixture
def new(plan):
    return plan.assignments.get(position=1)


@pytest.fixture
def client(cast, client):
    client.force_login(cast.cleo)
    return client


def homework_of(page):
    """Without what follows it on reminders, where one number is chosen already."""
    return page.split("messages_a_day")[0]


def test_new_homework_is_said_back_and_the_rest_is_short(client, plan):
    page = client.get(address("agree", plan)).content.decode()
    assert "<mark>After work</mark>: I will do this. <mark>Ask the driver one question" in page
    assert "<mark>the bus is full</mark>" in page and "2 times in 7 days" in page
    assert page.count("How sure are you that you will do it?") == 1
    assert page.count("Same again") == 1 and "Two buses" in page
    assert "checked" not in homework_of(page)


def test_a_care_note_is_read_before_agreeing_also_where_no_steps_are_told(client, plan, new):
    new.how, new.care = "", "Stop if you feel dizzy."
    new.save(update_fields=["how", "care"])
    assert "Stop if you feel dizzy." in client.get(f"{address('agree', plan)}?all").text


def test_what_might_get_in_the_way_can_be_said_in_own_words(cast, client, plan, new):
    words = {f"obstacle_{new.pk}": "my voice shakes", f"then_{new.pk}": ""}
    client.post(f"/drafts/agree/{plan.pk}/", words | {f"sure_{new.pk}": "70"})
    page = client.get(address("agree", plan)).content.decode()
    assert 'value="my voice shakes"' in page and "checked" not in homework_of(page)
    client.post(address("agree", plan), words | {"edition": plan.edition})
    new.refresh_from_db()
    assert (new.obstacle, new.obstacle_plan) == ("my voice shakes", "I nod to the driver")
    assert new.confidence is None and not Draft.objects.exists()


def test_what_is_too_long_is_refused_and_nothing_is_agreed(client, plan, new):
    sent = {"edition": plan.edition, f"then_{new.pk}": "x" * 301}
    answer = client.post(address("agree", plan), sent)
    assert answer.status_code == 422 and "data-step" not in answer.content.decode()
    plan.refresh_from_db()
    assert plan.state == "proposed"


def test_one_press_agrees_and_closes_the_week_before(cast, client, plan):
    answer = client.post(address("agree", plan), {"edition": plan.edition})
    plan.refresh_from_db()
    cast.plan.refresh_from_db()
    assert answer.url == "/today/" and plan.state == "agreed" and cast.plan.state == "closed"
    assert plan.agreement.by == cast.cleo and not plan.agreement.in_the_room


@pytest.mark.django_db(transaction=True)
def test_a_wish_pressed_twice_at_once_is_asked_once(cast, plan):
    wish = {"change": "", "text": "Fewer days, please"}

    def press(_n):
        phone = Client()
        phone.force_login(cast.cleo)
        return phone.post(address("plan-change", plan), wish).status_code

    assert at_once(press, times=4) == [302] * 4
    assert plan.change_requests.count() == 1


def test_a_wish_for_a_plan_that_is_taken_back_meanwhile_is_not_asked(
    client, cast, plan, monkeypatch
):
    lock = Therapy.lock

    def taken_back_first(therapy):
        monkeypatch.setattr(Therapy, "lock", lock)
        WeekPlan.objects.get(pk=plan.pk).take_back(by=cast.tess)
        lock(therapy)

    monkeypatch.setattr(Therapy, "lock", taken_back_first)
    client.post(address("plan-change", plan), {"change": "", "text": "Fewer days, please"})
    assert not plan.change_requests.exists()


def test_pressed_twice_it_is_agreed_once(client, plan):
    client.post(address("agree", plan), {"edition": plan.edition})
    assert "This plan was agreed on" in client.post(address("agree", plan)).content.decode()


def test_how_sure_the_client_is_is_kept(client, plan, new):
    client.post(address("agree", plan), {"edition": plan.edition, f"sure_{new.pk}": "70"})
    new.refresh_from_db()
    assert new.confidence == 70


def test_untouched_how_sure_is_no_answer(client, plan, new):
    client.post(address("agree", plan), {"edition": plan.edition})
    new.refresh_from_db()
    assert new.confidence is None


@pytest.mark.parametrize("number", ["75", "110", "very"])
def test_another_number_is_refused(client, plan, new, number):
    answer = client.post(
        address("agree", plan), {"edition": plan.edition, f"sure_{new.pk}": number}
    )
    page = answer.content.decode()
    assert answer.status_code == 422 and "Choose a number from 0 to 100." in page
    assert "<title>Error:" in page
    plan.refresh_from_db()
    assert plan.state == "proposed"


@pytest.mark.parametrize("edition", ["", "7", "x"])
def test_a_plan_that_changed_in_the_meantime_is_read_again(client, plan, edition):
    answer = client.post(address("agree", plan), {"edition": edition})
    assert (
        answer.status_code == 422 and "has changed since you opened it" in answer.content.decode()
    )


@pytest.mark.parametrize(
    ("offer", "words"),
    [("smaller", "Make it smaller: "), ("move", "Another time or place: "), ("drop", "Leave it")],
)
def test_an_offer_becomes_a_wish_and_nothing_is_agreed(client, plan, new, offer, words):
    for _time in range(2):
        client.post(address("plan-change", plan), {"change": f"{offer}:{new.pk}"})
    plan.refresh_from_db()
    assert plan.change_requests.get().text.startswith(words) and plan.state == "proposed"
    assert "Ask the driver one question" in plan.change_requests.get().text


def test_a_wish_in_own_words_is_shown_back(client, plan):
    client.post(f"/drafts/plan/{plan.pk}/", {"text": "Rather on Sun"})
    assert "Rather on Sun" in client.get(address("agree", plan)).content.decode()
    client.post(address("plan-change", plan), {"text": "Rather on Sunday"})
    page = client.get(address("agree", plan)).content.decode()
    assert "You asked for a change." in page and page.count("Rather on Sun") == 1


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({}, "Write what you would like to be different."),
        ({"change": "smaller:1"}, "Write what you would like to be different."),
        ({"change": "grow"}, "Write what you would like to be different."),
        ({"text": "x" * 1001}, "Use 1000 letters or fewer."),
        ({"text": "a\0b"}, "cannot be kept"),
    ],
)
def test_an_empty_or_impossible_wish_is_refused(client, plan, sent, words):
    answer = client.post(address("plan-change", plan), sent)
    assert answer.status_code == 422 and words in answer.content.decode()
    assert not plan.change_requests.exists()


def test_reworded_and_laid_down_again_it_is_read_again_too(cast, client, plan, new):
    read = plan.edition
    plan.take_back(by=cast.tess)
    new.reword(title="Ask the driver ten questions")
    plan.propose(by=cast.tess)
    answer = client.post(address("agree", plan), {"edition": read})
    plan.refresh_from_db()
    assert (answer.status_code, plan.state) == (422, "proposed")
    assert "ten questions" in answer.content.decode()


def test_a_plan_taken_back_can_be_neither_agreed_nor_read(cast, client, plan):
    plan.take_back(by=cast.tess)
    answer = client.post(address("agree", plan), {"edition": plan.edition})
    assert "is being changed" in answer.content.decode()
    assert "Ask the driver" not in client.get(address("agree", plan)).content.decode()
    assert "is being changed" in client.post(address("plan-change", plan), {}).text
    plan.refresh_from_db()
    assert plan.state == "draft" and not plan.change_requests.exists()


def test_it_takes_a_constant_number_of_queries(cast, client, plan):
    few = len(queries_of(client, address("agree", plan)))
    for _more in range(3):
        cast.assignment.carry_into(plan, title="Another")
    assert len(queries_of(client, address("agree", plan))) == few <= 9


@pytest.mark.parametrize("name", ["agree", "plan-change"])
def test_a_strangers_plan_does_not_exist(cast, signed_in, plan, name):
    assert signed_in(cast.carl).post(address(name, plan)).status_code == 404
    assert signed_in(cast.zack).post(address(name, plan)).status_code == 404
    assert signed_in(cast.tess).post(address(name, plan)).status_code == 403


@pytest.mark.parametrize("meanwhile", ["take_back", "agree"])
def test_a_wish_that_comes_too_late_goes_back_to_who_wrote_it(cast, client, plan, meanwhile):
    getattr(plan, meanwhile)(by=cast.tess)
    answer = client.post(address("plan-change", plan), {"text": "Rather with my sister"})
    assert answer.status_code == 422 and not plan.change_requests.exists()
    assert "This was not sent" in answer.text and "Rather with my sister" in answer.text


def test_so_do_words_beside_a_yes_but_not_those_of_the_first_of_two_presses(
    cast, client, plan, new
):
    words = {f"obstacle_{new.pk}": "Rain", f"then_{new.pk}": "Take a coat"}
    sent = words | {"edition": plan.edition}
    client.post(address("agree", plan), sent)
    again = client.post(address("agree", plan), sent)
    assert again.status_code == 200 and "This was not sent" not in again.text
    other = client.post(address("agree", plan), sent | {f"then_{new.pk}": "Wait"})
    assert other.status_code == 422 and "Wait" in other.text and "Take a coat" not in other.text
