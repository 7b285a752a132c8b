"""`make check`: all run, a summary, the right exit code."""

import subprocess

import pytest

from config import env
from config.launcher import checks
from config.launcher.checks import Check
from config.launcher.errors import LauncherError
from tests.launcher.launching import PROJECT


@pytest.fixture
def some(monkeypatch):
    def use(*verdicts):
        made = [
            Check(f"number {n}", lambda project, v=v: (v, "words of it"))
            for n, v in enumerate(verdicts)
        ]
        monkeypatch.setattr(checks, "CHECKS", tuple(made))

    return use


def test_all_fine(some, capsys):
    some(True, True)
    assert checks.check(PROJECT, []) == 0
    assert "All 2 checks are fine" in capsys.readouterr().out


def test_one_that_fails_stops_no_other_and_is_named(some, capsys):
    some(False, True)
    assert checks.check(PROJECT, []) == 1
    said = capsys.readouterr()
    assert "words of it" in said.err
    assert "1 of 2 checks failed: number 0" in said.err
    assert "✓ number 1" in said.out


def test_a_skipped_one_says_why_and_fails_nothing(some, capsys):
    some(None)
    assert checks.check(PROJECT, []) == 0
    assert "skipped: words of it" in capsys.readouterr().out


def test_one_can_be_named(some, capsys):
    some(False, True)
    assert checks.check(PROJECT, ["number 1"]) == 0


def test_an_unknown_name_is_refused(some):
    some(True)
    with pytest.raises(LauncherError, match="No check is called types.*number 0"):
        checks.check(PROJECT, ["types"])


def test_production_is_checked_with_all_that_it_demands():
    made = checks.production_environment()
    assert set(env.REQUIRED_IN_PRODUCTION) <= set(made)
    assert made["SECRET_KEY"] != checks.production_environment()["SECRET_KEY"]


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("", (None, "no registry could be reached")),
        ('{"dependencies": [{"name": "a", "vulns": []}]}', (True, "")),
        ('{"dependencies": [{"name": "a", "vulns": [{"id": "CVE-1"}]}]}', (False, "a CVE-1")),
    ],
)
def test_the_audit_tells_holes_from_a_missing_network(monkeypatch, told, verdict):
    answer = subprocess.CompletedProcess([], 1, stdout=told, stderr="")
    monkeypatch.setattr(checks, "_run", lambda *_: answer)
    assert checks.dependency_audit(PROJECT) == verdict
