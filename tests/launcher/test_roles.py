"""The SQL for servers of one's own."""

import pytest

from config.launcher.errors import LauncherError
from config.launcher.roles import Roles, name, text

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
    for_tests = Roles.of(URLS, for_tests=True).script()
    assert "template1" in for_tests
    assert 'GRANT pg_signal_backend TO "owner"' in for_tests


def test_a_server_that_is_away_is_told_with_the_way_out():
    with pytest.raises(LauncherError, match="(?s)The roles were not made.*superuser") as told:
        Roles.of(URLS).make_on("postgresql://postgres:s3cret@/postgres?host=/nowhere")
    assert "s3cret" not in str(told.value)


UNPLAIN = [
    "postgresql://postgres:s3@cret@/postgres?host=/nowhere",
    "postgresql://postgres:s3/cret@db.test/postgres",
    "postgresql://postgres:s3%zzcret@db.test/postgres",
    "postgresql://postgres:s3]cret@/postgres?host=/nowhere",
    "postgresql://postgres:s3cret/postgres",
    "postgresql:/postgres:s3cret@db.test/postgres",
    "postgres:s3cret@db.test",
]


@pytest.mark.parametrize("url", UNPLAIN)
def test_no_piece_of_a_password_is_said(url):
    """It would be taken for a host or a port, and named as one that cannot be found."""
    with pytest.raises(LauncherError, match="PASSWORD@HOST") as told:
        Roles.of(URLS).make_on(url)
    assert "s3" not in str(told.value) and "cret" not in str(told.value)


def test_quoting_leaves_no_way_out():
    assert name('a"; DROP ROLE b; --') == '"a""; DROP ROLE b; --"'
    assert text("a'; DROP ROLE b; --") == "'a''; DROP ROLE b; --'"
