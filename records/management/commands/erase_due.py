"""The round of erasing without Celery: run it from cron each hour."""

from django.core.management.base import BaseCommand

from records.erasing import erase_due
from records.farewell import tell_in_time


class Command(BaseCommand):
    help = "Tell whose years are nearly over; erase what is due. Safe to run twice at once."

    def handle(self, *args, **options):
        self.stdout.write(f"Told: {tell_in_time()}. Erased: {erase_due()}.")
