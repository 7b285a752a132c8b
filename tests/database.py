"""Test databases: migrated once for a state of the migrations, then copied in a moment."""

import hashlib
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps
from django.db import connections

ONE_AT_A_TIME = 7_433_012
PREFIX = "test_midweek_template_"


@contextmanager
def database(name):
    """An empty, migrated database `name`, made by the owner; every alias points at it."""
    owner, kept = connections["owner"], connections["owner"].settings_dict["NAME"]
    with owner._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [ONE_AT_A_TIME])
        template = migrated_template(owner, cursor)
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        cursor.execute("SELECT pg_advisory_unlock(%s)", [ONE_AT_A_TIME])
    point_at(name)
    yield
    point_at(kept)
    with owner._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def point_at(name):
    for connection in connections.all():
        connection.close()
        connection.settings_dict["NAME"] = name


def migrated_template(owner, cursor):
    """The name of a database with today's tables; made if no run has made it yet."""
    template = PREFIX + fingerprint()
    cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [PREFIX + "%"])
    found = {name for (name,) in cursor.fetchall()}
    if template not in found:
        for outdated in found:
            cursor.execute(f'DROP DATABASE IF EXISTS "{outdated}" WITH (FORCE)')
        kept = owner.settings_dict["NAME"]
        owner.settings_dict["TEST"]["NAME"] = template
        owner.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        point_at(kept)
    return template


def fingerprint():
    """Changes with any migration, ours or a library's, and with what is made after them."""
    patterns = ("migrations/*.py", "grants.py", "row_security/*")
    files = (
        path
        for app in apps.get_app_configs()
        for pattern in patterns
        for path in Path(app.path).glob(pattern)
        if path.is_file()
    )
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
