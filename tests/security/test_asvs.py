"""docs/asvs.md is whole and true: each requirement once, each test there, the figures right."""

import re
from collections import Counter
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PAGE = (PROJECT / "docs" / "asvs.md").read_text(encoding="utf-8")
STATES = ("met", "not met", "not applicable")
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| ([12]) \| (.+?) \| (.+?) \| (.+?) \| (.*?) \|$", re.M)
ROWS = ROW.findall(PAGE)


def test_each_requirement_stands_there_once():
    ids = [row[0] for row in ROWS]
    assert len(ids) == len(set(ids)) == 205
    assert ids == sorted(ids, key=lambda each: [int(part) for part in each.split(".")])
    levels = Counter(row[1] for row in ROWS)
    assert levels == {"1": 64, "2": 141}


def test_each_has_a_state():
    assert {row[3] for row in ROWS} <= set(STATES)


def test_what_is_met_names_a_test_and_what_is_not_a_reason():
    for key, _level, _asked, state, how, tests in ROWS:
        assert how.strip(), key
        assert tests.strip() or state != "met", key


def test_each_test_is_there():
    named = set(re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", PAGE))
    assert named
    lost = {f"{path}::{name}" for path, name in named if not has(path, name)}
    assert lost == set()
    # Nothing is named in another way that is not looked for here.
    assert len(re.findall(r"`tests/", PAGE)) == len(
        re.findall(r"`tests/[\w/]+\.py::test_\w+`", PAGE)
    )


def has(path, name):
    file = PROJECT / path
    return file.exists() and re.search(rf"^\s*def {name}\(", file.read_text(encoding="utf-8"), re.M)


def test_the_figures_at_the_head_are_those_of_the_rows():
    counted = Counter(row[3] for row in ROWS)
    for state in STATES:
        assert f"| {state} | {counted[state]} |" in PAGE
    share = counted["met"] / (counted["met"] + counted["not met"])
    assert f"{share:.1%} of what applies" in PAGE and share >= 0.95
