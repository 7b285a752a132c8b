"""Workers killed and stopped, the database restarted, no broker; then the books are compared.

    python -m tests.faults.chaos PEOPLE SLOTS SECONDS

On servers of its own. Prints what was found as JSON; test_chaos.py and `make bench` read it.
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from config.launcher import servers

LEASE = 4.0  # seconds
WORKERS = 2
SPAN = 20  # seconds over which the slots of a person fall due
PATIENCE = 240


def main(people, slots, seconds):
    with tempfile.TemporaryDirectory() as folder, servers.throw_away(durable=True) as running:
        os.environ |= running.environment | {
            "LEDGER": str(Path(folder, "ledger")),
            "LEASE": str(LEASE),
            "MIDWEEK_ENV": "test",
            "DJANGO_SETTINGS_MODULE": "config.settings",
        }
        Path(os.environ["LEDGER"]).touch()
        prepare()
        from tests.faults.mass import load

        began = load(cast(), people, slots=slots, apart=timedelta(seconds=SPAN / slots))
        silenced = silence(people // 50)
        faults = strike(running.embedded, seconds)
        from tests.faults import books

        print(json.dumps(books.compare(began, silenced) | faults))


def prepare():
    import django

    django.setup()
    from django.core.management import call_command

    call_command("prepare", verbosity=0)


def cast():
    from tests.cast import gather

    return gather()


def silence(how_many):
    """Some pause before anything is due, so nothing may reach them."""
    from accounts.models import Therapy

    found = list(Therapy.objects.active().values_list("pk", flat=True)[:how_many])
    for therapy in Therapy.objects.filter(pk__in=found):
        therapy.pause(by=therapy.client)
    return [str(pk) for pk in found]


def worker():
    command = [sys.executable, "-m", "tests.faults.engine_loop"]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL)


def strike(embedded, seconds):
    """Faults at random until the time is over; then the workers may finish in peace."""
    postgres, valkey = embedded
    valkey.stop()
    workers = [worker() for _ in range(WORKERS)]
    count = {"kills": 0, "stops": 0, "restarts": 0}
    ends = time.monotonic() + seconds
    # At three moments something else than a kill.
    planned = [
        (ends - seconds * 0.7, "restarts"),
        (ends - seconds * 0.5, "stops"),
        (ends - seconds * 0.3, "restarts"),
    ]
    try:
        while time.monotonic() < ends:
            time.sleep(random.uniform(0.3, 1.5))
            place = random.randrange(WORKERS)
            if planned and time.monotonic() > planned[0][0]:
                what = planned.pop(0)[1]
                if what == "stops":
                    stop_past_the_lease(workers[place])
                else:
                    restart_at_once(postgres)
                count[what] += 1
            else:
                workers[place].kill()
                workers[place].wait()
                workers[place] = worker()
                count["kills"] += 1
        return count | {"seconds": round(drain(), 1)}
    finally:
        for each in workers:
            each.kill()
            each.wait()


def restart_at_once(postgres):
    """Without a goodbye: sessions are cut, what was not committed is gone."""
    postgres.process.send_signal(signal.SIGQUIT)
    postgres.process.wait()
    postgres.start()


def stop_past_the_lease(process):
    """It sleeps in the middle of whatever it does, and wakes when others have taken over."""
    process.send_signal(signal.SIGSTOP)
    time.sleep(LEASE * 1.3)
    with suppress(ProcessLookupError):
        process.send_signal(signal.SIGCONT)


def drain():
    """Seconds until nothing that is due is open any more."""
    from django.db import OperationalError, connection
    from django.utils import timezone

    from reminders.models import ReminderSlot

    began = time.monotonic()
    while time.monotonic() - began < PATIENCE:
        with suppress(OperationalError):
            connection.close()
            due = ReminderSlot.objects.open().filter(due_at__lte=timezone.now())
            if not due.exists():
                break
        time.sleep(0.2)
    return time.monotonic() - began


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
