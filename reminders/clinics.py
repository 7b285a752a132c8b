"""In which clinics a message, a person is to be handled: look-ups past the wall, keys alone."""

from django.db import connection


def ask(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def to_plan(until, limit):
    """[(recipient, their person's clinics)] of those whose slots are not laid out until then."""
    return ask("SELECT * FROM reminders_to_plan(%s, %s)", until, limit)


def clinics_of_messages(deliveries):
    """All that remind the readers of these: what one has sent, another counts."""
    return [pk for (pk,) in ask("SELECT reminders_clinics_of_messages(%s::uuid[])", [*deliveries])]
