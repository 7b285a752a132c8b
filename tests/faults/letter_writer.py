"""Writes account mails as pages do, one after the other, each sent after its transaction."""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.db import transaction  # noqa: E402

from accounts import emails  # noqa: E402
from tests.faults import seams  # noqa: E402

seams.apply()
for number in range(int(sys.argv[1])):
    with transaction.atomic():
        emails.send_later(emails.write("second_factor_reset", f"person{number}@example.org"))
