"""`migrate`, as the owner of the tables: the application's own role may not change them."""

from django.core.management.commands import migrate

from config.grants import grant_application_role
from config.row_security import build_wall


class Command(migrate.Command):
    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.set_defaults(database="owner")

    def handle(self, *args, **options):
        options["database"] = "owner"
        super().handle(*args, **options)
        if not (options["check_unapplied"] or options["plan"]):
            grant_application_role()
            build_wall()
