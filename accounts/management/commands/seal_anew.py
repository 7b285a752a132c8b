"""After a change of keys, so that the earlier one can go: docs/running.md, Keys."""

from django.core.management.base import BaseCommand, CommandError

from accounts.factor_secrets import FactorSecrets
from accounts.ground.renewing import tables
from accounts.wall import every_clinic

NEEDED = "An earlier key is still needed for {} rows. Run this again."
LOST = "No key of the ring opens:"


class Command(BaseCommand):
    help = (
        "Seal under the first key of FIELD_KEYS what an earlier one sealed. Safe while people are "
        "at work, at any time stopped and begun again. Ends with 0 when no earlier key is needed."
    )

    def handle(self, *args, **options):
        every, lost = [*tables(), FactorSecrets()], []
        for table in every:
            count = 0
            for done, could_not in self.rounds(table):
                count, lost = count + done, [*lost, *could_not]
            if count:
                self.stdout.write(f"{table}: {count}")
        left = sum(map(self.left, every))
        if lost:
            raise CommandError("\n".join([LOST, *lost]))
        if left:
            raise CommandError(NEEDED.format(left))
        self.stdout.write("All is under the first key.")

    def rounds(self, table):
        """Each in a transaction of its own: nobody waits for long for a row."""
        after, goes_on = None, True
        while goes_on:
            with every_clinic():
                done, last, lost = table.renew(after)
            goes_on = last is not None
            after = last
            yield done, lost

    def left(self, table):
        with every_clinic():
            return table.left()
