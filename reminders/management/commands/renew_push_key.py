from django.core.management.base import BaseCommand

from accounts.wall import every_clinic
from reminders.models import Device, VapidKey


class Command(BaseCommand):
    help = "Make another key for web push; devices move to it when Midweek is next opened there."

    def handle(self, *args, **options):
        key = VapidKey.make()
        with every_clinic():
            waiting = Device.objects.exclude(vapid_key=key).count()
        self.stdout.write(f"{key}; {waiting} devices still have an earlier one.")
