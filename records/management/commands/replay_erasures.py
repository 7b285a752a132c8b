"""After a backup was restored: erase again what it has brought back."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from records.erased_list import NotTheList, lines, replay


class Command(BaseCommand):
    help = "Erase again what a restored backup brought back, by the lines of list_erasures."

    def add_arguments(self, parser):
        parser.add_argument(
            "list", nargs="?", help="the file of lines, - for standard input; else the own table"
        )

    def handle(self, *args, **options):
        try:
            self.stdout.write(f"Erased again: {replay(self.lines(options['list']))}.")
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}. Nothing was erased.") from None
        except UnicodeDecodeError:
            raise CommandError(f"{options['list']} is no text. Nothing was erased.") from None
        except NotTheList as error:
            raise CommandError(f"{error} Nothing was erased.") from None

    def lines(self, path):
        if path is None:
            return list(lines())
        return sys.stdin if path == "-" else Path(path).read_text().splitlines()
