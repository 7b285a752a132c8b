"""The engine without Celery: run it from cron each minute, Redis absent."""

from django.core.management.base import BaseCommand

from reminders import engine


class Command(BaseCommand):
    help = "Plan and send the reminders that are due. Safe to run twice at once."

    def handle(self, *args, **options):
        outcome = engine.tick()
        words = ", ".join(f"{count} {state}" for state, count in sorted(outcome.items()))
        self.stdout.write(f"Reminders: {words or 'nothing due'}.")
