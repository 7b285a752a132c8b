"""Bring a database to this version: tables, then the built-in library."""

from django.core.management import call_command
from django.core.management.base import BaseCommand

from homework import library


class Command(BaseCommand):
    help = "Migrate the tables and load the built-in skills and exercises. Safe to run again."

    def handle(self, *args, verbosity=1, **options):
        call_command("migrate", verbosity=verbosity, interactive=False)
        count = library.load()
        self.stdout.write(f"Library: {count} built-in exercises.")
