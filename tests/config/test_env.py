"""A setting that is missing or makes no sense stops the start, by name, and betrays no secret."""

import base64
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env
from config.launcher.checks import production_environment

PROJECT = Path(__file__).resolve().parents[2]
KEY = base64.b64encode(b"k" * 32).decode()
SECRET = "s3cret"
# Setting, what it is set to, what is said of it.
WRONG = [
    ("MIDWEEK_ENV", "prod", "MIDWEEK_ENV is 'prod'; use one of: production, local, test."),
    ("OPEN_CLINIC_SIGNUP", "yes", "OPEN_CLINIC_SIGNUP is 'yes'; use one of: True, False."),
    ("TRUSTED_PROXIES", "one", "TRUSTED_PROXIES is 'one'; use a whole number."),
    ("HELP_NUMBERS_CHECKED_ON", "28.11.2026", "write a day as 2026-11-28"),
    ("FIELD_KEYS", KEY, "FIELD_KEYS: key 1 has no name; write id:base64."),
    ("FIELD_KEYS", f"k2:{KEY},k1:{SECRET}", "FIELD_KEYS: key 2 is not base64."),
    ("FIELD_KEYS", f"k2:{KEY},k1:c2hvcnQ=", "FIELD_KEYS: key 2 must have 32 bytes."),
    ("FIELD_KEYS", f"k1:{KEY},k1:{KEY}", "FIELD_KEYS: two keys have the name of key 2."),
    ("DATABASE_URL", f"mysql://app:{SECRET}@db.test/m", "must start with postgresql://."),
    ("DATABASE_URL", f"postgresql://app:{SECRET}/x@db.test/m", "In a password write"),
    ("DATABASE_OWNER_URL", f"postgresql://o:{SECRET}#@db.test/m", "DATABASE_OWNER_URL is no"),
    ("REDIS_URL", f"amqp://:{SECRET}@redis.test", "REDIS_URL must start with redis://."),
    ("EMAIL_URL", f"smtps://us:{SECRET}/@mail.test", "EMAIL_URL is no address"),
    ("PUBLIC_URL", "midweek.test", "PUBLIC_URL must start with https://."),
    ("PUBLIC_URL", "https://midweek.test/app", "PUBLIC_URL is https:// and a host"),
    ("ALLOWED_HOSTS", "https://midweek.test", "ALLOWED_HOSTS: write hosts only"),
    ("METRICS_TOKEN", SECRET, "METRICS_TOKEN is too short"),
]


def manage(*words, **environment):
    """As an operator's shell runs it: production, and nothing else is set."""
    facts = {"PATH": "/usr/bin:/bin", **environment}
    command = [sys.executable, "manage.py", *words]
    return subprocess.run(command, cwd=PROJECT, env=facts, capture_output=True, text=True)


@pytest.mark.parametrize(("name", "value", "said"), WRONG, ids=range(len(WRONG)))
def test_what_makes_no_sense_is_said_in_one_line(name, value, said):
    told = manage("check", **production_environment() | {"METRICS_PATH": "m", name: value})
    assert told.returncode == 1 and said in told.stderr
    assert told.stderr.count("\n") == 1 and SECRET not in told.stderr and KEY not in told.stderr


def test_all_that_is_missing_is_said_at_once():
    told = manage("prepare")
    assert told.returncode == 1 and told.stderr.count("\n") == 1
    assert all(name in told.stderr for name in env.REQUIRED_IN_PRODUCTION)
    assert "make run" in told.stderr


def test_an_empty_secret_is_a_missing_one():
    facts = production_environment() | {"FIELD_KEYS": ""}
    assert "Not set: FIELD_KEYS." in manage("check", **facts).stderr


def test_a_database_that_is_away_is_said_in_words():
    facts = production_environment()
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL"):
        facts[name] = f"postgresql://app:{SECRET}@/midweek?host=/nowhere"
    for command in ("prepare", "verify_audit", "list_erasures"):
        told = manage(command, **facts)
        assert told.returncode == 1 and "Traceback" not in told.stderr
        assert "No connection to the database" in told.stderr and SECRET not in told.stderr


def test_a_secret_comes_from_a_file_or_says_why_not(tmp_path, monkeypatch):
    monkeypatch.setenv("SOME_FILE", str(tmp_path / "secret"))
    with pytest.raises(ImproperlyConfigured, match="SOME_FILE: .* cannot be read: No such file"):
        env.text("SOME")
    (tmp_path / "secret").write_bytes(b"\xff")
    with pytest.raises(ImproperlyConfigured, match="it is no text"):
        env.text("SOME")
    (tmp_path / "secret").write_text("told\n")
    assert env.text("SOME") == "told"


def test_how_a_server_proves_itself_reaches_the_driver():
    url = "postgresql://a@db.test/m?sslmode=verify-full&sslrootcert=/etc/ca.pem&else=no"
    options = env.database("DATABASE_URL", url)["OPTIONS"]
    assert options == {"sslmode": "verify-full", "sslrootcert": "/etc/ca.pem"}
