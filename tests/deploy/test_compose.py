"""docker-compose.yml against the code: no container engine is needed to keep it true."""

import re
import runpy
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from django.core.management import get_commands
from django.urls import resolve

from config import env
from config.launcher import roles, services
from config.launcher.__main__ import COMMANDS

PROJECT = Path(__file__).resolve().parents[2]
COMPOSE = yaml.safe_load((PROJECT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
# What settings are made of, so what may read one from the environment.
READERS = "".join((PROJECT / "config" / name).read_text() for name in ("settings.py", "sign_in.py"))
LONG_RUNNING = {"web": services.WEB, "worker": services.WORKER, "beat": services.BEAT}
ONE_SHOT = ("roles", "migrate")
OURS = (*LONG_RUNNING, *ONE_SHOT)
NOT_PASSED = {
    "DATABASE_OWNER_URL": "only those that migrate have it",
    "MAILBOX_DIR": "only local",
}


@pytest.fixture(scope="module")
def dotenv():
    """What bin/new_env.py writes."""
    new_env = runpy.run_path(str(PROJECT / "bin" / "new_env.py"))["new_env"]
    lines = new_env("midweek.example.org").splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def environment_of(service, dotenv):
    """As docker compose fills it in: ${NAME:?} from .env, ${NAME:-default} else.

    A name without a value is handed on from .env, and absent if it is not there.
    """

    def value(match):
        name, kind, default = match.groups()
        return dotenv[name] if kind == "?" else dotenv.get(name, default)

    pattern = re.compile(r"\$\{(\w+):([?-])([^}]*)\}")
    found = SERVICES[service]["environment"].items()
    given = {name: dotenv.get(name) if text is None else text for name, text in found}
    return {name: pattern.sub(value, str(text)) for name, text in given.items() if text is not None}


def test_the_services_are_those_that_make_run_starts_two_servers_and_a_proxy():
    assert set(SERVICES) == {*OURS, "db", "redis", "proxy"}


@pytest.mark.parametrize("service", LONG_RUNNING)
def test_each_runs_the_command_of_make_run(service):
    words = shlex.split(SERVICES[service]["command"])
    assert tuple(words[: len(LONG_RUNNING[service])]) == LONG_RUNNING[service]


def test_the_image_alone_starts_the_web():
    docker = (PROJECT / "Dockerfile").read_text()
    (command,) = re.findall(r"^CMD (\[.*\])$", docker, re.M)
    assert yaml.safe_load(command) == shlex.split(SERVICES["web"]["command"])


@pytest.mark.parametrize("service", OURS)
def test_each_has_all_that_production_demands(service, dotenv):
    given = environment_of(service, dotenv)
    assert given["MIDWEEK_ENV"] == "production"
    assert set(env.REQUIRED_IN_PRODUCTION) <= set(given)
    assert all(given.values())


def test_every_setting_of_the_manual_reaches_the_web():
    manual = (PROJECT / "docs" / "running.md").read_text().partition("### Settings")[2]
    rows = re.findall(r"^\| (`[A-Z_`, ]+`) \|", manual.partition("###")[0], re.M)
    settings = set(re.findall(r"\w+", " ".join(rows))) - {"DATABASE_OWNER_URL"}
    assert "HELP_NUMBERS" in settings
    assert settings <= set(SERVICES["web"]["environment"])


@pytest.mark.parametrize("service", LONG_RUNNING)
def test_every_setting_that_the_code_reads_reaches_it(service):
    read = set(re.findall(r'(?:\benv\.\w+|\bsecret|environ\.get)\(\s*"(\w+)"', READERS))
    assert read - set(SERVICES[service]["environment"]) == set(NOT_PASSED)


@pytest.mark.parametrize("service", OURS)
def test_every_variable_is_one_that_the_code_reads(service):
    source = READERS + (PROJECT / "docker-compose.yml").read_text()
    for name in SERVICES[service]["environment"]:
        assert re.search(rf'"\$?\$?{name}"', source), name


def test_production_accepts_these_settings(dotenv):
    check = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    environment = {"PATH": "/usr/bin:/bin", **environment_of("web", dotenv)}
    told = subprocess.run(check, cwd=PROJECT, env=environment, capture_output=True, text=True)
    assert told.returncode == 0, told.stderr


def test_nothing_secret_has_a_default(dotenv):
    text = (PROJECT / "docker-compose.yml").read_text()
    defaults = dict(re.findall(r"\$\{(\w+):-([^}]*)\}", text))
    assert not [name for name in defaults if re.search("KEY|PASSWORD|SECRET|URL", name)]
    assert all(secret not in text for name, secret in dotenv.items() if "PASSWORD" in name)


def test_only_the_one_that_migrates_is_the_owner_and_none_that_stays_up(dotenv):
    for service in LONG_RUNNING:
        given = " ".join(environment_of(service, dotenv).values())
        assert f"//{roles.APP}:" in given
        assert f"//{roles.OWNER}:" not in given
        assert "//postgres:" not in given
    assert f"//{roles.OWNER}:" in environment_of("migrate", dotenv)["DATABASE_OWNER_URL"]
    assert "DATABASE_SUPERUSER_URL" not in environment_of("migrate", dotenv)


def test_the_one_shots_run_commands_that_exist_in_order_and_once():
    assert SERVICES["migrate"]["command"] == "python manage.py prepare"
    assert "prepare" in get_commands()
    assert "config.launcher roles --on" in SERVICES["roles"]["command"]
    assert "roles" in COMMANDS
    assert all(SERVICES[name]["restart"] == "no" for name in ONE_SHOT)
    done = {"condition": "service_completed_successfully"}
    assert SERVICES["migrate"]["depends_on"]["roles"] == done
    assert all(SERVICES[name]["depends_on"]["migrate"] == done for name in LONG_RUNNING)


def test_what_stays_up_is_restarted_and_watched():
    for name in (*LONG_RUNNING, "db", "redis", "proxy"):
        assert SERVICES[name]["restart"] == "always"
        assert SERVICES[name]["healthcheck"]["test"]
    assert SERVICES["web"]["healthcheck"]["test"] == ["CMD", "python", "bin/healthy.py"]
    assert "/healthz" in (PROJECT / "bin" / "healthy.py").read_text()
    assert resolve("/healthz").url_name == "healthz"


def test_both_servers_are_reached_by_socket_and_by_nothing_else(dotenv):
    given = environment_of("web", dotenv)
    for server, folder in (("db", "postgres-socket"), ("redis", "redis-socket")):
        assert SERVICES[server]["network_mode"] == "none"
        assert any(mount.startswith(folder) for mount in SERVICES[server]["volumes"])
        place = next(m for m in SERVICES["web"]["volumes"] if m.startswith(folder)).split(":")[1]
        assert place in given["DATABASE_URL"] + given["REDIS_URL"]


def test_ours_run_with_as_little_as_they_need():
    for name in OURS:
        assert SERVICES[name]["read_only"]
        assert SERVICES[name]["cap_drop"] == ["ALL"]
    docker = (PROJECT / "Dockerfile").read_text()
    assert re.findall(r"^USER (\w+)$", docker, re.M) == ["midweek"]
    assert docker.index("launcher static") < docker.index("USER midweek")


def test_the_web_is_open_to_this_machine_only():
    assert SERVICES["web"]["ports"] == ["127.0.0.1:${PORT:-8000}:8000"]


def test_tls_ends_in_a_proxy_that_is_told_nothing_weaker(dotenv):
    """Caddy as it is shipped: public certificates, TLS 1.2 and 1.3. What loosens it is an option,
    a file or a variable, and it has none."""
    proxy = SERVICES["proxy"]
    told = ["caddy", "reverse-proxy", "--from", "${PUBLIC_URL:?}", "--to", "web:8000"]
    assert shlex.split(proxy["command"]) == told and proxy["image"] == "caddy:2"
    assert proxy["volumes"] == ["certificates:/data"]
    assert not {"environment", "env_file", "configs", "secrets", "entrypoint"} & set(proxy)
    assert dotenv["PUBLIC_URL"].startswith("https://")
    # A fresh .env turns it on, and it is the one proxy that is believed.
    assert proxy["profiles"] == [dotenv["COMPOSE_PROFILES"]]
    assert environment_of("web", dotenv)["TRUSTED_PROXIES"] == "1"


def test_secrets_and_history_stay_out_of_the_image():
    ignored = (PROJECT / ".dockerignore").read_text().split()
    assert {".git", ".env", ".env.*", ".local", ".venv"} <= set(ignored)


def test_every_secret_is_new_each_time(dotenv):
    path = PROJECT / "bin" / "new_env.py"
    told = [subprocess.check_output([sys.executable, path], text=True) for _ in range(2)]
    secret = re.compile(r"^(SECRET_KEY|FIELD_KEYS|\w+_PASSWORD)=(.{20,})$", re.M)
    first, second = (dict(secret.findall(text)) for text in told)
    assert len(first) == 5
    assert not set(first.values()) & set(second.values())
