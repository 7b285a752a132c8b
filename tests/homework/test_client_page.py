"""The golden thread of one client: what is shown, to whom, and that looking is noted."""

import re
from datetime import timedelta

import pytest
from django.db.models import F
from django.utils import timezone

from accounts.models import AuditEvent, Cover, Therapy
from goals.models import GoalRating
from homework.models import Attention, PracticeEntry, Review, WeekPlan, WeekReport
from tests.cast import agreed_plan
from tests.homework.presses import logged
from tests.queries import queries_of
from tests.reading import read

pytestmark = pytest.mark.django_db


def url(cast):
    return f"/caseload/{cast.therapy.pk}/"


def log(cast, assignment=None, days_ago=0, state="done", **words):
    return logged(assignment or cast.assignment, cast.cleo, state, days_ago, **words)


def months_of_weeks(cast, weeks):
    """Earlier weeks, each with a plan, two practices, a report and a review."""
    now = timezone.now()
    for back in range(weeks, 0, -1):
        at = now - timedelta(days=7 * back)
        plan = agreed_plan(cast.therapy, cast.tess, "Two buses", "Look out of the window")
        for assignment in plan.assignments.all():
            log(
                cast, assignment, days_ago=7 * back - 1, where="Bus", note="Fine", before=6, after=3
            )
        WeekReport.send(plan, topics="Sunday", by=cast.cleo)
        Review.of(plan, by=cast.tess).finish(by=cast.tess)
        session = cast.therapy.sessions.create(
            clinic=cast.harbour, starts_at=at, created_by=cast.tess
        )
        session.write_insight("It passes", by=cast.tess)
        WeekPlan.objects.filter(pk=plan.pk).update(agreed_at=at, starts_on=at.date())


def test_the_thread_goes_from_goal_to_report(cast, signed_in):
    cast.session.write_insight("Nobody looks at me", by=cast.tess)
    log(cast, note="I rode two.", where="Line 9")
    WeekReport.send(cast.plan, topics="Sunday rang twice", by=cast.cleo)
    text = signed_in(cast.tess).get(url(cast)).text
    words = [
        "Take the bus to work",
        "Wait at the stop",
        "Nobody looks at me",
        "One small thing",
        "Two buses",
        "I rode two.",
        "Sunday rang twice",
        "The next week plan is tied on here.",
    ]
    places = [text.index(each) for each in words]
    assert places == sorted(places)


def test_looking_opens_entries_reads_the_report_and_is_audited_once(cast, signed_in):
    entry = log(cast, note="I rode two.")
    report = WeekReport.send(cast.plan, topics="Sunday", by=cast.cleo)
    signed_in(cast.tess).get(url(cast))
    entry.refresh_from_db()
    report.refresh_from_db()
    assert entry.opened_by == cast.tess and report.read_by == cast.tess
    assert AuditEvent.objects.filter(actor=cast.tess, action="therapy.read").count() == 1
    assert Attention.objects.get(therapy=cast.therapy).stale


def test_the_first_look_says_what_is_new_and_the_second_does_not(cast, signed_in):
    log(cast, note="I rode two.")
    assert "New." in signed_in(cast.tess).get(url(cast)).text
    assert "New." not in signed_in(cast.tess).get(url(cast)).text


def test_a_supervisor_opens_entries_and_leaves_the_report_to_the_therapist(cast, signed_in):
    entry = log(cast, note="I rode two.")
    report = WeekReport.send(cast.plan, topics="Sunday", by=cast.cleo)
    text = signed_in(cast.vera).get(url(cast)).text
    entry.refresh_from_db()
    report.refresh_from_db()
    assert entry.opened_by == cast.vera and report.read_at is None
    assert "You read along" in text and "Answer in a few words" not in text
    assert entry.heard_at is None and "New." in signed_in(cast.tess).get(url(cast)).text
    entry.refresh_from_db()
    assert entry.heard_at > entry.opened_at and entry.opened_by == cast.vera


def test_who_reads_along_is_led_to_all_that_is_read(cast, signed_in):
    vera = signed_in(cast.vera)
    doors = vera.get(url(cast)).text.partition('class="doors"')[2].partition("</nav>")[0]
    led_to = re.findall('href="([^"]+)"', doors)
    pages = {address.removeprefix(url(cast)) for address in led_to}
    assert pages == {"pictures/", "sheet/", "paper/", "summary/", "measures/"}
    assert {vera.get(address).status_code for address in led_to} == {200}


def test_where_an_answer_is_written_the_entry_is_read(cast, signed_in):
    entry = log(cast, note="I rode two.")
    address = url(cast) + f"entries/{entry.pk}/feedback/"
    assert "I rode two." in signed_in(cast.tess).get(address).text
    entry.refresh_from_db()
    assert entry.opened_by == cast.tess and entry.heard_at
    assert AuditEvent.objects.filter(actor=cast.tess, action="therapy.read").count() == 1


def test_a_private_practice_shows_that_it_happened_and_nothing_else(cast, signed_in):
    entry = log(
        cast, private=True, note="Secret", where="Hidden", obstacle_words="Shame", before=9, after=1
    )
    text = signed_in(cast.tess).get(url(cast)).text
    assert "kept private" in text
    assert not any(word in text for word in ("Secret", "Hidden", "Shame", "9 before"))
    entry.refresh_from_db()
    assert entry.opened_at is None


def test_a_private_not_today_is_absent(cast, signed_in):
    log(cast, state="not_today", private=True, note="Could not")
    text = signed_in(cast.tess).get(url(cast)).text
    assert "kept private" not in text and "Not today" not in text


def test_taken_back_before_anybody_looked_leaves_no_trace(cast, signed_in):
    log(cast, note="Wrong button").withdraw(by=cast.cleo)
    text = signed_in(cast.tess).get(url(cast)).text
    assert "taken back" not in text and "Wrong button" not in text


def test_taken_back_afterwards_says_that_it_was_there(cast, signed_in):
    entry = log(cast, note="Too much")
    signed_in(cast.tess).get(url(cast))
    entry.refresh_from_db()
    entry.withdraw(by=cast.cleo)
    text = signed_in(cast.tess).get(url(cast)).text
    assert "An entry that was taken back" in text and "Too much" not in text


def test_made_private_after_it_was_opened_hides_words_and_earlier_wordings(cast, signed_in):
    entry = log(cast, note="First words")
    signed_in(cast.tess).get(url(cast))
    entry.refresh_from_db()
    entry.correct(by=cast.cleo, note="Second words")
    assert "First words" in signed_in(cast.tess).get(url(cast)).text
    entry.make_private(by=cast.cleo)
    text = signed_in(cast.tess).get(url(cast)).text
    assert "First words" not in text and "Second words" not in text and "kept private" in text


def test_who_stands_in_sees_four_weeks(cast, signed_in):
    log(cast, days_ago=40, note="Long ago")
    log(cast, days_ago=2, note="The other day")
    text = signed_in(cast.will).get(url(cast)).text
    assert "The other day" in text and "Long ago" not in text and "You stand in" in text
    assert signed_in(cast.will).get(url(cast) + "weeks/").status_code == 403


def test_pictures_count_what_others_may_know_of(cast, signed_in):
    log(cast, days_ago=1, where="Bus 9", state="partly", before=7, after=4)
    log(cast, where="bus 9", obstacle="tired")
    log(cast, where="Attic", private=True)
    GoalRating.objects.rate(cast.goal, 4, on=timezone.localdate(), by=cast.cleo)
    pictures = signed_in(cast.tess).get(url(cast)).context["thread"].pictures
    assert pictures.places == [("Bus 9", 2)]
    assert pictures.obstacles == [("I was too tired", 1)]
    assert sum(week.done + week.partly for week in pictures.weeks) == 3
    assert pictures.ratings[0][1][0][1] == 4


def test_it_costs_the_same_after_months(cast, signed_in):
    months_of_weeks(cast, weeks=2)
    running = agreed_plan(cast.therapy, cast.tess)
    log(cast, running.assignments.get(), note="Today")
    few = queries_of(signed_in(cast.tess), url(cast))
    months_of_weeks(cast, weeks=16)
    many = queries_of(signed_in(cast.tess), url(cast))
    assert len(few) == len(many) <= 12, many


def test_older_weeks_come_by_the_page(cast, signed_in):
    months_of_weeks(cast, weeks=10)
    first = signed_in(cast.tess).get(url(cast) + "weeks/").context["thread"]
    second = signed_in(cast.tess).get(url(cast) + "weeks/", {"before": first.next_key})
    assert len(first.weeks) == 8 and len(second.context["thread"].weeks) == 2
    for broken in ("x", "2026-01-01"):
        page = signed_in(cast.tess).get(url(cast) + "weeks/", {"before": broken})
        assert page.status_code == 200


def test_an_invited_client_has_a_page_without_a_thread(cast, signed_in):
    begun = Therapy.begin(
        clinic=cast.harbour, lead=cast.tess, client_name="Nia Frost", by=cast.tess
    )
    text = signed_in(cast.tess).get(f"/caseload/{begun.pk}/").text
    assert "Not joined yet" in text and "Nia Frost" in text


def test_an_ended_therapy_is_to_be_read_only(cast, signed_in):
    entry = log(cast, note="I rode two.")
    cast.therapy.end(by=cast.tess)
    text = signed_in(cast.tess).get(url(cast)).text
    assert "This therapy has ended" in text and "Review and plan" not in text
    answer = signed_in(cast.tess).post(url(cast) + f"entries/{entry.pk}/feedback/", {"text": "x"})
    assert answer.status_code == 403


@pytest.mark.parametrize(
    ("who", "status"),
    [("otto", 404), ("zoe", 404), ("emil", 403), ("cleo", 403), ("ada", 403), ("will", 200)],
)
def test_only_those_who_treat_a_client_reach_the_page(cast, signed_in, who, status):
    assert signed_in(getattr(cast, who)).get(url(cast)).status_code == status


def test_an_answer_to_an_entry_is_given_once_and_can_be_changed(cast, signed_in):
    entry = log(cast, note="I rode two.")
    address = url(cast) + f"entries/{entry.pk}/feedback/"
    for text in ("Two at once!", "Two at once!", "Two at once, in the rain."):
        assert signed_in(cast.tess).post(address, {"text": text}).status_code == 302
    entry.refresh_from_db()
    assert entry.feedback.text == "Two at once, in the rain."
    assert AuditEvent.objects.filter(action="feedback.given").count() == 2


def test_an_answer_can_suggest_a_change_for_the_hour(cast, signed_in):
    entry = log(cast, note="Too loud.")
    words = {"text": "I hear you.", "suggestion": "The quiet carriage"}
    tess = signed_in(cast.tess)
    tess.post(f"{url(cast)}entries/{entry.pk}/feedback/", words)
    assert "Suggested:</span> The quiet carriage" in tess.get(url(cast)).text
    assert "The quiet carriage" in tess.get(f"{url(cast)}review/").text
    told = signed_in(cast.cleo).get(f"/history/{entry.pk}/").text
    assert "The quiet carriage" in told and "Tess, " in told
    assert "Nothing changes by itself." in told and "Answers come now and then" in told
    assert ", read </span>" in read(signed_in(cast.tess).get(url(cast)))


def test_an_empty_or_impossible_answer_is_refused(cast, signed_in):
    entry = log(cast, note="I rode two.")
    address = url(cast) + f"entries/{entry.pk}/feedback/"
    for text in ("", "x" * 1001, "nul\0"):
        page = signed_in(cast.tess).post(address, {"text": text})
        assert page.status_code == 422 and "There is a problem" in page.text
    assert not hasattr(PracticeEntry.objects.get(pk=entry.pk), "feedback")


def test_reading_an_entry_to_answer_it_is_noted(cast, signed_in):
    entry = log(cast, note="I rode two.")
    address = url(cast) + f"entries/{entry.pk}/feedback/"
    assert "I rode two." in signed_in(cast.vera).get(address).text
    entry.refresh_from_db()
    assert (entry.opened_by, entry.opened_at is None) == (cast.vera, False)
    event = AuditEvent.objects.get(action="entry.read")
    assert (event.actor, event.therapy_id) == (cast.vera, cast.therapy.pk)
    assert "read an entry" in signed_in(cast.cleo).get("/me/looked/").text


def test_no_answer_to_what_is_private_or_somebody_elses(cast, signed_in):
    private = log(cast, private=True, note="Mine")
    address = url(cast) + f"entries/{private.pk}/feedback/"
    assert signed_in(cast.tess).post(address, {"text": "x"}).status_code == 404
    entry = log(cast, note="Ours")
    elsewhere = f"/caseload/{cast.other.pk}/entries/{entry.pk}/feedback/"
    assert signed_in(cast.otto).post(elsewhere, {"text": "x"}).status_code == 404
    ours = url(cast) + f"entries/{entry.pk}/feedback/"
    assert signed_in(cast.vera).post(ours, {"text": "x"}).status_code == 403


def test_a_colleague_opens_a_record_for_an_hour_with_a_reason(cast, signed_in):
    address = f"/caseload/{cast.therapy.pk}/open-record/"
    refused = signed_in(cast.otto).post(address, {"reason": ""})
    assert refused.status_code == 422 and not Cover.objects.filter(therapist=cast.otto).exists()
    for _press in range(2):
        signed_in(cast.otto).post(address, {"reason": "Tess is ill, Cleo rang"})
    cover = Cover.objects.get(therapist=cast.otto)
    assert cover.break_glass and cover.kind == "read"
    page = signed_in(cast.otto).get(url(cast))
    assert "Opened for an hour" in page.text


def test_nobody_opens_their_own_record_as_a_colleague(cast, signed_in):
    Therapy.objects.filter(pk=cast.other.pk).update(client=cast.vera)
    page = f"/caseload/{cast.other.pk}/open-record/"
    assert signed_in(cast.vera).get(page).status_code == 404
    assert signed_in(cast.vera).post(page, {"reason": "Curious"}).status_code == 404


def test_nobody_from_elsewhere_opens_a_record(cast, signed_in):
    address = f"/caseload/{cast.therapy.pk}/open-record/"
    for who, status in (("zoe", 404), ("cleo", 403), ("ada", 403), ("emil", 403)):
        assert signed_in(getattr(cast, who)).get(address).status_code == status
    assert signed_in(cast.tess).get(address).status_code == 302


def test_how_it_goes_lately_is_said_after_a_week_of_plan(cast, signed_in):
    page = signed_in(cast.tess)
    assert "ately" not in page.get(url(cast)).text
    WeekPlan.objects.update(starts_on=F("starts_on") - timedelta(days=7))
    assert "Nothing of the plan was logged lately." in page.get(url(cast)).text
    log(cast)
    assert "% of the plan was logged." in page.get(url(cast)).text


def test_the_key_of_the_review_is_named_where_it_leads_somewhere(cast, signed_in):
    invited = Therapy.begin(clinic=cast.harbour, lead=cast.tess, client_name="Nia", by=cast.tess)
    page = signed_in(cast.tess)
    assert "<kbd>r</kbd>" in page.get(url(cast)).text
    assert "<kbd>r</kbd>" not in page.get(f"/caseload/{invited.pk}/").text
