"""The test database: made and emptied as its owner, used as the application (design §4.1)."""

import os

import pytest
from django.core.cache import cache
from django.core.signals import setting_changed
from django.db import OperationalError, connections
from django.dispatch import receiver
from django.template import engines
from django.test import TransactionTestCase
from django.utils import translation
from django.utils.translation import trans_real
from hypothesis import HealthCheck, settings

from accounts.worker import script
from config import early_style
from config.templatetags.midweek import drawn_bar, drawn_stairs, drawn_week
from tests import door
from tests.cast import gather
from tests.database import database

# Playwright's own loop stays in the thread of the first page test; others touch the database after.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# A busy machine is slow to think of examples; that says nothing about the code.
settings.register_profile("midweek", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# New examples are for whoever writes code: at the gate the same change has the same verdict.
settings.register_profile("gate", settings.get_profile("midweek"), derandomize=True)
settings.load_profile("gate" if "CI" in os.environ else "midweek")

door.stand_open()

# Written by migrations, the same in every test.
KEPT = {"django_migrations", "django_content_type", "auth_permission"}


CELLS = "cells of the policy"


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker, worker_id):
    TransactionTestCase._fixture_teardown = empty_tables
    name = f"test_{os.environ.get('MIDWEEK_TEST_DB', 'midweek')}_{worker_id}"
    with django_db_blocker.unblock(), database(name), django_db_blocker.block():
        yield


def empty_tables(test_case):
    """The application's role may not truncate, so the owner does, on a connection of its own."""
    owner = connections["owner"].copy(alias="emptying")
    tables = set(owner.introspection.table_names()) - KEPT
    for last in (False, False, True):
        try:
            with owner.cursor() as cursor:
                cursor.execute(f"TRUNCATE {', '.join(sorted(tables))} RESTART IDENTITY CASCADE")
            break
        except OperationalError:
            # A page's last request, still on its way to the server, took the same tables in
            # another order: the deadlock is over once one of the two has given up.
            if last:
                raise
    owner.close()


@pytest.fixture(autouse=True)
def fresh_limits():
    """Rate limits of one test do not reach the next."""
    cache.clear()


@pytest.fixture(autouse=True)
def english():
    """The last page's language stays with its thread; the next test speaks English again."""
    translation.deactivate()


@pytest.fixture
def invented(monkeypatch):
    """Puts an invented language in the place of plain English, which nobody chooses."""

    def speak(translations):
        monkeypatch.setitem(trans_real._translations, "en", translations)
        forget_templates()
        return "en"

    yield speak
    forget_templates()


@receiver(setting_changed)
def forget_addresses_of_files(setting, **_):
    """Templates and the worker remember those, too."""
    if setting == "STORAGES":
        forget_templates()
        script.cache_clear()
        early_style.link.cache_clear()


def forget_templates():
    """They remember what they say in each language."""
    for loader in engines["django"].engine.template_loaders:
        loader.reset()
    for drawn in (drawn_bar, drawn_stairs, drawn_week):
        drawn.cache_clear()


@pytest.fixture
def cast(db):
    return gather()


@pytest.fixture
def signed_in(client):
    """Sign somebody in on the test client: signed_in(cast.cleo).get("/today/")."""

    def sign_in(user):
        client.force_login(user)
        return client

    return sign_in


def pytest_terminal_summary(terminalreporter):
    """How many cells of the policy table were asked (tests/accounts/test_policy.py)."""
    reports = [each for kind in ("passed", "failed") for each in terminalreporter.getreports(kind)]
    told = [number for each in reports for name, number in each.user_properties if name == CELLS]
    if told:
        terminalreporter.write_line(f"{sum(told):,} cells of the policy table were asked.")
