"""The settings of production, as an operator starts it."""

import re
from pathlib import Path

import pytest
from django.conf import global_settings
from django.contrib.auth.hashers import get_hasher
from django.core.exceptions import ImproperlyConfigured
from django.test import override_settings
from django.utils.module_loading import import_string

from accounts.models import User
from config.checks import other_machines_are_reached_by_tls as warnings
from config.env import REQUIRED_IN_PRODUCTION
from config.launcher.checks import production_environment
from tests.security.production import production_settings

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def said():
    return production_settings()


def test_it_shows_no_errors_and_answers_for_its_own_hosts(said):
    assert said["DEBUG"] is False and said["PRODUCTION"] is True
    assert said["ALLOWED_HOSTS"] == ["midweek.example.org"]
    assert not {"debug_toolbar", "django.contrib.admindocs"} & set(said["INSTALLED_APPS"])


def test_nothing_for_tests_or_local_runs_is_on(said):
    assert said["STAFF_SECOND_FACTOR"] is True
    assert not any(re.search(r"MFA_.*(BYPASS|INSECURE)", name) for name in said)
    assert "config.mailbox" not in said.get("EMAIL_BACKEND", "")


@pytest.mark.parametrize("name", sorted(REQUIRED_IN_PRODUCTION))
def test_it_does_not_start_without(name, monkeypatch):
    facts = production_environment()
    del facts[name]
    monkeypatch.setattr("tests.security.production.production_environment", lambda: facts)
    for each in (name, f"{name}_FILE"):
        monkeypatch.delenv(each, raising=False)
    with pytest.raises(ImproperlyConfigured, match=name):
        production_settings()


def test_what_is_kept_and_queued_is_json(said):
    assert said["CELERY_ACCEPT_CONTENT"] == ["json"] and said["CELERY_RESULT_BACKEND"] is None
    assert "SESSION_SERIALIZER" not in said and global_settings.SESSION_SERIALIZER.endswith(
        "JSONSerializer"
    )


def test_passwords_are_kept_by_a_slow_hash(said):
    assert "PASSWORD_HASHERS" not in said
    kind = import_string("django.contrib.auth.hashers.PBKDF2PasswordHasher")
    with override_settings(PASSWORD_HASHERS=[f"{kind.__module__}.{kind.__qualname__}"]):
        hasher = get_hasher("default")
    assert hasher.digest().name == "sha256" and hasher.iterations >= 600_000


def test_an_install_begins_with_nobody(db):
    assert not User.objects.exists()


BY_SOCKET = ("/run/postgresql", {}, "redis+socket:///run/redis.sock", "localhost", False)
IN_CLEAR = ("db.example.org", {}, "redis://redis.example.org/0", "mail.example.org", False)
BY_TLS = (
    *("db.example.org", {"sslmode": "verify-full"}, "rediss://redis.example.org/0"),
    *("mail.example.org", True),
)


@pytest.mark.parametrize(("how", "told"), [(BY_SOCKET, 0), (IN_CLEAR, 3), (BY_TLS, 0)])
def test_servers_elsewhere_are_reached_by_tls_or_it_warns(settings, monkeypatch, how, told):
    host, options, settings.REDIS_URL, settings.EMAIL_HOST, settings.EMAIL_USE_TLS = how
    settings.PRODUCTION = True
    monkeypatch.setitem(settings.DATABASES["default"], "HOST", host)
    monkeypatch.setitem(settings.DATABASES["default"], "OPTIONS", options)
    assert len(warnings(None)) == told


def test_the_image_serves_no_code_and_no_history():
    kept_out = (PROJECT / ".dockerignore").read_text(encoding="utf-8").split()
    assert ".git" in kept_out and any(line.startswith(".env") for line in kept_out)


def test_every_package_is_pinned_with_its_digest():
    told = (PROJECT / "requirements.txt").read_text(encoding="utf-8")
    pinned = re.findall(r"^[a-z0-9][^\s=]*==\S+", told, re.M | re.I)
    assert pinned and len(pinned) == len(
        re.findall(r"^\S+==[^\n]*\\\n\s+--hash=sha256", told, re.M)
    )
