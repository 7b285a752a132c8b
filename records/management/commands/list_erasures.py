"""What was erased, as lines to keep beside the backups: a backup knows nothing of later ones."""

from django.core.management.base import BaseCommand

from records.erased_list import lines


class Command(BaseCommand):
    help = "Print what was erased, by its ids: one line of JSON each."

    def handle(self, *args, **options):
        for line in lines():
            self.stdout.write(line)
