"""The SQL for servers of one's own."""

import pytest

from config.launcher.roles import Roles, name, text
from tests.launcher.launching import as_superuser, ask, servers_at

URLS = {
    "DATABASE_URL": "postgresql://app:it%27s%5Cme@db.test/care",
    "DATABASE_OWNER_URL": "postgresql://owner:se%22cret@db.test/care",
}


def test_names_and_passwords_come_from_the_addresses():
    roles = Roles.of(URLS)
    assert (roles.owner, roles.app, roles.database) == ("owner", "app", "care")
    assert (roles.owner_password, roles.app_password) == ('se"cret', "it's\\me")


def test_without_addresses_the_names_are_the_embedded_servers():
    roles = Roles.of({})
    assert (roles.owner, roles.app, roles.database) == ("midweek_owner", "midweek_app", "midweek")
    assert "PASSWORD" not in roles.script()


def test_the_script_says_all_of_it_and_quotes():
    script = Roles.of(URLS).script()
    assert 'CREATE ROLE "app"' in script
    assert "PASSWORD E'it''s\\\\me'" in script
    assert 'CREATE DATABASE "care" OWNER "owner"\' WHERE NOT EXISTS' in script
    assert "template1" not in script
    assert "template1" in Roles.of(URLS, for_tests=True).script()


def test_quoting_leaves_no_way_out():
    assert name('a"; DROP ROLE b; --') == '"a""; DROP ROLE b; --"'
    assert text("a'; DROP ROLE b; --") == "'a''; DROP ROLE b; --'"


@pytest.mark.faults
def test_made_twice_on_a_server_they_are_there_once_and_right(home):
    with servers_at(home) as running:
        superuser = as_superuser(running.exports["DATABASE_URL"])
        for _ in range(2):
            Roles.of(URLS).make(superuser)
        app = superuser.replace("postgres@/midweek", "app@/care")
        owner = superuser.replace("postgres@/midweek", "owner@/care")
        ask(owner, "CREATE TABLE notes (id serial)")
        assert ask(app, "INSERT INTO notes DEFAULT VALUES RETURNING id") == (1,)
        rights = "SELECT rolcreatedb, rolsuper FROM pg_roles WHERE rolname = 'owner'"
        assert ask(superuser, rights) == (False, False)
