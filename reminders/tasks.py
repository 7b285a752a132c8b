"""What the scheduler wakes. Tasks carry no arguments and lose nothing when they are lost."""

import logging

from celery import shared_task
from django.contrib.sessions.models import Session
from django.utils import timezone

from accounts.models import AuditSeal, Letter, ParkedPost
from accounts.sessions import REMEMBERED
from accounts.wall import every_clinic
from homework import attention
from homework.models import Flag
from reminders import engine
from reminders.engine import books, zones
from reminders.models import Heartbeat, Recipient

logger = logging.getLogger(__name__)


@shared_task(name="reminders.tasks.tick", ignore_result=True)
def tick():
    engine.tick()


@shared_task(name="reminders.tasks.housekeeping", ignore_result=True)
def housekeeping():
    """Each step by itself: what breaks one keeps no other from its work. The beat stops, and a
    watcher sees it (docs/running.md)."""
    broken = [step for step in STEPS if not succeeded(step)]
    if not broken:
        Heartbeat.beat("housekeeping")


def succeeded(step):
    try:
        step()
    except Exception as error:  # Whatever it was: its text may quote a row.
        logger.error("Housekeeping: %s broke: %s", step.__name__, type(error).__name__)
        return False
    return True


def pass_on_flags():
    with every_clinic():
        Flag.objects.pass_on_overdue()


def refresh_attention():
    attention.refresh_due()


def seal_audit():
    AuditSeal.catch_up()


def clear_posts():
    with every_clinic():
        ParkedPost.objects.stale().delete()


def clear_letters():
    Letter.objects.forgotten().delete()


def clear_sessions():
    # Until then it says whose parked post it was.
    Session.objects.filter(expire_date__lt=timezone.now() - REMEMBERED).delete()


def complete_recipients():
    with every_clinic():
        Recipient.objects.complete()
        zones.follow()


# A flag that nobody answered waits for nothing else.
STEPS = (
    pass_on_flags,
    refresh_attention,
    seal_audit,
    clear_posts,
    clear_letters,
    clear_sessions,
    complete_recipients,
)


@shared_task(name="reminders.tasks.compare_books", ignore_result=True)
def compare_books():
    books.check()
