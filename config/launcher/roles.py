"""Two database roles: one owns the tables and migrates, the other is the application.

The application is neither owner nor superuser, so row security and grants bind it.
"""

from contextlib import closing

import psycopg2
from psycopg2 import sql

OWNER = "midweek_owner"
APP = "midweek_app"
DATABASE = "midweek"

GRANTS = """
GRANT USAGE ON SCHEMA public TO {app};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {app};
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {app};
ALTER DEFAULT PRIVILEGES FOR ROLE {owner}
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {app};
ALTER DEFAULT PRIVILEGES FOR ROLE {owner} GRANT USAGE, SELECT ON SEQUENCES TO {app};
"""


def make(superuser_url: str, *, template_too: bool = False) -> None:
    """Make roles, database and grants where they are missing.

    With `template_too`, databases made later (the tests') carry the grants from birth.
    """
    with closing(psycopg2.connect(superuser_url)) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            _make_role(cursor, OWNER, "LOGIN NOSUPERUSER CREATEDB")
            _make_role(cursor, APP, "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE")
            _make_database(cursor)
    for database in (DATABASE, "template1") if template_too else (DATABASE,):
        _grant(superuser_url, database)


def _make_role(cursor, name: str, attributes: str) -> None:
    cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name])
    verb = "ALTER" if cursor.fetchone() else "CREATE"
    cursor.execute(sql.SQL(f"{verb} ROLE {{}} {attributes}").format(sql.Identifier(name)))


def _make_database(cursor) -> None:
    cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
    if not cursor.fetchone():
        statement = sql.SQL("CREATE DATABASE {} OWNER {}")
        cursor.execute(statement.format(sql.Identifier(DATABASE), sql.Identifier(OWNER)))


def _grant(superuser_url: str, database: str) -> None:
    names = {"app": sql.Identifier(APP), "owner": sql.Identifier(OWNER)}
    with closing(psycopg2.connect(superuser_url, dbname=database)) as connection:
        connection.autocommit = True
        connection.cursor().execute(sql.SQL(GRANTS).format(**names))
