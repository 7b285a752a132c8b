import pytest
from django.db import transaction
from django.test import override_settings

from tests.accounts.world import World
from tests.security.production import said_settings


@pytest.fixture(scope="module")
def production():
    """Answers as production's: its cookies, its headers, its host."""
    with override_settings(**said_settings()):
        yield


@pytest.fixture(scope="module")
def world(production, django_db_setup, django_db_blocker):
    """Everybody signed in, for a whole module; each test undoes what it does."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield World()
        transaction.set_rollback(True)
