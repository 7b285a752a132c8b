"""Very many people with homework and reminders, copied from one inside the database."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

from django.db import connection
from django.utils import timezone

from accounts.models import Therapy, User
from homework.models import Assignment, WeekPlan
from reminders.models import Recipient, ReminderSlot

# One row becomes many: the record itself, with these of its fields different.
COPY = """
INSERT INTO {table}
SELECT made.* FROM {table} AS row, generate_series(1, %(people)s) AS n,
LATERAL jsonb_populate_record(row, jsonb_build_object({changes})) AS made
WHERE row.id = %(id)s
"""


@dataclass
class Model:
    """The one whom all are copied from, and what is theirs."""

    client: User
    therapy: Therapy
    plan: WeekPlan
    assignment: Assignment
    channel: str = "email"


def key(label, number="n"):
    """The id of the n-th copy, as SQL: the same wherever it is asked."""
    return f"md5('{label}' || {number})::uuid"


def copy(row, people, **changes):
    changes = ", ".join(f"'{name}', {sql}" for name, sql in changes.items())
    statement = COPY.format(table=row._meta.db_table, changes=changes)
    with connection.cursor() as cursor:
        cursor.execute(statement, {"people": people, "id": row.pk})


def load(cast, people, **rules):
    """So many Cleos; see load_like."""
    cleo = Model(cast.cleo, cast.therapy, cast.plan, cast.assignment)
    return load_like(cleo, people, now=timezone.now(), **rules)


def load_like(
    model, people, *, now, name="person", slots=1, apart=timedelta(0), of_use=timedelta(hours=1)
):
    """So many people, each with so many slots from then on; returns when the first are due.

    The n-th is <name>n@example.org.
    """
    recipient = Recipient.objects.get(user=model.client, clinic=model.therapy.clinic)
    slot = ReminderSlot.objects.create(
        id=uuid4(),
        clinic=model.therapy.clinic,
        recipient=recipient,
        therapy=model.therapy,
        kind="practise",
        channel=model.channel,
        about=model.assignment.pk,
        practice_date=now.date(),
        due_at=now,
        not_after=now + of_use,
    )
    user, therapy, plan, assignment, reminded = (
        key(f"{name}-{what}-") for what in ("user", "therapy", "plan", "assignment", "recipient")
    )
    email = f"'{name}' || n || '@example.org'"
    copy(model.client, people, id=user, email=email)
    address = model.client.emailaddress_set.get()
    beyond = f"{address.pk} + (SELECT max(id) FROM {address._meta.db_table}) + n"
    copy(address, people, id=beyond, user_id=user, email=email)
    copy(model.therapy, people, id=therapy, client_id=user)
    copy(model.plan, people, id=plan, therapy_id=therapy)
    copy(model.assignment, people, id=assignment, plan_id=plan, therapy_id=therapy)
    facts = {"planned_until": "now() + interval '1 year'"}
    facts["channels"] = f"""'{{"practise": "{model.channel}"}}'::jsonb"""
    copy(recipient, people, id=reminded, user_id=user, **facts)
    for number in range(slots):
        copy(
            slot,
            people,
            id=key(f"{name}-slot-{number}-"),
            recipient_id=reminded,
            therapy_id=therapy,
            about=assignment,
            practice_date=f"'{now.date() + timedelta(days=number)}'::date",
            due_at=f"'{now + number * apart}'::timestamptz",
            not_after=f"'{now + number * apart + of_use}'::timestamptz",
        )
    slot.delete()
    return now
