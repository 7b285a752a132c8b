"""What a load balancer hears: the database is asked for, Redis is told of."""

import socket
from unittest.mock import patch

import pytest
from django.db import OperationalError

from config import broker


def test_with_both(client, db):
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (200, {"ready": True, "redis": True})


def test_without_redis_it_is_ready_and_says_so(client, db, settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (200, {"ready": True, "redis": False})


def test_without_the_database_it_is_not_ready(client, db):
    with patch("config.views.MigrationExecutor", side_effect=OperationalError):
        answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (503, {"ready": False, "redis": True})


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_UNIX])
def test_a_hanging_redis_is_given_up_soon(family, tmp_path):
    """It takes the connection and says nothing; without a limit this test would not end."""
    place = str(tmp_path / "redis.sock") if family == socket.AF_UNIX else ("127.0.0.1", 0)
    with socket.socket(family) as server:
        server.bind(place)
        server.listen()
        port = family == socket.AF_INET and server.getsockname()[1]
        url = f"redis://127.0.0.1:{port}/0" if port else f"redis+socket://{place}"
        assert not broker.answers(url)
    assert 2 * broker.PATIENCE < 1
