"""What the scheduler wakes, and a press does: copies are made, and erased a day later."""

from celery import shared_task
from django.db import transaction
from kombu.exceptions import OperationalError

from records.models import Copy


@shared_task(name="records.tasks.make_copies", ignore_result=True)
def make_copies():
    """One after the other, all by one worker: reminders must not wait behind copies."""
    Copy.objects.stale().delete()
    if Copy.objects.in_hand().exists():
        return
    while copy := Copy.objects.take():
        copy.make()


def wake():
    """Once the press is kept. With the broker away the page that waits makes it by itself."""
    transaction.on_commit(send)


def send():
    try:
        make_copies.apply_async(retry=False)
    except OperationalError:
        pass
