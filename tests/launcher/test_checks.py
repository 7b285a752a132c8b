"""`make check`: all run, a summary, the right exit code."""

import subprocess

import pytest

from config import env
from config.launcher import checks
from config.launcher.checks import Check
from config.launcher.errors import LauncherError
from tests.launcher.launching import PROJECT


class Always:
    def __init__(self, verdict):
        self.verdict = verdict

    def __call__(self, project):
        return self.verdict, "words of it"


@pytest.fixture
def some(monkeypatch):
    def use(*verdicts):
        made = [(f"number {n}", Always(verdict)) for n, verdict in enumerate(verdicts)]
        monkeypatch.setattr(checks, "CHECKS", tuple(Check(*each) for each in made))

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
    some(None, True)
    assert checks.check(PROJECT, []) == 0
    said = capsys.readouterr().out
    assert "skipped: words of it" in said and "1 checks are fine, 1 skipped." in said


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
        (
            '{"dependencies": [{"name": "a", "skip_reason": "not found"}]}',
            (None, "the registry here knows nothing of holes"),
        ),
        ('{"dependencies": [{"name": "a", "vulns": []}]}', (True, "")),
        ('{"dependencies": [{"name": "a", "vulns": [{"id": "CVE-1"}]}]}', (False, "a CVE-1")),
    ],
)
def test_the_audit_tells_holes_from_a_missing_network(monkeypatch, told, verdict):
    answer = subprocess.CompletedProcess([], 1, stdout=told, stderr="")
    monkeypatch.setattr(checks, "_run", lambda *_: answer)
    assert checks.dependency_audit(PROJECT) == verdict


CONTRACT = """
[tool.importlinter]
root_packages = ["lower", "upper"]
[[tool.importlinter.contracts]]
name = "One way"
type = "layers"
layers = ["upper", "lower"]
"""
WRONG = {
    "format": {"a.py": "x = [1,2]\n"},
    "lint": {"a.py": "import os\n"},
    "types": {"a.py": "x: int = 'words'\n"},
    "import contract": {
        "pyproject.toml": CONTRACT,
        "upper/__init__.py": "",
        "lower/__init__.py": "import upper\n",
    },
    "translations": {"locale/fr/LC_MESSAGES/django.po": 'msgid "a"\nmsgstr\nmsgid "b\n'},
    "migrations match models": {"manage.py": "raise SystemExit('a column is missing')"},
    "production settings": {"manage.py": "raise SystemExit('no TLS')"},
}


@pytest.mark.parametrize("name", WRONG)
def test_each_check_sees_what_is_wrong(name, tmp_path):
    """A check that cannot fail checks nothing."""
    for path, text in WRONG[name].items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    (check,) = (each for each in checks.CHECKS if each.name == name)
    verdict, told = check.decide(tmp_path)
    assert verdict is False
    assert told


def test_every_check_has_its_wrong_project():
    assert {check.name for check in checks.CHECKS} == {*WRONG, "dependency audit"}
