"""What `make run` tells the person who started it."""

from pathlib import Path

from config.launcher import port, terminal
from config.launcher.postgres import Postgres

DEMO_PASSWORD = "midweek-demo"  # noqa: S105
DEMO_ACCOUNTS = {
    "therapist@midweek.test": "therapist, about 24 clients",
    "client@midweek.test": "a client of theirs",
    "admin@midweek.test": "clinic admin",
    "therapist2@midweek.test": "another therapist, and a client elsewhere",
    "client2@midweek.test": "a client of that therapist",
    "outsider@midweek.test": "therapist of another clinic",
    "klientin@midweek.test": "a client who reads German",
    "therapeutin@midweek.test": "her therapist",
}


def greet(number: int, home: Path) -> None:
    address = terminal.paint(f"http://{port.HOST}:{number}", terminal.BOLD)
    terminal.say(f"\n  Open {address} and sign in, password {DEMO_PASSWORD}\n")
    for email, who in DEMO_ACCOUNTS.items():
        terminal.say(f"    {email:<26}{terminal.paint(who, terminal.DIM)}")
    terminal.say(f"\n  Mails stay on this machine: http://{port.HOST}:{number}/dev/mailbox/")
    terminal.say(f"  Ctrl-C stops everything. Logs: {home}\n")


def say_who_runs_the_servers(postgres: Postgres) -> None:
    """As root, name the user and the folder: people look for their data."""
    if postgres.account.switch:
        terminal.say(
            f"    PostgreSQL refuses to run as root, so both run as “{postgres.account.name}”.\n"
            f"    Their data is in {postgres.state}."
        )
