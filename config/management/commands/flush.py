"""`flush`, as the owner of the tables: the application's own role may not truncate them."""

from django.core.management.commands import flush


class Command(flush.Command):
    def handle(self, **options):
        options["database"] = "owner"
        super().handle(**options)
