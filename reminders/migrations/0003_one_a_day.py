"""The claim leaves what is due on a day on which a message to the same person is under way."""

from importlib import import_module

from django.db import migrations

UNDER_WAY = """
CREATE FUNCTION reminders_under_way(who uuid, day date)
RETURNS boolean
LANGUAGE sql STABLE
AS $$
    SELECT EXISTS (
        SELECT FROM reminders_reminderslot AS slot
        JOIN reminders_recipient AS recipient ON recipient.id = slot.recipient_id
        WHERE recipient.user_id = who AND slot.practice_date = day
          AND slot.state = 'open' AND slot.delivery_id IS NOT NULL
    )
$$;
"""

CLAIM = """
CREATE OR REPLACE FUNCTION reminders_claim(how_many integer, lease interval)
RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
    who record;
    made uuid;
BEGIN
    -- Attempts that are due again, and deliveries whose worker did not come back.
    RETURN QUERY
    UPDATE reminders_delivery AS delivery
    SET state = 'claimed', lease_token = gen_random_uuid(), lease_until = statement_timestamp() + lease
    FROM (
        SELECT id FROM reminders_delivery
        WHERE state = 'waiting' AND next_attempt_at <= statement_timestamp()
           OR state IN ('claimed', 'sending') AND lease_until < statement_timestamp()
        ORDER BY next_attempt_at LIMIT how_many
        FOR UPDATE SKIP LOCKED
    ) AS due
    WHERE delivery.id = due.id
    RETURNING delivery.id;

    -- New ones: all that one person has due in a clinic goes into one message. The person is
    -- locked too, for in another clinic they are another recipient. Each statement below sees
    -- what was committed before it, so of two claims the second finds the first's message.
    FOR who IN
        SELECT recipient.id, recipient.clinic_id, recipient.user_id
        FROM reminders_recipient AS recipient
        JOIN accounts_user AS person ON person.id = recipient.user_id
        WHERE recipient.id IN (
            SELECT slot.recipient_id
            FROM reminders_reminderslot AS slot
            JOIN reminders_recipient AS theirs ON theirs.id = slot.recipient_id
            WHERE slot.state = 'open' AND slot.delivery_id IS NULL
              AND slot.due_at <= statement_timestamp()
              AND NOT reminders_under_way(theirs.user_id, slot.practice_date)
            ORDER BY slot.due_at LIMIT how_many
        )
        FOR NO KEY UPDATE OF recipient, person SKIP LOCKED
    LOOP
        made := gen_random_uuid();
        UPDATE reminders_reminderslot SET delivery_id = made
        WHERE recipient_id = who.id AND state = 'open' AND delivery_id IS NULL
          AND due_at <= statement_timestamp()
          AND NOT reminders_under_way(who.user_id, practice_date);
        CONTINUE WHEN NOT FOUND;
        INSERT INTO reminders_delivery (
            id, clinic_id, recipient_id, channel, state, attempts, next_attempt_at,
            lease_token, lease_until, error, created_at
        ) VALUES (
            made, who.clinic_id, who.id, 'email', 'claimed', 0, statement_timestamp(),
            gen_random_uuid(), statement_timestamp() + lease, '', statement_timestamp()
        );
        RETURN NEXT made;
    END LOOP;
END
$$;
"""
BEFORE = import_module("reminders.migrations.0002_claim").CLAIM.replace(
    "CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"
)


class Migration(migrations.Migration):
    dependencies = [("reminders", "0002_claim")]
    operations = [
        migrations.RunSQL(UNDER_WAY, "DROP FUNCTION reminders_under_way(uuid, date)"),
        migrations.RunSQL(CLAIM, BEFORE),
    ]
