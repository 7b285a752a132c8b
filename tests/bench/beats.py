"""One worker of the bench: says when it is ready, waits for a line, and sends all that is due."""

import os
import subprocess
import sys
import types
from contextlib import ExitStack
from time import perf_counter

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")


def use_a_channel_that_does_nothing():
    from reminders import channels

    nothing = types.ModuleType("nothing")
    nothing.send = lambda delivery: None
    nothing.reachable = channels.channel("email").reachable
    sys.modules["nothing"] = nothing
    channels.CHANNELS["email"] = "nothing"


def seconds_of(workers):
    """How long so many take together until nothing is due."""
    command = [sys.executable, "-m", __name__]
    with ExitStack() as stack:
        started = []
        for _ in range(workers):
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


def main():
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
    print("ready", flush=True)
    sys.stdin.readline()
    while engine.tick() or is_due():
        pass
    print("done", flush=True)


if __name__ == "__main__":
    main()
