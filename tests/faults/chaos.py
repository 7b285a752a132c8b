"""Everything is killed, stopped or restarted at some time; then the books are compared.

    python -m tests.faults.chaos PEOPLE SLOTS SECONDS [SEED]

On servers of its own. Prints what was found as JSON; test_chaos.py reads it.
"""

import json
import os
import random
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from config.launcher import port, servers

LEASE = 12.0  # seconds
PATIENCE = 800
NEVER = (
    "lost",
    "unfinished",
    "early",
    "late",
    "to_another_person",
    "to_another_clinic",
    "to_paused",
    "after_stop",
    "doubled_without_a_cause",
    "doubled_after_tag",
)


def main(people, slots, seconds, seed=None):
    seed = random.randrange(10**6) if seed is None else seed
    print(f"seed {seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder, servers.throw_away(durable=True) as running:
        os.environ |= running.environment | {
            "LEASE": str(LEASE),
            "MIDWEEK_ENV": "test",
            "DJANGO_SETTINGS_MODULE": "config.settings",
        }
        prepare()
        from tests import door
        from tests.faults import books, outside

        door.stand_open()

        with outside.world() as world:
            found = rage(running, world, Path(folder), people, slots, seconds, seed)
            print(json.dumps({"seed": seed} | books.compare(world, *found)))


def prepare():
    import django

    django.setup()
    from django.core.management import call_command

    call_command("prepare", verbosity=0)


def rage(running, world, home, people, slots, seconds, seed):
    from tests.faults import cast
    from tests.faults.company import Company
    from tests.faults.presses import Presses
    from tests.faults.strike import Strike

    postgres, valkey = running.embedded
    web = port._bind(0)
    invited = cast.invite(people, slots, seconds, world.push.origin)
    with Company(home, web, dict(os.environ) | world.environment) as company:
        strike = Strike(company, world, postgres, valkey, invited.held, cast.make_due, LEASE, seed)
        presses = Presses(web, invited.stop_paths, seconds / len(invited.stop_paths) / 2)
        presses.start()
        strike.run(seconds)
        drained = drain()
        presses.over.set()
        presses.join()
    return invited, presses, strike, drained


def drain():
    """Seconds until nothing is open any more; the workers finish in peace."""
    from django.db import InterfaceError, OperationalError, connection

    from reminders.models import ReminderSlot

    began = time.monotonic()
    while time.monotonic() - began < PATIENCE:
        with suppress(OperationalError, InterfaceError):
            connection.close()
            if not ReminderSlot.objects.open().exists():
                break
        time.sleep(0.2)
    return time.monotonic() - began


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
