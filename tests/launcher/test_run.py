"""`make run` on a stand-in project: up, watched, stopped; and every way to kill it."""

import os
import pty
import signal
import socket
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from config.launcher import account, processes
from tests.launcher.launching import (
    PATIENCE,
    environment,
    eventually,
    launched,
    page,
    processes_of,
    servers_at,
)

pytestmark = pytest.mark.faults


@contextmanager
def run_at(home, stub, port, **options):
    """A run whose pages answer."""
    log = home.with_name(f"{home.name}.log")
    options.setdefault("env", environment(PORT=str(port)))
    with launched(log, "run", "--home", home, project=stub, **options) as launcher:
        launcher.wait_until_it_says("Ctrl-C stops everything")
        yield launcher


def pid_of(home: Path, name: str) -> int:
    files = {"postgres": "postgres/postmaster.pid", "valkey": "valkey/pid"}
    return int((home / files.get(name, f"{name}.pid")).read_text().split()[0])


def everything_of(home) -> list[int]:
    return processes_of(f"midweek-{account.digest(home)}") + processes_of(f"{home}/postgres")


@pytest.mark.parametrize("signum", [signal.SIGINT, signal.SIGTERM])
def test_it_comes_up_tells_how_to_sign_in_and_stops_whole(home, stub, free_port, signum):
    with run_at(home, stub, free_port) as running:
        assert page(free_port) == f"local http://127.0.0.1:{free_port}"
        assert "therapist@midweek.test" in running.words
        assert len(processes_of(f"midweek-{account.digest(home)}")) >= 4
        assert running.end(signum) == 0
    assert not everything_of(home)
    assert not page(free_port)
    assert "Traceback" not in running.words
    assert "did not stop when asked" not in running.words


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells children of a death")
def test_killing_it_ends_everything_and_the_next_run_works(home, stub, free_port):
    with run_at(home, stub, free_port) as running:
        running.end(signal.SIGKILL)
    assert eventually(lambda: not everything_of(home))
    with run_at(home, stub, free_port):
        assert page(free_port)


def take(terminal: int) -> None:
    """Make it the session's own terminal, whose closing is told by SIGHUP."""
    os.close(os.open(os.ttyname(terminal), os.O_RDWR))


def borrow(terminal: int) -> None:
    """Leave it to another, as `make` does, who keeps SIGHUP to himself."""


@pytest.mark.parametrize("have", [take, borrow])
def test_closing_its_terminal_ends_everything(home, stub, free_port, have):
    ours, theirs = pty.openpty()
    options = {"stdin": theirs, "start_new_session": True, "preexec_fn": lambda: have(theirs)}
    with run_at(home, stub, free_port, **options) as running:
        os.close(theirs)
        os.close(ours)
        assert eventually(running.has_ended)
        assert running.process.returncode == 0
    assert not everything_of(home)


def test_whatever_dies_is_started_again(home, stub, free_port):
    with run_at(home, stub, free_port) as running:
        names = ("web", "worker", "scheduler", "valkey", "postgres")
        before = {name: pid_of(home, name) for name in names}
        for pid in before.values():
            os.kill(pid, signal.SIGKILL)
        for name in names:
            assert eventually(lambda name=name: is_new(home, name, before[name])), name
        assert eventually(lambda: page(free_port))
        assert eventually(lambda: running.words.count("runs again") == len(names))


def test_without_valkey_the_pages_go_on(home, stub, free_port):
    with run_at(home, stub, free_port):
        web = pid_of(home, "web")
        os.kill(pid_of(home, "valkey"), signal.SIGKILL)
        assert page(free_port)
        assert pid_of(home, "web") == web


def is_new(home: Path, name: str, before: int) -> bool:
    try:
        pid = pid_of(home, name)
    except (FileNotFoundError, IndexError):
        return False
    return pid != before and processes.is_alive(pid)


def test_a_taken_port_is_told_before_anything_starts(home, stub, free_port, tmp_path):
    with socket.create_server(("127.0.0.1", free_port)):
        env = environment(PORT=str(free_port))
        run = ("run", "--home", home)
        with launched(tmp_path / "log", *run, project=stub, env=env) as launcher:
            assert launcher.process.wait(PATIENCE) == 1
    assert f"Port {free_port} is taken by another program" in launcher.words
    assert "PORT=" in launcher.words.split("choose another port:")[1]
    assert not (home / "postgres").exists()


def test_a_port_that_is_none_is_told(home, stub, tmp_path):
    env = environment(PORT="eighty")
    with launched(tmp_path / "log", "run", "--home", home, project=stub, env=env) as launcher:
        assert launcher.process.wait(PATIENCE) == 1
    assert "use a number from 1 to 65535" in launcher.words
    assert not home.exists()


def test_a_second_run_says_that_the_first_is_there(home, stub, free_port, tmp_path):
    """Not that the port is taken: that would send people looking for another program."""
    with run_at(home, stub, free_port):
        env = environment(PORT=str(free_port))
        with launched(tmp_path / "2", "run", "--home", home, project=stub, env=env) as second:
            assert second.process.wait(PATIENCE) == 1
        assert "already running" in second.words
        assert page(free_port)


def test_a_failing_migration_is_shown_and_everything_ends(home, stub, free_port, tmp_path):
    (stub / "manage.py").write_text("raise SystemExit('no such column')")
    env = environment(PORT=str(free_port))
    with launched(tmp_path / "log", "run", "--home", home, project=stub, env=env) as launcher:
        assert launcher.process.wait(PATIENCE) == 1
    assert "manage.py prepare failed:\nno such column" in launcher.words
    assert not everything_of(home)


def test_web_pages_that_cannot_start_show_why(home, stub, free_port, tmp_path):
    (stub / "config" / "wsgi.py").write_text("raise RuntimeError('a broken page')")
    env = environment(PORT=str(free_port))
    with launched(tmp_path / "log", "run", "--home", home, project=stub, env=env) as launcher:
        assert launcher.process.wait(PATIENCE) == 1
    assert "a broken page" in launcher.words
    assert not everything_of(home)


def test_servers_of_ones_own_are_used_instead(home, stub, free_port, tmp_path):
    other = home.with_name("other")
    with servers_at(home) as own:
        env = environment(PORT=str(free_port), **own.exports)
        with run_at(other, stub, free_port, env=env) as running:
            assert "Using the servers of DATABASE_URL and REDIS_URL" in running.words
            assert not (other / "postgres").exists()


def test_servers_of_ones_own_that_are_away_are_told_before_anything_starts(
    home, stub, free_port, tmp_path
):
    away = {"DATABASE_URL": "postgresql://app:s3cret@/m?host=/nowhere", "REDIS_URL": "redis://r"}
    env = environment(PORT=str(free_port), **away)
    with launched(tmp_path / "log", "run", "--home", home, project=stub, env=env) as launcher:
        assert launcher.process.wait(PATIENCE) == 1
    assert "PostgreSQL at DATABASE_URL lets nobody in" in launcher.words
    assert "unset DATABASE_URL" in launcher.words
    assert "Traceback" not in launcher.words and "s3cret" not in launcher.words


def test_half_a_choice_of_servers_is_refused(home, stub, free_port, tmp_path):
    env = environment(PORT=str(free_port), DATABASE_URL="postgresql://somewhere/midweek")
    with launched(tmp_path / "log", "run", "--home", home, project=stub, env=env) as launcher:
        assert launcher.process.wait(PATIENCE) == 1
    assert "Set both DATABASE_URL and REDIS_URL" in launcher.words
