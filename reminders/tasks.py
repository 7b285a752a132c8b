"""What the scheduler wakes. Tasks carry no arguments and lose nothing when they are lost."""

from celery import shared_task
from django.contrib.sessions.models import Session
from django.utils import timezone

from accounts.models import AuditSeal, Letter, ParkedPost
from accounts.sessions import REMEMBERED
from homework import attention
from homework.models import Flag
from reminders import engine
from reminders.engine import books, zones
from reminders.models import Heartbeat, Recipient


@shared_task(name="reminders.tasks.tick", ignore_result=True)
def tick():
    engine.tick()


@shared_task(name="reminders.tasks.housekeeping", ignore_result=True)
def housekeeping():
    AuditSeal.seal_new_events()
    Flag.objects.pass_on_overdue()
    attention.refresh_due()
    ParkedPost.objects.stale().delete()
    Letter.objects.forgotten().delete()
    # Until then it says whose parked post it was.
    Session.objects.filter(expire_date__lt=timezone.now() - REMEMBERED).delete()
    Recipient.objects.complete()
    zones.follow()
    Heartbeat.beat("housekeeping")


@shared_task(name="reminders.tasks.compare_books", ignore_result=True)
def compare_books():
    books.check()
