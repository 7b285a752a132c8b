"""Killed launchers, strays, stale files, two starts at once."""

import os
import signal
import subprocess
import sys

import pytest

from config.launcher import account, processes, servers, sockets
from tests.launcher.launching import (
    PATIENCE,
    PROJECT,
    ask,
    environment,
    eventually,
    launched,
    processes_of,
    servers_at,
)

pytestmark = pytest.mark.faults
WITHOUT_DEATH_SIGNAL = """
import os, pathlib, signal, sys
from config.launcher import processes, servers
processes.LIBC = None
running = servers.start(pathlib.Path(sys.argv[1]))
print(*[engine.process.pid for engine in running.embedded], flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def pid_of_postgres(home) -> int:
    return int((home / "postgres" / "postmaster.pid").read_text().split()[0])


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells children of a death")
def test_killing_the_launcher_ends_its_servers_and_loses_nothing(home):
    with servers_at(home) as running:
        ask(running.exports["DATABASE_OWNER_URL"], "CREATE TABLE kept AS SELECT 7 AS n")
        pid = pid_of_postgres(home)
        running.end(signal.SIGKILL)
        assert eventually(lambda: not processes.is_alive(pid))
    with servers_at(home) as running:
        assert ask(running.exports["DATABASE_URL"], "SELECT n FROM kept") == (7,)


def test_servers_that_outlived_their_launcher_are_ended_by_the_next_start(home):
    command = [sys.executable, "-c", WITHOUT_DEATH_SIGNAL, str(home)]
    killed = subprocess.run(
        command, cwd=PROJECT, env=environment(), capture_output=True, text=True, timeout=60
    )
    strays = [int(pid) for pid in killed.stdout.split()]
    assert all(processes.is_alive(pid) for pid in strays)
    with servers_at(home) as running:
        assert not any(processes.is_alive(pid) for pid in strays)
        assert ask(running.exports["DATABASE_URL"], "SELECT 1") == (1,)


def test_a_killed_postgres_leaves_a_stale_file_that_does_not_hinder(home):
    with servers_at(home):
        os.kill(pid_of_postgres(home), signal.SIGKILL)
        os.kill(int((home / "valkey" / "pid").read_text()), signal.SIGKILL)
    assert (home / "postgres" / "postmaster.pid").exists()
    with servers_at(home) as running:
        assert ask(running.exports["DATABASE_URL"], "SELECT 1") == (1,)


def leave_stale_files(files, pid):
    """As a killed server leaves them, had it had this id."""
    for file, text in files.items():
        file.write_text("\n".join([str(pid), *text.split("\n")[1:]]))


@pytest.fixture
def pid_files(home):
    """What is in them while the servers run."""
    folder = sockets.folder_for(home, account.for_home(home))
    lock = folder / ".s.PGSQL.5432.lock"
    with servers_at(home):
        names = (home / "postgres" / "postmaster.pid", lock, home / "valkey" / "pid")
        return {file: file.read_text() for file in names}


def test_a_stale_id_that_went_to_a_stranger_hurts_nobody(home, pid_files):
    """PostgreSQL alone would refuse: it sees a live process of its own user."""
    switch = account.for_home(home).switch
    with subprocess.Popen(["sleep", "300"], cwd="/", **switch) as stranger:
        leave_stale_files(pid_files, stranger.pid)
        with servers_at(home) as running:
            assert ask(running.exports["DATABASE_URL"], "SELECT 1") == (1,)
            assert stranger.poll() is None
        stranger.kill()


def test_a_killed_server_that_nobody_buries_does_not_hinder(home, pid_files):
    """The first process of a container may leave it in the table of processes for ever."""
    with subprocess.Popen(["true"], cwd="/", **account.for_home(home).switch) as dead:
        assert eventually(lambda: not processes.is_alive(dead.pid))
        leave_stale_files(pid_files, dead.pid)
        with servers_at(home) as running:
            assert ask(running.exports["DATABASE_URL"], "SELECT 1") == (1,)


def test_a_second_start_says_so_and_does_no_harm(home, tmp_path):
    with servers_at(home) as first:
        with launched(tmp_path / "second", "servers", "--home", home) as second:
            assert second.process.wait(PATIENCE) == 1
        assert f"already running from {home} (process {first.process.pid})" in second.words
        assert ask(first.exports["DATABASE_URL"], "SELECT 1") == (1,)


def test_of_two_starts_at_the_same_time_one_wins(home, tmp_path):
    log = home.with_name("first.log")
    with (
        launched(log, "servers", "--home", home) as first,
        launched(tmp_path / "second", "servers", "--home", home) as second,
    ):
        pair = [first, second]
        assert eventually(lambda: any(each.has_ended() for each in pair))
        loser, winner = sorted(pair, key=lambda each: not each.has_ended())
        assert "already running" in loser.words
        winner.wait_until_it_says("export REDIS_URL")
        assert ask(winner.exports["DATABASE_URL"], "SELECT 1") == (1,)


def test_exec_joins_servers_that_run_and_leaves_them_running(home, tmp_path):
    show = ("exec", "--home", home, "--", "sh", "-c", 'echo "$DATABASE_URL"; exit 7')
    with servers_at(home) as running:
        with launched(tmp_path / "exec", *show) as joined:
            assert joined.process.wait(PATIENCE) == 7
        assert joined.words.strip() == running.exports["DATABASE_URL"]
        assert ask(running.exports["DATABASE_URL"], "SELECT 1") == (1,)


def test_exec_starts_servers_of_its_own_and_ends_them(home, tmp_path):
    ask_psql = "psql -Atc 'SELECT current_user' && head -1 postgres/postmaster.pid"
    show = ("exec", "--home", home, "sh", "-c", f"cd '{home}' && {ask_psql}")
    with launched(tmp_path / "exec", *show) as alone:
        assert alone.process.wait(PATIENCE) == 0, alone.words
    who, pid = alone.words.split()
    assert who == "midweek_owner"
    assert not processes.is_alive(int(pid))


def test_exec_has_the_settings_of_make_run(home, tmp_path):
    show = 'python manage.py check && echo "$MIDWEEK_ENV $MAILBOX_DIR"'
    with launched(tmp_path / "exec", "exec", "--home", home, "--", "sh", "-c", show) as managing:
        assert managing.process.wait(PATIENCE) == 0, managing.words
    assert f"local {home}/mailbox" in managing.words


def test_throw_away_servers_leave_nothing():
    with servers.throw_away() as running:
        postgres = running.embedded[0]
        assert ask(running.database_url, "SELECT 1") == (1,)
    assert not postgres.state.exists()
    assert not postgres.sockets.exists()
    assert not processes_of(str(postgres.data))
