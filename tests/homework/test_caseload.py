"""The therapist's home: everybody in order of need, in words."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import AuditEvent, Therapy
from homework.models import (
    Attention,
    KeptView,
    PracticeEntry,
    TherapySession,
    WeekPlan,
    WeekReport,
)
from homework.practice_day import DAY_ENDS, practice_today
from tests.cast import agreed_plan, person, therapy
from tests.homework.presses import logged
from tests.queries import queries_of
from tests.reading import read

pytestmark = pytest.mark.django_db
URL = "/caseload/"
DAY = timedelta(days=1)


def log(cast, note="", days_ago=0, received_days_ago=0, **words):
    entry = logged(cast.assignment, cast.cleo, days_ago=days_ago, note=note, **words)
    received = timezone.now() - timedelta(days=received_days_ago)
    PracticeEntry.objects.filter(pk=entry.pk).update(received_at=received)
    return entry


def many(cast, count):
    """More clients of Tess, each with a plan and a report of their own."""
    for number in range(count):
        client = person(f"client{number}")
        begun = therapy(cast.harbour, cast.tess, client)
        plan = agreed_plan(begun, cast.tess)
        WeekReport.send(plan, topics=f"Topic {number}", by=client)


def test_it_shows_who_needs_a_look_and_why_in_words(cast, signed_in):
    WeekReport.send(cast.plan, topics="Sunday. My sister rang.", by=cast.cleo)
    page = signed_in(cast.tess).get(URL)
    assert page.context["caseload"].groups[0]["title"] == "Before the next session"
    assert "Report sent. Wants to talk about “Sunday”" in page.text


def test_an_old_unread_note_comes_first(cast, signed_in):
    log(cast, "A hard day.", days_ago=4, received_days_ago=4)
    group = signed_in(cast.tess).get(URL).context["caseload"].groups[0]
    (line,) = group["lines"]
    assert group["title"] == "Look here first" and line.look
    assert line.strong.startswith("A note from") and line.why.startswith("that nobody has read")


@pytest.mark.parametrize("name", ["client-page", "review"])
def test_a_supervisors_look_leaves_note_and_report_to_the_therapist(cast, signed_in, name):
    log(cast, "A hard day.")
    WeekReport.send(cast.plan, topics="Sunday", by=cast.cleo)
    signed_in(cast.vera).get(reverse(name, args=[cast.therapy.pk]))
    (line,) = signed_in(cast.tess).get(URL).context["caseload"].lines
    assert (line.attention.unread_notes, line.attention.unread_reports) == (1, 1)
    signed_in(cast.tess).get(reverse(name, args=[cast.therapy.pk]))
    (line,) = signed_in(cast.tess).get(URL).context["caseload"].lines
    assert (line.attention.unread_notes, line.attention.unread_reports) == (0, 0)


def test_whose_words_it_quotes_was_read_and_can_see_it(cast, signed_in):
    many(cast, 3)
    signed_in(cast.tess).get(URL)
    events = AuditEvent.objects.filter(action="therapy.quoted", actor=cast.tess)
    assert events.count() == 3 and all(event.clinic_id for event in events)
    assert not events.filter(therapy_id=cast.therapy.pk).exists()


def test_the_words_of_a_note_are_never_on_it(cast, signed_in):
    log(cast, "Nobody may read this over my shoulder.")
    assert "shoulder" not in signed_in(cast.tess).get(URL).text


def test_the_title_counts_unread_reports(cast, signed_in):
    assert "<title>Caseload</title>" in signed_in(cast.tess).get(URL).text
    WeekReport.send(cast.plan, topics="", by=cast.cleo)
    assert "<title>(1) Caseload</title>" in signed_in(cast.tess).get(URL).text


def test_a_line_says_the_step_how_it_goes_lately_and_the_last_entry(cast, signed_in):
    week_ago = practice_today(cast.therapy.zone) - 7 * DAY
    WeekPlan.objects.filter(pk=cast.plan.pk).update(starts_on=week_ago)
    log(cast, done_at=timezone.now() - DAY + DAY_ENDS)
    Attention.objects.update(stale=True)
    page = signed_in(cast.tess).get(URL).text
    assert "Step 1 of " in page and "% of the plan lately · last entry yesterday" in page


def test_the_icon_counts_them_too(cast, signed_in):
    assert 'href="data:image/svg' not in signed_in(cast.tess).get(URL).text
    WeekReport.send(cast.plan, topics="Sunday", by=cast.cleo)
    page = signed_in(cast.tess).get(URL).text
    assert 'rel="icon" type="image/svg+xml" href="data:image/svg' in page
    assert "%3E1%3C/text%3E" in page


def test_it_tells_of_a_wish_and_of_a_proposed_step(cast, signed_in):
    cast.goal.add_step("Drive to the market", by=cast.cleo)
    plan = WeekPlan.prepare(cast.therapy, by=cast.tess)
    plan.propose(by=cast.tess)
    plan.ask_for_change("Mornings are too loud", by=cast.cleo)
    text = signed_in(cast.tess).get(URL).text
    assert "Asks for a change:" in text and "“Mornings are too loud”" in text
    assert "Proposes a next step: “Drive to the market”" in text


def test_the_invited_and_those_under_cover_are_on_it(cast, signed_in):
    Therapy.begin(clinic=cast.harbour, lead=cast.will, client_name="Nia Frost", by=cast.will)
    text = signed_in(cast.will).get(URL).text
    assert "Nia Frost" in text and "Not invited yet" in text
    assert "You stand in for Tess" in text and "Cleo" in text


def test_a_question_in_a_line_ends_as_a_question(cast, signed_in):
    for week in range(1, 6):
        starts_at = cast.session.starts_at - timedelta(weeks=week)
        TherapySession.book(cast.therapy, starts_at=starts_at, by=cast.tess)
    page = signed_in(cast.vera).get(URL)
    assert "is the goal still right? You read along with Tess" in read(page)


def test_a_question_that_is_quoted_ends_as_one_too(cast, signed_in):
    plan = WeekPlan.prepare(cast.therapy, by=cast.tess)
    plan.propose(by=cast.tess)
    plan.ask_for_change("Can we move it?", by=cast.cleo)
    assert "“Can we move it?” You read along with Tess" in read(signed_in(cast.vera).get(URL))


def test_nobody_elses_clients_are_on_it(cast, signed_in):
    text = signed_in(cast.otto).get(URL).text
    assert "Carl" in text and "Cleo" not in text and "Zack" not in text


def test_without_clients_it_says_how_to_begin(cast, signed_in):
    cast.other.end(by=cast.otto)
    text = signed_in(cast.otto).get(URL).text
    assert "Invite your first client" in text


def test_ended_therapies_have_a_page_of_their_own(cast, signed_in):
    cast.other.end(by=cast.otto)
    text = signed_in(cast.otto).get("/caseload/ended/").text
    assert "Carl" in text and "Ended on" in text
    assert "Carl" not in signed_in(cast.tess).get("/caseload/ended/").text


def test_a_name_is_found_whatever_its_letters(cast, signed_in):
    many(cast, 2)
    found = signed_in(cast.tess).post(URL, {"name": "cLEO"})
    assert "Cleo" in found.text and "Client0" not in found.text
    nobody = signed_in(cast.tess).post(URL, {"name": "Otto"})
    assert "Nobody here is called “Otto”." in nobody.text


def test_an_impossible_name_is_refused_in_clear_words(cast, signed_in):
    page = signed_in(cast.tess).post(URL, {"name": "x" * 500})
    assert page.status_code == 422
    assert "Use 120 letters or fewer" in page.text and "<title>Error:" in page.text


def test_a_filter_shows_only_some(cast, signed_in):
    many(cast, 1)
    text = signed_in(cast.tess).get(URL, {"show": "report"}).text
    assert "Client0" in text and "Cleo" not in text
    assert "Cleo" in signed_in(cast.tess).get(URL, {"show": "nonsense"}).text


def test_conditions_hold_together_and_the_view_is_kept(cast, signed_in):
    many(cast, 2)
    report_today = Therapy.objects.get(client__email__startswith="client0")
    TherapySession.book(report_today, starts_at=timezone.now() + timedelta(minutes=1), by=cast.tess)
    tess = signed_in(cast.tess)
    text = tess.get(URL, {"show": "report.today"}).text
    assert "Client0" in text and "Client1" not in text and "Keep this view" in text
    for _twice in range(2):
        tess.post(f"{URL}views/", {"show": "report.today", "keep": "yes"})
    assert [str(each["view"]) for each in tess.get(URL).context["caseload"].kept] == [
        "today.report"
    ]
    tess.post(f"{URL}views/", {"show": "report.today", "keep": "no"})
    assert tess.get(URL).context["caseload"].kept == []


@pytest.mark.parametrize("show", ["", "report", "nonsense", "report.nonsense", "report.report"])
def test_only_what_is_made_of_several_is_kept(cast, signed_in, show):
    signed_in(cast.tess).post(f"{URL}views/", {"show": show, "keep": "yes"})
    assert not KeptView.objects.exists()


def test_nobody_sees_the_views_of_others(cast, signed_in):
    KeptView.objects.keep(cast.otto, "today.report")
    assert signed_in(cast.tess).get(URL).context["caseload"].kept == []


def test_the_next_client_is_the_next_in_need(cast, signed_in):
    many(cast, 2)
    tess = signed_in(cast.tess)
    lines = tess.get(URL).context["caseload"].lines
    asking = [line.url for line in lines if line.group < Attention.Group.NOTHING]
    assert tess.get(f"{asking[0]}next/").url == asking[1]
    assert tess.get(f"{asking[-1]}next/").url == URL
    rested = next(line.url for line in lines if line.group == Attention.Group.NOTHING)
    assert tess.get(f"{rested}next/").url == asking[0]


def test_pages_follow_each_other_without_gap_or_double(cast, signed_in):
    many(cast, 27)
    first = signed_in(cast.tess).get(URL).context["caseload"]
    second = signed_in(cast.tess).get(URL, {"after": first.next_key}).context["caseload"]
    names = [
        line.name for page in (first, second) for group in page.groups for line in group["lines"]
    ]
    assert len(first.page) == 25 and len(names) == len(set(names)) == 28
    assert second.next_key == ""


@pytest.mark.parametrize("after", ["1", "x.y.z", "1.2.3", "1.2." + "9" * 40])
def test_a_broken_key_begins_at_the_first_page(cast, signed_in, after):
    assert "Cleo" in signed_in(cast.tess).get(URL, {"after": after}).text


def test_it_costs_the_same_for_many_clients(cast, signed_in):
    WeekReport.send(cast.plan, topics="Sunday", by=cast.cleo)
    cast.goal.add_step("Drive to the market", by=cast.cleo)
    one = queries_of(signed_in(cast.tess), URL)
    many(cast, 12)
    assert len(queries_of(signed_in(cast.tess), URL)) == len(one) <= 10


def test_reading_it_works_out_only_what_is_due(cast, signed_in):
    signed_in(cast.tess).get(URL)
    assert not Attention.objects.get(therapy=cast.therapy).stale
    assert Attention.objects.get(therapy=cast.other).stale


def test_a_client_has_no_caseload(cast, signed_in):
    assert signed_in(cast.cleo).get(URL).status_code == 403
    assert signed_in(cast.emil).get(URL).status_code == 403
