"""The cache is kept in the database, on a connection of its own (design §4.6)."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connections, transaction
from django.test import override_settings

from accounts.models import Clinic
from config.launcher.checks import production_environment

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "cache"])
BACKEND = {"BACKEND": "config.cache.Cache", "LOCATION": "cache"}


@pytest.fixture(autouse=True)
def real_cache():
    """Elsewhere the tests use memory; this is the cache of production."""
    with override_settings(CACHES={"default": BACKEND}):
        yield
        cache.clear()


class GoneWrong(Exception):
    """What a view raises."""


def test_what_it_counted_outlives_a_rollback():
    with pytest.raises(GoneWrong), transaction.atomic():
        Clinic.objects.create(name="Rolled back")
        cache.set("tries", 1)
        cache.incr("tries")
        raise GoneWrong
    assert cache.get("tries") == 2
    assert not Clinic.objects.exists()


def test_it_is_counted_while_the_request_is_still_going_on():
    with transaction.atomic():
        cache.set("tries", 1)
        with connections["default"].copy(alias="another").cursor() as another:
            another.execute("SELECT count(*) FROM cache")
            assert another.fetchone() == (1,)
        another.connection.close()


def test_it_speaks_over_its_own_connection(django_assert_num_queries):
    with django_assert_num_queries(0, connection=connections["default"]):
        cache.set("word", "kept")
        assert cache.get("word") == "kept"


def test_a_broken_transaction_does_not_reach_it():
    with transaction.atomic():
        with pytest.raises(Exception, match="nothing"), transaction.atomic():
            connections["default"].cursor().execute("SELECT nothing")
        transaction.set_rollback(True)
        cache.set("word", "kept")
    assert cache.get("word") == "kept"


@pytest.mark.parametrize("timeout", [-1, 0])
def test_what_has_expired_is_gone(timeout):
    cache.set("word", "kept", timeout)
    assert cache.get("word") is None


def test_a_full_one_loses_what_has_expired_and_nothing_else():
    with override_settings(CACHES={"default": {**BACKEND, "OPTIONS": {"MAX_ENTRIES": 2}}}):
        cache.set("expired", 1, -1)
        for number in range(9):
            cache.set(f"limit-{number}", number)
        assert [cache.get(f"limit-{number}") for number in range(9)] == list(range(9))
        with connections["cache"].cursor() as cursor:
            cursor.execute("SELECT count(*) FROM cache")
            assert cursor.fetchone() == (9,)


def test_it_is_what_production_uses():
    show = "from config import settings as s; print(s.CACHES['default']['BACKEND'])"
    environment = {"PATH": os.environ["PATH"], **production_environment()}
    shown = subprocess.run(
        [sys.executable, "-c", show],
        env=environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stdout.strip() == BACKEND["BACKEND"]
