"""The second wall (design §4.2): row-level security on every table that carries a clinic, and on
every one that holds a person's own.

Made by the owner after every migration, as grants are: which tables there are is read from the
catalog, so a new one has its policy without a migration of its own, and none can be forgotten.
What is as it should be is left alone: a start of the product takes no lock.
"""

from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from django.db import OperationalError, connections, transaction

from config.row_security.rules import OPEN, policies_of

# Their bodies may name a table of another version: on the way to it, or back.
FUNCTIONS = "SET LOCAL check_function_bodies = off;\n" + Path(__file__).with_name(
    "functions.sql"
).read_text(encoding="utf-8")
ONE_AT_A_TIME = 7_433_013
PATIENCE, TRIES = "2s", 10
# The owner migrates, and answers look-ups that have no person: bound by FORCE, and let through.
OWNERS = {"owner": ("ALL", "USING (true)")}
# PostgreSQL lets everybody call a new function; some of ours run as the owner, migrations' too.
CALLED_BY = """
    REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {app}
"""

# [name, whether it is walled, whose it is by which columns: none where it carries a clinic].
TABLES = """
    WITH kept_in AS (
        SELECT attrelid AS oid FROM pg_attribute
        WHERE attname = 'clinic_id' AND NOT attisdropped
    ), kept_for AS (
        SELECT conrelid AS oid, array_agg(attname::text ORDER BY attname) AS persons
        FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
        WHERE contype = 'f' AND confrelid = to_regclass('accounts_user')
        GROUP BY conrelid
    )
    SELECT relname, relrowsecurity AND relforcerowsecurity,
        CASE WHEN kept_in.oid IS NULL THEN persons END
    FROM pg_class LEFT JOIN kept_in USING (oid) LEFT JOIN kept_for USING (oid)
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND (
        relname = 'accounts_clinic' OR kept_in.oid IS NOT NULL OR persons IS NOT NULL
    )
    ORDER BY relname
"""
STANDING = """
    SELECT polname, obj_description(oid, 'pg_policy') FROM pg_policy
    WHERE polrelid = %s::regclass
"""


def build_wall():
    """One role for owner and application is left as it is: nothing could hold it back."""
    owner, application = connections["owner"], connections["default"].settings_dict["USER"]
    if not application or application == owner.settings_dict["USER"]:
        return
    roles = {"app": application, "owner": owner.settings_dict["USER"]}
    quoted = {name: owner.ops.quote_name(role) for name, role in roles.items()}
    with alone(owner) as cursor:
        cursor.execute(FUNCTIONS)
        cursor.execute(CALLED_BY.format(**quoted))
        tables = walled(cursor)
    for table, is_on, persons in tables:
        policies = wanted(table, persons, **quoted)
        patiently(owner, secure, owner.ops.quote_name(table), policies, is_on)


def walled(cursor):
    cursor.execute(TABLES)
    return [row for row in cursor.fetchall() if row[0] not in OPEN]


@contextmanager
def alone(owner):
    with transaction.atomic(using=owner.alias), owner.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
        yield cursor


def patiently(owner, make, *facts):
    """A transaction for each table: whoever is at work on one waits for that one, and not long.
    Between the tries they go on."""
    for left in reversed(range(TRIES)):
        try:
            with alone(owner) as cursor:
                cursor.execute(f"SET LOCAL lock_timeout = '{PATIENCE}'")
                make(cursor, *facts)
        except OperationalError:
            if not left:
                raise
        else:
            return


def wanted(table, persons, *, app, owner):
    """{name: the policy's words}."""
    theirs = {name: worded(rule, app) for name, rule in policies_of(table, persons).items()}
    return theirs | {name: worded(rule, owner) for name, rule in OWNERS.items()}


def worded(rule, role):
    command, condition = rule
    return f"FOR {command} TO {role} {condition}"


def secure(cursor, table, policies, is_on):
    marks = {name: sha256(words.encode()).hexdigest() for name, words in policies.items()}
    cursor.execute(STANDING, [table])
    standing = dict(cursor.fetchall())
    if is_on and standing == marks:
        return
    for name in standing:
        cursor.execute(f'DROP POLICY "{name}" ON {table}')
    for name, words in policies.items():
        cursor.execute(f'CREATE POLICY "{name}" ON {table} {words}')
        cursor.execute(f"COMMENT ON POLICY \"{name}\" ON {table} IS '{marks[name]}'")
    cursor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY")
