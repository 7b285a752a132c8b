"""Fill an empty database with people to look at."""

import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.models import User
from homework.demo import cast
from homework.demo.seeding import seed


class Command(BaseCommand):
    help = "Write the demo: two clinics with months of history. Refused in production."

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="only if nobody is there")

    def handle(self, *args, if_empty=False, **options):
        if settings.PRODUCTION:
            raise CommandError("Demo accounts have a password that everybody knows: not here.")
        if if_empty and User.objects.exists():
            self.stdout.write("Somebody is there already. Nothing was written.")
        elif User.objects.filter(email=cast.WORKERS[0].email).exists():
            self.stdout.write("The demo is there already. Nothing was written.")
        else:
            self.write()

    def write(self):
        began = time.monotonic()
        rows = seed(timezone.now())
        for model, count in rows.counts.items():
            self.stdout.write(f"{count:>8,} {model.__name__}")
        took = time.monotonic() - began
        self.stdout.write(f"The demo is there: {rows.digest}, in {took:.1f} s.")
