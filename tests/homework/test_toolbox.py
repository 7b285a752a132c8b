"""The toolbox: skills that were practised, how they go, and where they were used."""

import pytest

from homework.models import Exercise, Resource, Skill
from tests.cast import agreed_plan, therapy
from tests.homework.presses import address, logged
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def tool(cast):
    """Cleo's homework practises a skill and carries an insight."""
    insight = cast.session.write_insight("Waiting is not danger", by=cast.tess)
    homework = cast.assignment
    homework.skill = Skill.objects.create(key="waiting", name="Waiting it out")
    homework.insight, homework.rating_label = insight, "Tension"
    homework.how, homework.example = "Stand still.\nCount the cars.", "Mel waits too."
    homework.save()
    return homework


@pytest.fixture
def toolbox(cast, client):
    client.force_login(cast.cleo)
    return lambda: client.get("/toolbox/").content.decode()


def test_it_is_empty_until_something_was_practised(cast, tool, toolbox):
    assert "Your toolbox is still empty" in toolbox()
    logged(tool, cast.cleo, "not_today")
    assert "Your toolbox is still empty" in toolbox()


def test_a_practised_skill_shows_how_it_goes_and_how_often(cast, tool, toolbox):
    logged(tool, cast.cleo)
    logged(tool, cast.cleo, "partly", private=True)
    page = toolbox()
    assert "Waiting it out" in page and "Practised 2 times" in page
    assert "Count the cars." in page and "Mel waits too." in page


def test_what_goes_with_its_exercise_is_one_press_away(cast, tool, toolbox):
    tool.exercise = Exercise.objects.create(key="stop", title="Wait", skill=tool.skill)
    tool.save(update_fields=["exercise"])
    url = "https://example.org/waiting"
    for title in ("A film about waiting", "The same film"):
        Resource.objects.create(exercise=tool.exercise, title=title, url=url)
    logged(tool, cast.cleo)
    page = toolbox()
    assert page.count(f'href="{url}" rel="noopener noreferrer"') == 1


def test_it_shows_where_and_with_whom_it_was_used(cast, tool, toolbox):
    for where in ("at the stop", "at the stop", "in the queue"):
        logged(tool, cast.cleo, where=where, with_whom="my sister")
    page = toolbox()
    assert page.index("at the stop") < page.index("in the queue") and "With: my sister" in page


def test_insight_practice_and_change_hang_together(cast, tool, toolbox):
    logged(tool, cast.cleo, before=8, after=6)
    logged(tool, cast.cleo, before=7, after=3)
    page = toolbox()
    assert "Waiting is not danger" in page
    assert "8 before the first time, 3 after the latest." in page


def test_it_takes_a_constant_number_of_queries(cast, tool, toolbox, client):
    logged(tool, cast.cleo)
    toolbox()
    few = len(queries_of(client, "/toolbox/"))
    for _time in range(4):
        logged(tool, cast.cleo)
    assert len(queries_of(client, "/toolbox/")) == few <= 7


def test_it_is_nobody_elses(cast, tool, signed_in):
    logged(tool, cast.cleo)
    assert "Waiting it out" not in signed_in(cast.carl).get("/toolbox/").content.decode()
    assert signed_in(cast.tess).get("/toolbox/").status_code == 403


def test_it_says_the_last_time_and_where_it_was_not_tried_yet(cast, tool, toolbox):
    tool.where = "at the stop"
    tool.save(update_fields=["where"])
    other = agreed_plan(therapy(cast.harbour, cast.otto, cast.cleo), cast.otto, "Breathe")
    breathe = other.assignments.get()
    breathe.skill = Skill.objects.create(key="breath", name="Slow breathing")
    breathe.save(update_fields=["skill"])
    logged(breathe, cast.cleo, where="In the queue", with_whom="Nora")
    logged(tool, cast.cleo, where="in the QUEUE")
    page = toolbox()
    assert "Last time on" in page
    assert "Not yet tried: at the stop, Nora. Only if you like." in page


def test_what_runs_this_week_is_practised_from_here(cast, tool, toolbox):
    logged(tool, cast.cleo)
    assert address("start", tool) in toolbox()
    cast.plan.close("superseded", by=cast.tess)
    assert "Practise it now" not in toolbox()


def test_before_and_after_stand_beside_each_other(cast, tool, toolbox):
    logged(tool, cast.cleo)
    assert "Before and after" not in toolbox()
    logged(tool, cast.cleo, before=8, after=4)
    page = toolbox()
    assert "Before and after" in page and "Tension" in page
