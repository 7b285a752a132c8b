"""From a machine that has only Python: bin/midweek and bin/bootstrap.py."""

import importlib.util
import os
import shutil
import subprocess
import sys

import pytest

from tests.launcher.launching import PROJECT, environment

HANDS_OVER = '#!/bin/sh\n[ "$1" = -c ] || echo handed over: "$@"\n'


@pytest.fixture
def checkout(tmp_path):
    """A copy of what is needed, in a path with a space, with nothing installed."""
    project = tmp_path / "a checkout"
    shutil.copytree(PROJECT / "bin", project / "bin")
    (project / "requirements-dev.txt").write_text("# nothing==1\n")
    return project


@pytest.fixture
def bootstrap(checkout):
    spec = importlib.util.spec_from_file_location("bootstrap", checkout / "bin" / "bootstrap.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def midweek(checkout, *arguments, **env):
    return subprocess.run(
        ["/bin/sh", checkout / "bin" / "midweek", *arguments],
        env=environment(**env),
        capture_output=True,
        text=True,
        timeout=120,
    )


def program(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)


def make_ready(checkout, bootstrap):
    program(checkout / ".venv" / "bin" / "python", HANDS_OVER)
    bootstrap.STAMP.write_text(bootstrap.wanted())


def test_without_a_python_that_is_new_enough_it_says_what_to_install(checkout, tmp_path):
    program(tmp_path / "old" / "python3", "#!/bin/sh\nexit 1\n")
    for tool in ("dirname", "cat"):
        (tmp_path / "old" / tool).symlink_to(shutil.which(tool))
    told = midweek(checkout, "run", PATH=str(tmp_path / "old"), PYTHON="")
    assert told.returncode == 1
    assert "needs Python 3.11 or newer" in told.stderr


def test_a_python_that_was_named_and_does_not_fit_is_told(checkout):
    """Not passed over: whoever named it would look for a long time."""
    told = midweek(checkout, "run", PYTHON="/nowhere/python3")
    assert told.returncode == 1 and told.stdout == ""
    assert "PYTHON names /nowhere/python3, and that is no Python 3.11" in told.stderr


def test_a_folder_that_is_somebody_elses_is_told_with_the_way_out(bootstrap, monkeypatch, capsys):
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied", str(bootstrap.LOCK.parent))

    monkeypatch.setattr(bootstrap.Path, "mkdir", refuse)
    assert bootstrap.main() == 1
    told = capsys.readouterr()
    assert "Permission denied" in told.out and "sudo chown -R" in told.err


def test_it_asks_for_the_python_that_the_requirements_are_for():
    """A Python that is too old would fail far from here, and less plainly."""
    for name in ("midweek", "bootstrap.py"):
        assert "version_info < (3, 11)" in (PROJECT / "bin" / name).read_text()


def test_once_installed_it_hands_over_at_once(checkout, bootstrap):
    make_ready(checkout, bootstrap)
    told = midweek(checkout, "test", "two words", PYTHON=sys.executable)
    assert told.stdout == "handed over: -m config.launcher test two words\n"


def test_changed_requirements_are_installed_again(checkout, bootstrap):
    make_ready(checkout, bootstrap)
    (checkout / "requirements-dev.txt").write_text("# another==2\n# and==3\n")
    told = midweek(checkout, "run", PYTHON=sys.executable)
    first, second = told.stdout.splitlines()[1:]
    assert first.startswith("handed over: -m pip install")
    assert "--require-hashes" in first
    assert second == "handed over: -m config.launcher run"
    assert bootstrap.is_ready()


def test_an_environment_that_no_longer_runs_is_made_again(checkout, bootstrap, monkeypatch):
    """As after an upgrade of Python, or in a folder that was moved."""
    make_ready(checkout, bootstrap)
    bootstrap.PYTHON.unlink()
    bootstrap.PYTHON.symlink_to("/nowhere/python")
    assert not bootstrap.is_ready()
    asked = []

    def note(command, **_):
        asked.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(bootstrap, "runs", lambda: False)
    monkeypatch.setattr(bootstrap.subprocess, "run", note)
    assert bootstrap.make_venv() == 0
    assert asked == [[sys.executable, "-m", "venv", "--clear", bootstrap.VENV]]


def test_without_the_venv_module_it_says_what_to_install(bootstrap, monkeypatch, capsys):
    monkeypatch.setattr(bootstrap.importlib.util, "find_spec", lambda name: name != "ensurepip")
    assert bootstrap.main() == 1
    assert "sudo apt-get install python3-venv" in capsys.readouterr().err


def test_packages_that_do_not_install_leave_no_stamp(checkout, bootstrap, capsys):
    program(checkout / ".venv" / "bin" / "python", '#!/bin/sh\n[ "$1" = -c ]\n')
    assert bootstrap.main() == 1
    assert "needs a network" in capsys.readouterr().err
    assert not bootstrap.STAMP.exists()


def test_a_wrong_hash_is_refused(checkout, bootstrap):
    """Real pip, a file of ours, and a hash that is not its."""
    wheel = checkout / "empty-1-py3-none-any.whl"
    wheel.write_bytes(b"not what was pinned")
    line = f"empty @ {wheel.as_uri()} --hash=sha256:{'0' * 64}\n"
    (checkout / "requirements-dev.txt").write_text(line)
    program(checkout / ".venv" / "bin" / "python", f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    told = midweek(checkout, "run", PYTHON=sys.executable, PIP_DRY_RUN="1")
    assert told.returncode == 1
    assert "DO NOT MATCH THE HASHES" in told.stderr


def test_make_and_the_doors_agree():
    """Every target of the Makefile is a command of the launcher."""
    from config.launcher.__main__ import COMMANDS

    makefile = (PROJECT / "Makefile").read_text()
    targets = makefile.split(".PHONY:")[1].splitlines()[0].split()
    assert set(targets) <= set(COMMANDS)
    assert all(f"bin/midweek {target}" in makefile for target in targets)
    assert os.access(PROJECT / "bin" / "midweek", os.X_OK)
    assert os.access(PROJECT / ".ci" / "run", os.X_OK)
