"""Few, on time and once, whatever is killed: nothing lost, nothing doubled but what was cut off
inside a send, nothing early, late, after a no, or to anybody else."""

import json
import subprocess
import sys

import pytest

from tests.faults.chaos import NEVER
from tests.faults.strike import HOW_OFTEN

pytestmark = pytest.mark.faults


@pytest.fixture(scope="module")
def found():
    """One run, its seed in front of whatever goes wrong; give it as the last argument again."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.faults.chaos", "2500", "8", "45"],
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
    )
    assert ran.returncode == 0, ran.stdout[:20] + ran.stderr[-3000:]
    return json.loads(ran.stdout.splitlines()[-1])


def test_everything_was_struck_and_the_books_are_whole(found):
    assert found["planned"] >= 20_000, found
    assert found["faults"] == HOW_OFTEN, found
    assert sum(found["states"].values()) == found["planned"], found
    assert found["states"].keys() <= {"sent", "cancelled", "expired"}, found


@pytest.mark.parametrize("what", NEVER)
def test_never(found, what):
    # As words: pytest shortens what is not.
    assert found[what] == 0, json.dumps(found)


def test_no_more_is_doubled_than_was_cut_off_inside_a_send(found):
    assert found["doubled"] <= found["cut_off_in_a_send"], found
    # What was taken and then called off before it was tried again.
    assert found["unknown"] <= found["cut_off_in_a_send"] + HOW_OFTEN["kill_in_a_push"], found
    # The four that were aimed did hit.
    assert found["cut_off_in_a_send"] >= HOW_OFTEN["kill_in_a_mail"], found
    assert found["pushed_again"] >= 1, found


def test_people_who_pressed_stop_were_heard_although_the_web_was_killed(found):
    assert found["pressed"] == 120 and found["reasons"]["stopped"] > 0, found


def test_celery_sends_again_after_the_broker_came_back(found):
    assert found["celery_came_back"], found
