"""Takes what is due, for one worker alone, and commits before anything is sent."""

from django.db import connection, transaction

from reminders.models import Delivery
from reminders.models.delivery import LEASE

CLAIM = "SELECT reminders_claim(%s, make_interval(secs => %s))"


def claim(limit: int = 50) -> list[Delivery]:
    """Deliveries that are ours until their lease ends: new ones, retries, abandoned ones.

    The look-up sees every clinic, so it is a SECURITY DEFINER function; each delivery is
    then handled in its own clinic. SKIP LOCKED: two workers never gather the same person.
    What is due on a day on which the person's message is under way waits for its outcome.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(CLAIM, [limit, LEASE.total_seconds()])
            claimed = [row[0] for row in cursor.fetchall()]
        return list(
            Delivery.objects.filter(pk__in=claimed)
            .select_related("recipient__user", "recipient__clinic")
            .order_by("created_at")
        )
