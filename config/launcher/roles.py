"""Two database roles: one owns the tables and migrates, the other is the application.

The application is neither owner nor superuser, so grants and row security bind it.
"""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

import psycopg2

from config.launcher import refusals
from config.launcher.errors import LauncherError

OWNER = "midweek_owner"
APP = "midweek_app"
DATABASE = "midweek"

ROLE = """\
DO $$ BEGIN CREATE ROLE {role}; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
ALTER ROLE {role} LOGIN NOSUPERUSER NOCREATEROLE {databases}{password};
"""
NO_DATABASE = "SELECT 1 FROM pg_database WHERE datname = {database}"
GRANTS = """\
GRANT USAGE ON SCHEMA public TO {app};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {app};
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {app};
ALTER DEFAULT PRIVILEGES FOR ROLE {owner}
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {app};
ALTER DEFAULT PRIVILEGES FOR ROLE {owner} GRANT USAGE, SELECT ON SEQUENCES TO {app};
"""


@dataclass(frozen=True)
class Roles:
    """Names and passwords of both roles. Only tests need an owner who makes databases."""

    owner: str = OWNER
    app: str = APP
    database: str = DATABASE
    owner_password: str = ""
    app_password: str = ""
    for_tests: bool = False

    @classmethod
    def of(cls, environment: Mapping[str, str], *, for_tests: bool = False) -> "Roles":
        """What DATABASE_URL and DATABASE_OWNER_URL say, else the names of the embedded server."""
        app = urlsplit(environment.get("DATABASE_URL", ""))
        owner = urlsplit(environment.get("DATABASE_OWNER_URL", ""))
        return cls(
            owner=unquote(owner.username or OWNER),
            app=unquote(app.username or APP),
            database=unquote(app.path.strip("/") or DATABASE),
            owner_password=unquote(owner.password or ""),
            app_password=unquote(app.password or ""),
            for_tests=for_tests,
        )

    def make_on(self, superuser_url: str) -> None:
        """The same on a server of somebody's own, which may be away or not let us."""
        try:
            self.make(superuser_url)
        except psycopg2.Error as error:
            raise LauncherError(
                "The roles were not made. The server says:\n"
                f"    {refusals.of_database(error, superuser_url)}\n"
                "    --on is the address of a superuser: postgresql://postgres@db.example.org/postgres"
            ) from None

    def make(self, superuser_url: str) -> None:
        """Make roles, database and grants where they are missing, on that server."""
        with closing(psycopg2.connect(superuser_url)) as connection:
            connection.autocommit = True
            cursor = connection.cursor()
            cursor.execute(self._roles())
            cursor.execute(self._no_database())
            if not cursor.fetchone():
                cursor.execute(self._create_database())
        for database in self._granted_databases():
            with closing(psycopg2.connect(superuser_url, dbname=database)) as connection:
                connection.autocommit = True
                connection.cursor().execute(self._grants())

    def script(self) -> str:
        """The same for psql."""
        create = f"SELECT {text(self._create_database())} WHERE NOT EXISTS ({self._no_database()})"
        grants = [
            f"\\connect {name(database)}\n{self._grants()}"
            for database in self._granted_databases()
        ]
        return "\n".join([self._roles(), f"{create} \\gexec\n", *grants])

    def _roles(self) -> str:
        databases = "CREATEDB" if self.for_tests else "NOCREATEDB"
        owner = _role(self.owner, self.owner_password, databases)
        app = _role(self.app, self.app_password, "NOCREATEDB")
        return owner + app + (self._signals() if self.for_tests else "")

    def _signals(self) -> str:
        """A test database goes even while a page's last connection is still open."""
        return f"GRANT pg_signal_backend TO {name(self.owner)};\n"

    def _no_database(self) -> str:
        return NO_DATABASE.format(database=text(self.database))

    def _create_database(self) -> str:
        return f"CREATE DATABASE {name(self.database)} OWNER {name(self.owner)}"

    def _granted_databases(self) -> tuple[str, ...]:
        """A test database is copied from template1 and carries its grants from birth."""
        return (self.database, "template1") if self.for_tests else (self.database,)

    def _grants(self) -> str:
        return GRANTS.format(app=name(self.app), owner=name(self.owner))


def _role(role: str, password: str, databases: str) -> str:
    words = f" PASSWORD {text(password)}" if password else ""
    return ROLE.format(role=name(role), databases=databases, password=words)


def name(value: str) -> str:
    """Quoted as an SQL identifier."""
    return '"' + value.replace('"', '""') + '"'


def text(value: str) -> str:
    """Quoted as an SQL string; a backslash needs the E form whatever the server's settings."""
    quoted = value.replace("\\", "\\\\").replace("'", "''")
    return f"E'{quoted}'" if "\\" in value else f"'{quoted}'"
