"""What a client logs is what every page of the therapist shows: random values, read back."""

from datetime import timedelta
from random import Random

import pytest

from homework.models import Attention, WeekPlan
from homework.practice_day import practice_today
from tests.homework.presses import address, press
from tests.homework.test_session_sheet import squeezed, text_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
HELPED = {"": "", "not_really": "Not really", "a_little": "A little", "a_lot": "A lot"}


@pytest.fixture
def week(desk):
    """Cleo's plan has run for six days, and asks for a rating."""
    cast = desk.cast
    cast.assignment.reword(rating_label="Tension")
    WeekPlan.objects.filter(pk=cast.plan.pk).update(
        starts_on=practice_today(cast.cleo.zone) - 6 * DAY
    )
    return cast


def said_on(day, chance):
    """One day of it, by chance; nothing of it twice, so that each is found where it belongs."""
    state = chance.choice(["done", "partly", "not_today"])
    told = {"which": day.isoformat(), "state": state, "note": f"Note {chance.getrandbits(40):x}"}
    if state == "not_today":
        return told | {"obstacle_words": f"Hindrance {chance.getrandbits(40):x}"}
    before, after, hard = chance.randint(0, 10), chance.randint(0, 10), chance.randint(0, 4)
    place = {"where": f"Place {chance.getrandbits(40):x}"}
    place["helped"] = chance.choice(["", "not_really", "a_little", "a_lot"])
    return told | place | {"before": str(before), "after": str(after), "difficulty": str(hard)}


def log_some_days(week, client, seed):
    """Through the client's own page: {day: what was said}."""
    chance, today = Random(seed), practice_today(week.cleo.zone)
    days = sorted(chance.sample([today - back * DAY for back in range(7)], 4))
    logged = {day: said_on(day, chance) for day in days}
    for said in logged.values():
        answer = client.post(address("log", week.assignment), press(**said))
        assert answer.status_code == 302, answer.context["form"].errors
    return logged


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_each_page_of_the_therapist_shows_what_was_logged(week, desk, signed_in, seed):
    logged = log_some_days(week, signed_in(week.cleo), seed)
    desk.client = signed_in(week.tess)
    # The review comes first: it has new words in full, and quotes of those that were read.
    review, thread, sheet = (desk.read(name) for name in ("review", "client-page", "session-sheet"))
    pictures = desk.get("client-pictures").context["pictures"]
    printed = squeezed(text_of(desk.get("session-pdf")))
    for said in logged.values():
        for page in (thread, review, sheet):
            assert said["note"] in page
        assert said.get("obstacle_words", said.get("where")) in thread
        assert squeezed(said["note"]) in printed
    told = [said for said in logged.values() if said["state"] != "not_today"]
    for said in told:
        assert f"difficulty {said['difficulty']} of 4" in thread
        helped = HELPED[said["helped"]]
        assert not helped or f"Did it help? {helped}" in thread
        assert f"{said['before']} before, {said['after']} after" in thread
        pair = f"{said['before']} → {said['after']}"
        for words in (pair, said["where"]):
            assert words in sheet and squeezed(words) in printed
    for said in (said for said in logged.values() if said["state"] == "not_today"):
        assert said["obstacle_words"] in sheet and squeezed(said["obstacle_words"]) in printed
    hard = ", ".join(said["difficulty"] for said in told)
    assert not told or f"How hard, of 4: {hard}" in sheet and squeezed(hard) in printed
    the_caseload_shows(week, desk.client, logged)
    ((_label, rows),) = pictures.before_after_each or [("", [])]
    assert [(str(b), str(a)) for _day, b, a in rows] == [(s["before"], s["after"]) for s in told]
    assert sum(week.done + week.partly for week in pictures.weeks) == len(told)


def the_caseload_shows(week, tess, logged):
    Attention.refresh([week.therapy])
    (line,) = tess.get("/caseload/").context["caseload"].lines
    today = practice_today(week.cleo.zone)
    days = [today - back * DAY for back in range(6, -1, -1)]
    assert line.days == [logged[day]["state"] if day in logged else "" for day in days]
    assert line.attention.last_entry_on == max(logged)


@pytest.mark.parametrize("seed", [4, 5])
def test_the_caseload_counts_what_nobody_has_read(week, signed_in, seed):
    logged = log_some_days(week, signed_in(week.cleo), seed)
    Attention.refresh([week.therapy])
    assert Attention.objects.get(therapy=week.therapy).unread_notes == len(logged)
    the_caseload_shows(week, signed_in(week.tess), logged)
