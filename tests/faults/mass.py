"""Very many people with homework and reminders, copied from Cleo inside the database."""

from datetime import timedelta
from uuid import uuid4

from django.db import connection
from django.utils import timezone

from reminders.models import Recipient, ReminderSlot

# One row becomes many: the record itself, with these of its fields different.
COPY = """
INSERT INTO {table}
SELECT made.* FROM {table} AS row, generate_series(1, %(people)s) AS n,
LATERAL jsonb_populate_record(row, jsonb_build_object({changes})) AS made
WHERE row.id = %(id)s
"""


def key(label, number="n"):
    """The id of the n-th copy, as SQL: the same wherever it is asked."""
    return f"md5('{label}' || {number})::uuid"


def copy(row, people, **changes):
    changes = ", ".join(f"'{name}', {sql}" for name, sql in changes.items())
    statement = COPY.format(table=row._meta.db_table, changes=changes)
    with connection.cursor() as cursor:
        cursor.execute(statement, {"people": people, "id": row.pk})


def load(cast, people, *, slots=1, apart=timedelta(0), of_use=timedelta(hours=1)):
    """So many people, each with so many slots from now on; returns when the first are due."""
    now = timezone.now()
    recipient = Recipient.objects.get(user=cast.cleo)
    slot = ReminderSlot.objects.create(
        id=uuid4(),
        clinic=cast.harbour,
        recipient=recipient,
        therapy=cast.therapy,
        kind="practise",
        about=cast.assignment.pk,
        practice_date=now.date(),
        due_at=now,
        not_after=now + of_use,
    )
    user, email = key("user"), "'person' || n || '@example.org'"
    copy(cast.cleo, people, id=user, email=email)
    address = cast.cleo.emailaddress_set.get()
    copy(address, people, id="1000000 + n", user_id=user, email=email)
    copy(cast.therapy, people, id=key("therapy"), client_id=user)
    copy(cast.plan, people, id=key("plan"), therapy_id=key("therapy"))
    copy(
        cast.assignment,
        people,
        id=key("assignment"),
        plan_id=key("plan"),
        therapy_id=key("therapy"),
    )
    planned = {"planned_until": "now() + interval '1 year'"}
    copy(recipient, people, id=key("recipient"), user_id=user, **planned)
    for number in range(slots):
        copy(
            slot,
            people,
            id=key(f"slot-{number}-"),
            recipient_id=key("recipient"),
            therapy_id=key("therapy"),
            about=key("assignment"),
            practice_date=f"'{now.date() + timedelta(days=number)}'::date",
            due_at=f"'{now + number * apart}'::timestamptz",
            not_after=f"'{now + number * apart + of_use}'::timestamptz",
        )
    slot.delete()
    return now
