"""What a client logs is what every page of the therapist shows: random values, read back."""

from datetime import timedelta
from random import Random

import pytest
from django.utils import timezone

from homework.models import Attention, WeekPlan
from tests.homework.presses import address, press

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def week(desk):
    """Cleo's plan has run for six days, and asks for a rating."""
    cast = desk.cast
    cast.assignment.reword(rating_label="Tension")
    WeekPlan.objects.filter(pk=cast.plan.pk).update(starts_on=timezone.localdate() - 6 * DAY)
    return cast


def said_on(day, chance):
    """One day of it, by chance; nothing of it twice, so that each is found where it belongs."""
    state = chance.choice(["done", "partly", "not_today"])
    told = {"which": day.isoformat(), "state": state, "note": f"Note {chance.getrandbits(40):x}"}
    if state == "not_today":
        return told | {"obstacle_words": f"Hindrance {chance.getrandbits(40):x}"}
    before, after, hard = chance.randint(0, 10), chance.randint(0, 10), chance.randint(0, 4)
    place = {"where": f"Place {chance.getrandbits(40):x}"}
    return told | place | {"before": str(before), "after": str(after), "difficulty": str(hard)}


def log_some_days(week, client, seed):
    """Through the client's own page: {day: what was said}."""
    chance, today = Random(seed), timezone.localdate()
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
    for said in logged.values():
        assert said["note"] in thread and said["note"] in review and said["note"] in sheet
        assert said.get("obstacle_words", said.get("where")) in thread
    told = [said for said in logged.values() if said["state"] != "not_today"]
    for said in told:
        assert f"difficulty {said['difficulty']} of 4" in thread
        assert f"{said['before']} before, {said['after']} after" in thread
        assert f"{said['before']} → {said['after']}" in sheet
        assert said["where"] in sheet
    ((_label, rows),) = pictures.before_after_each or [("", [])]
    assert [(str(b), str(a)) for _day, b, a in rows] == [(s["before"], s["after"]) for s in told]
    assert sum(week.done + week.partly for week in pictures.weeks) == len(told)


@pytest.mark.parametrize("seed", [4, 5])
def test_the_caseload_shows_the_days_as_they_were_logged(week, signed_in, seed):
    logged = log_some_days(week, signed_in(week.cleo), seed)
    Attention.refresh([week.therapy])
    (line,) = signed_in(week.tess).get("/caseload/").context["caseload"].lines
    today = timezone.localdate()
    days = [today - back * DAY for back in range(6, -1, -1)]
    assert line.days == [logged[day]["state"] if day in logged else "" for day in days]
    assert line.attention.last_entry_on == max(logged)
    assert line.attention.unread_notes == len(logged)
