"""What the scheduler wakes, and a press does: copies are made, and erased a day later; records
are erased whose day has come, and before that their owners are told."""

from celery import shared_task
from django.db import transaction
from kombu.exceptions import OperationalError

from accounts.wall import every_clinic
from records import erasing, farewell
from records.models import BroughtFile, Copy


@shared_task(name="records.tasks.make_copies", ignore_result=True)
def make_copies():
    """One after the other, all by one worker: reminders must not wait behind copies."""
    with every_clinic():
        Copy.objects.stale().delete()
        BroughtFile.objects.stale().delete()
        if Copy.objects.in_hand().exists():
            return
    while copy := next_copy():
        copy.make()


def next_copy():
    """Whosever it is; made it is as theirs."""
    with every_clinic():
        return Copy.objects.take()


@shared_task(name="records.tasks.erase_due", ignore_result=True)
def erase_due():
    # What is due first: a mail that cannot be told keeps no record here.
    erasing.erase_due()
    farewell.tell_in_time()


def wake():
    """Once the press is kept. With the broker away the page that waits makes it by itself."""
    transaction.on_commit(send)


def send():
    try:
        make_copies.apply_async(retry=False)
    except OperationalError:
        pass
