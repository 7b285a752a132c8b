"""Fill an empty database with people to look at."""

import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.models import User
from accounts.wall import every_clinic
from homework.demo import cast, crowd
from homework.demo.crowding import seed_crowd
from homework.demo.seeding import seed

ONCE = "The demo is there already. Nothing was written."
A_YEAR = 52


class Command(BaseCommand):
    help = (
        "Write the demo: two clinics with months of history. With --clients, a clinic of that "
        "many instead, for benchmarks: 2 assignments and 6 entries a client-week. "
        "Refused in production."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="only if nobody is there")
        parser.add_argument("--clients", type=int, help="how many clients the large form has")
        parser.add_argument("--weeks", type=int, default=A_YEAR, help="weeks of each client")

    def handle(self, *args, if_empty=False, clients=None, weeks=A_YEAR, **options):
        if settings.PRODUCTION:
            raise CommandError("Demo accounts have a password that everybody knows: not here.")
        if clients is not None and (clients < 1 or weeks < 1):
            raise CommandError("Give at least one client and one week.")
        with every_clinic():
            self.fill(if_empty, clients, weeks)

    def fill(self, if_empty, clients, weeks):
        if if_empty and User.objects.exists():
            self.stdout.write("Somebody is there already. Nothing was written.")
        elif clients:
            self.once(crowd.ADMIN, lambda: seed_crowd(timezone.now(), clients, weeks, self.say))
        else:
            self.once(cast.WORKERS[0].email, lambda: seed(timezone.now()))

    def say(self, written):
        self.stdout.write(f"{written:>8,} clients written")

    def once(self, email, write):
        """Write unless somebody with this address is there; then say what there is."""
        if User.objects.filter(email=email).exists():
            self.stdout.write(ONCE)
            return
        began = time.monotonic()
        rows = write()
        for model, count in rows.counts.items():
            self.stdout.write(f"{count:>8,} {model.__name__}")
        took = time.monotonic() - began
        self.stdout.write(f"The demo is there: {rows.digest}, in {took:.1f} s.")
