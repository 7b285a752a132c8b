"""The review and plan screen: last week left, next week right, saved as it goes."""

import pytest
from django.urls import reverse

from homework.models import Assignment, Decision, PracticeEntry, Review, WeekPlan, WeekReport
from tests.homework.presses import HTMX, logged

pytestmark = pytest.mark.django_db


@pytest.fixture
def screen(cast, signed_in):
    """The review screen of Cleo's therapy, as Tess opens and sends it."""
    return Screen(cast, signed_in(cast.tess))


class Screen:
    def __init__(self, cast, client):
        self.cast, self.client = cast, client
        self.url = self.at("review")

    def at(self, name, *args):
        return reverse(name, args=[self.cast.therapy.pk, *args])

    @property
    def plan(self):
        return self.cast.therapy.plans.in_preparation().first()

    def answers(self, **answers):
        edition = self.plan.edition if self.plan else 0
        return {"edition": edition, "week": str(self.cast.plan.pk), **answers}

    def decide(self, choice, again="", **answers):
        pk = self.cast.assignment.pk
        return self.save(**{f"decision-{pk}": choice, f"again-{pk}": again}, **answers)

    def save(self, **answers):
        return self.client.post(self.url, self.answers(**answers))


def test_it_shows_last_week_with_the_report_and_the_shared_words(screen):
    logged(screen.cast.assignment, screen.cast.cleo, note="The driver waited for me.")
    WeekReport.send(screen.cast.plan, topics="My sister", by=screen.cast.cleo)
    page = screen.client.get(screen.url).content.decode()
    assert "1 practice of 4 planned" in page
    assert "The driver waited for me." in page and "My sister" in page
    assert "What would make it fit you better?" in page


def test_private_words_never_reach_it(screen):
    logged(screen.cast.assignment, screen.cast.cleo, note="Nobody may read this", private=True)
    logged(
        screen.cast.assignment, screen.cast.cleo, state="not_today", private=True, note="Nor this"
    )
    page = screen.client.get(screen.url).content.decode()
    assert "Nobody may read this" not in page
    assert "one kept private" in page and "Not today, " not in page


def test_whoever_opens_it_has_read_what_was_shared(screen):
    entry = logged(screen.cast.assignment, screen.cast.cleo, note="I rode one stop.")
    report = WeekReport.send(screen.cast.plan, topics="Sunday", by=screen.cast.cleo)
    screen.client.get(screen.url)
    entry.refresh_from_db()
    report.refresh_from_db()
    assert entry.opened_by == screen.cast.tess and report.read_by == screen.cast.tess


def test_keeping_carries_the_homework_over_once(screen):
    screen.decide("keep")
    screen.decide("keep", "as_it_is", focus="Two more")
    carried = screen.plan.assignments.get()
    assert carried.title == "Two buses" and carried.carried_from == screen.cast.assignment
    assert screen.plan.focus == "Two more"


def test_finished_takes_the_carried_homework_out_again(screen):
    screen.decide("step_up")
    assert screen.plan.assignments.count() == 1
    screen.decide("finished")
    assert screen.plan.assignments.count() == 0


def test_not_this_week_sets_it_aside_and_it_can_come_back(screen):
    screen.decide("keep", "not_now")
    assert screen.plan.assignments.count() == 0
    assert "Not this week" in screen.client.get(screen.url).content.decode()
    screen.decide("keep", "as_it_is")
    assert screen.plan.assignments.count() == 1


def test_what_is_stepped_up_asks_anew_how_sure_the_client_is(screen):
    screen.cast.assignment.reword(confidence=90)
    screen.decide("keep")
    assert screen.plan.assignments.get().confidence == 90
    screen.decide("step_up")
    assert screen.plan.assignments.get().confidence is None


def test_a_reworded_homework_stays_reworded_when_the_screen_is_saved_again(screen):
    screen.decide("step_up")
    screen.plan.assignments.get().reword(title="Three buses", confidence=80)
    screen.decide("step_up", feedback="Well done")
    carried = screen.plan.assignments.get()
    assert (carried.title, carried.confidence) == ("Three buses", 80)


def test_the_later_of_two_windows_is_told_and_keeps_its_words(screen):
    stale = screen.answers(focus="From the second window")
    screen.save(focus="From the first window")
    response = screen.client.post(screen.url, stale)
    page = response.content.decode()
    assert response.status_code == 422 and "Error:" in page
    assert "From the second window" in page and "From the first window" in page
    assert screen.plan.focus == "From the first window"


def test_after_being_told_the_later_window_may_save(screen):
    stale = screen.answers(focus="Second")
    screen.save(focus="First")
    screen.client.post(screen.url, stale)
    screen.save(focus="Second")
    assert screen.plan.focus == "Second"


def test_a_window_from_before_an_agreement_saves_nothing_onto_the_next_week(screen):
    old = screen.answers(focus="Old")
    screen.decide("keep")
    screen.client.post(screen.at("plan-agreement"))
    assert screen.client.post(screen.url, old).status_code == 422
    assert screen.plan is None


def test_it_saves_while_somebody_types_and_says_when(screen):
    answers = screen.answers(fit="Mornings")
    response = screen.client.post(screen.url, answers, headers=HTMX)
    words = response.content.decode()
    assert "Saved at" in words and 'name="edition" value="1"' in words
    assert Review.objects.get().fit == "Mornings"


def test_half_an_insight_is_kept_but_not_shared(screen):
    half = screen.answers(insight="That waiting is")
    screen.client.post(screen.url, half, headers=HTMX)
    assert screen.cast.therapy.insights.count() == 0
    assert "That waiting is" in screen.client.get(screen.url).content.decode()


def test_an_insight_is_written_down_with_the_session(screen):
    screen.save(insight="That waiting is the step.")
    screen.save(insight="That waiting is the step.")
    insight = screen.cast.therapy.insights.get()
    assert insight.text == "That waiting is the step." and insight.session


def test_looking_and_saving_nothing_writes_nothing(screen):
    screen.client.get(screen.url)
    screen.client.post(screen.url, screen.answers(steps=[str(screen.cast.step.pk)]))
    assert screen.plan is None and not Review.objects.exists()


@pytest.mark.parametrize(
    "answers",
    [
        {"focus": "x" * 201},
        {"focus": "a\0b"},
        {"steps": ["11111111-1111-1111-1111-111111111111"]},
        {"quality": "splendid"},
        {"edition": "later"},
        {"edition": "-1"},
    ],
)
def test_what_cannot_be_kept_is_refused_with_the_page(screen, answers):
    response = screen.client.post(screen.url, screen.answers(**answers))
    assert response.status_code == 422
    assert "There is a problem" in response.content.decode()
    assert screen.plan is None


def test_a_foreign_homework_in_a_decision_is_not_heard(screen):
    other = Assignment.objects.create(
        clinic=screen.cast.harbour,
        therapy=screen.cast.other,
        plan=WeekPlan.prepare(screen.cast.other, by=screen.cast.otto),
        title="Carl's",
        target_count=1,
    )
    screen.save(**{f"decision-{other.pk}": "keep"}, focus="Ours")
    assert not Decision.objects.exists()


def test_each_sixth_session_asks_whether_the_goal_is_still_right(screen):
    cast = screen.cast
    assert "Is the goal still right?" not in screen.client.get(screen.url).content.decode()
    for days in range(7, 42, 7):
        earlier = cast.session.starts_at - (cast.session.starts_at - cast.session.starts_at)
        cast.therapy.sessions.create(
            clinic=cast.harbour,
            starts_at=earlier.replace(microsecond=days),
            created_by=cast.tess,
        )
    cast.session.move(to=cast.session.starts_at.replace(microsecond=999), by=cast.tess)
    cast.therapy.sessions.exclude(pk=cast.session.pk).update(
        starts_at=cast.session.starts_at.replace(year=2020)
    )
    assert "Is the goal still right?" in screen.client.get(screen.url).content.decode()


def test_a_supervisor_looks_and_cannot_write(screen, signed_in):
    vera = signed_in(screen.cast.vera)
    page = vera.get(screen.url)
    assert page.status_code == 200 and "Agree on this week" not in page.content.decode()
    assert vera.post(screen.url, screen.answers()).status_code == 403


def test_a_stranger_finds_nothing(screen, signed_in):
    assert signed_in(screen.cast.otto).get(screen.url).status_code == 404


def test_entries_seen_in_the_hour_are_standing_ones(screen):
    entry = logged(screen.cast.assignment, screen.cast.cleo, note="Taken back")
    entry.withdraw(by=screen.cast.cleo)
    assert "Taken back" not in screen.client.get(screen.url).content.decode()
    assert PracticeEntry.objects.get().opened_at is None
