"""Two workers never get in each other's way: whom one has just locked the other leaves out, and
takes those who come after. Of very many who are due only the first are looked at, and of the
very many under way only the person's own."""

from importlib import import_module

from django.db import migrations

FIRST_ALL_THEN_LOCK = """
    WITH due AS (
        SELECT slot.recipient_id, min(slot.due_at) AS due_at
        FROM reminders_reminderslot AS slot
        JOIN reminders_recipient AS theirs ON theirs.id = slot.recipient_id
        WHERE slot.state = 'open' AND slot.delivery_id IS NULL
          AND slot.due_at <= statement_timestamp()
          AND (slot.kind <> 'practise'
               OR NOT reminders_under_way(theirs.user_id, slot.practice_date))
        GROUP BY slot.recipient_id ORDER BY min(slot.due_at) LIMIT how_many
    ), locked AS (
        SELECT recipient.id
        FROM reminders_recipient AS recipient
        JOIN accounts_user AS person ON person.id = recipient.user_id
        WHERE recipient.id IN (SELECT recipient_id FROM due)
        FOR NO KEY UPDATE OF recipient, person SKIP LOCKED
    )
    SELECT array_agg(id) INTO people FROM locked;
"""
ONE_BY_ONE = """
    WITH locked AS (
        SELECT recipient.id
        FROM reminders_reminderslot AS slot
        JOIN reminders_recipient AS recipient ON recipient.id = slot.recipient_id
        JOIN accounts_user AS person ON person.id = recipient.user_id
        WHERE slot.state = 'open' AND slot.delivery_id IS NULL
          AND slot.due_at <= statement_timestamp()
          AND (slot.kind <> 'practise'
               OR NOT reminders_under_way(recipient.user_id, slot.practice_date))
        ORDER BY slot.due_at LIMIT how_many
        FOR NO KEY UPDATE OF recipient, person SKIP LOCKED
    )
    SELECT array_agg(DISTINCT id) INTO people FROM locked;
"""
# Worded so that it is asked of the person's day (reminders_slot_of_day): the index of what is
# under way looks empty to statistics that were made at a quiet moment.
UNDER_WAY = """
CREATE OR REPLACE FUNCTION reminders_under_way(who uuid, day date)
RETURNS boolean
LANGUAGE sql STABLE
AS $$
    SELECT EXISTS (
        SELECT FROM reminders_recipient AS recipient
        JOIN reminders_reminderslot AS slot ON slot.recipient_id = recipient.id
        WHERE recipient.user_id = who AND slot.practice_date = day AND slot.kind = 'practise'
          AND (slot.state = 'open' AND slot.delivery_id IS NOT NULL) IS TRUE
    )
$$;
"""
gather = import_module("reminders.migrations.0008_gather")
BEFORE = gather.CLAIM.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")


class Migration(migrations.Migration):
    dependencies = [("reminders", "0013_lateness")]
    operations = [
        migrations.RunSQL(UNDER_WAY, gather.UNDER_WAY),
        migrations.RunSQL(BEFORE.replace(FIRST_ALL_THEN_LOCK, ONE_BY_ONE), BEFORE),
    ]
