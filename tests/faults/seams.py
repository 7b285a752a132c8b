"""What a fault run changes in a process of the product: times are short, the world is loopback."""

import os
import time
from datetime import timedelta
from pathlib import Path

import requests
from django.conf import settings
from django.core.mail.utils import DNS_NAME
from django.utils import timezone

from accounts.models.outgoing import Outgoing
from reminders import channels
from reminders.channels import push
from reminders.engine import deliver

now, seconds_since_1970 = timezone.now, time.time


def apply():
    if "LEASE" in os.environ:
        shorten(float(os.environ["LEASE"]))
    if "SMTP_PORT" in os.environ:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", int(os.environ["SMTP_PORT"])
    if "PUSH_SERVICE" in os.environ:
        settings.PUSH_SERVICES = [os.environ["PUSH_SERVICE"]]
    # Mail server and push service are told who speaks.
    DNS_NAME.get_fqdn = requests.utils.default_user_agent = own_name
    if "CLOCK" in os.environ:
        timezone.now = lambda: now() + timedelta(seconds=seconds_off())
        time.time = lambda: seconds_since_1970() + seconds_off()


def own_name():
    return f"{os.environ.get('ROLE', 'worker')}-{os.getpid()}"


def shorten(lease):
    Outgoing.LEASE = timedelta(seconds=lease)
    deliver.FRESH = lease / 4
    channels.SEND_LIMIT = lease / 3
    settings.EMAIL_TIMEOUT = lease / 3
    push.TIME_OUT, push.LAST_START = (lease / 12, lease / 6), lease / 12


def seconds_off():
    """How wrong this process's own clock is at present; a file says it."""
    return float(Path(os.environ["CLOCK"]).read_text() or 0)
