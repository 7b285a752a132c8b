"""The embedded servers: who may do what, and what survives."""

import signal
import socket
from urllib.parse import urlsplit

import psycopg2
import pytest

from config.launcher.roles import Roles
from tests.launcher.launching import PATIENCE, as_superuser, ask, launched, servers_at

pytestmark = pytest.mark.faults


def test_the_application_uses_what_the_owner_makes_and_owns_nothing(running):
    app, owner = running.exports["DATABASE_URL"], running.exports["DATABASE_OWNER_URL"]
    ask(owner, "CREATE TABLE notes (id serial PRIMARY KEY, words text)")
    assert ask(app, "INSERT INTO notes (words) VALUES ('Ü') RETURNING lower(words)") == ("ü",)
    assert ask(app, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") == (False,)
    for forbidden in (
        "DROP TABLE notes",
        "TRUNCATE notes",
        "CREATE TABLE t (n int)",
        "CREATE ROLE r",
    ):
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            ask(app, forbidden)
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        ask(app, "CREATE DATABASE another")


def test_a_database_that_the_owner_makes_carries_the_same_grants(running):
    app, owner = running.exports["DATABASE_URL"], running.exports["DATABASE_OWNER_URL"]
    ask(owner, "CREATE DATABASE another")
    ask(owner.replace("/midweek?", "/another?"), "CREATE TABLE notes (id serial)")
    inserted = "INSERT INTO notes DEFAULT VALUES RETURNING id"
    assert ask(app.replace("/midweek?", "/another?"), inserted) == (1,)


def test_neither_server_listens_on_a_port(running):
    superuser = as_superuser(running.exports["DATABASE_URL"])
    assert ask(superuser, "SHOW listen_addresses") == ("",)
    told = valkey(running.exports["REDIS_URL"], "CONFIG GET port")
    assert told.split() == ["*2", "$4", "port", "$1", "0"]


def test_roles_for_servers_of_ones_own_are_made_once_and_right(running):
    superuser = as_superuser(running.exports["DATABASE_URL"])
    for _ in range(2):
        Roles(owner="owner", app="it's", database="care").make(superuser)
    app = superuser.replace("postgres@/midweek", "it%27s@/care")
    owner = superuser.replace("postgres@/midweek", "owner@/care")
    ask(owner, "CREATE TABLE notes (id serial)")
    assert ask(app, "INSERT INTO notes DEFAULT VALUES RETURNING id") == (1,)
    rights = "SELECT rolcreatedb, rolsuper FROM pg_roles WHERE rolname = 'owner'"
    assert ask(superuser, rights) == (False, False)


def test_data_survives_a_restart(home):
    with servers_at(home) as running:
        ask(running.exports["DATABASE_OWNER_URL"], "CREATE TABLE kept AS SELECT 7 AS n")
        valkey(running.exports["REDIS_URL"], "SET kept 7")
        assert running.end(signal.SIGINT) == 0
    with servers_at(home) as running:
        assert ask(running.exports["DATABASE_URL"], "SELECT n FROM kept") == (7,)
        assert valkey(running.exports["REDIS_URL"], "GET kept").split() == ["$1", "7"]


def test_another_versions_data_is_left_alone(home, tmp_path):
    (home / "postgres").mkdir(parents=True)
    (home / "postgres" / "PG_VERSION").write_text("17\n")
    with launched(tmp_path / "log", "servers", "--home", home) as launcher:
        assert launcher.process.wait(PATIENCE) == 1
        assert "made by PostgreSQL 17, not 18" in launcher.words
    assert [path.name for path in (home / "postgres").iterdir()] == ["PG_VERSION"]


def test_data_half_made_by_a_killed_first_start_is_made_again(home):
    (home / "postgres.new").mkdir(parents=True)
    (home / "postgres.new" / "PG_VERSION").write_text("half")
    with servers_at(home) as running:
        assert ask(running.exports["DATABASE_URL"], "SELECT 1") == (1,)
    assert not (home / "postgres.new").exists()


def valkey(url: str, command: str) -> str:
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(urlsplit(url).path)
        client.sendall(command.encode() + b"\r\n")
        return client.recv(1000).decode()
