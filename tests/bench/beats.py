"""One worker of the bench: says when it is ready, waits for a line, and sends all that is due."""

import os
import subprocess
import sys
import types
from contextlib import ExitStack
from time import perf_counter

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

ANY = "any"


def use_a_channel_that_does_nothing():
    from reminders import channels

    nothing = types.ModuleType("nothing")
    nothing.send = lambda delivery: None
    nothing.reachable = channels.channel("email").reachable
    sys.modules["nothing"] = nothing
    channels.CHANNELS["email"] = "nothing"


def seconds_of(*cores):
    """How long a worker for each takes, together, until nothing is due.

    It stays on that core with its database process; where the system puts it, if that is ANY.
    """
    with ExitStack() as stack:
        started = []
        for core in cores:
            command = [sys.executable, "-m", __name__, core]
            pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
            started.append(stack.enter_context(subprocess.Popen(command, text=True, **pipes)))
            stack.callback(started[-1].kill)
        for each in started:
            each.stdout.readline()
        began = perf_counter()
        for each in started:
            each.stdin.write("go\n")
            each.stdin.flush()
        for each in started:
            if each.stdout.readline() != "done\n":
                raise RuntimeError("a worker of the bench did not come to an end")
        return perf_counter() - began


def two_cores():
    """Two that processes can be held to; none where the system has no such thing."""
    if not hasattr(os, "sched_getaffinity"):
        return []
    cores = sorted(os.sched_getaffinity(0))
    return [str(core) for core in cores[:2]] if len(cores) > 1 else []


def stay_on(core):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        [database] = cursor.fetchone()
    for process in (os.getpid(), database):
        os.sched_setaffinity(process, {core})


def main(core):
    django.setup()
    from django.utils import timezone

    from accounts.wall import every_clinic
    from reminders import engine
    from reminders.models import ReminderSlot

    use_a_channel_that_does_nothing()
    due = ReminderSlot.objects.waiting().filter(due_at__lte=timezone.now())

    def is_due():
        with every_clinic():
            return due.exists()

    is_due()
    if core != ANY:
        stay_on(int(core))
    print("ready", flush=True)
    sys.stdin.readline()
    while engine.tick() or is_due():
        pass
    print("done", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
