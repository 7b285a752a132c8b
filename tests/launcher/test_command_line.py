"""What follows a command reaches it whole."""

import pytest

from config.launcher import __main__ as command_line
from config.launcher import commands


@pytest.mark.parametrize(
    "words", [["test"], ["test", "-x", "-k", "steps"], ["test", "tests/goals", "--", "-n", "0"]]
)
def test_options_of_pytest_are_pytests(words):
    assert command_line.parse(words).arguments == words[1:]


def test_exec_has_options_of_its_own_before_the_command(tmp_path):
    words = ["exec", "--home", str(tmp_path), "--fresh", "--", "psql", "--fresh"]
    options = command_line.parse(words)
    assert (options.home, options.fresh) == (tmp_path, True)
    assert options.arguments == ["--", "psql", "--fresh"]


def test_an_unknown_command_is_refused(capsys):
    with pytest.raises(SystemExit):
        command_line.parse(["tset"])
    assert "tset" in capsys.readouterr().err


def test_without_a_command_it_says_which_there_are(capsys, monkeypatch):
    monkeypatch.setattr(command_line.sys, "argv", ["bin/midweek"])
    assert command_line.main() == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in command_line.COMMANDS)


def test_every_command_says_what_it_does():
    assert all(function.__doc__ for function in command_line.COMMANDS.values())
    assert command_line.parse(["run"]).home == commands.PROJECT / ".local"
