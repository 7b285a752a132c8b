"""The test database: made and flushed as its owner, used as the application (design §4.1)."""

import os

import pytest
from django.db import connections

from tests.cast import gather


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker, worker_id):
    owner = connections["owner"]
    owner.settings_dict["TEST"]["NAME"] = f"test_{os.environ.get('MIDWEEK_TEST_DB', 'midweek')}_{worker_id}"
    with django_db_blocker.unblock():
        before = owner.settings_dict["NAME"]
        name = owner.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        for alias in ("default", "cache"):
            connections[alias].close()
            connections[alias].settings_dict["NAME"] = name
    yield
    with django_db_blocker.unblock():
        for alias in connections:
            connections[alias].close()
        owner.creation.destroy_test_db(before, verbosity=0)


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
