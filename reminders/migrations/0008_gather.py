"""The claim gathers in sets, under one token, by channel; only homework is one a day."""

from importlib import import_module

from django.db import migrations

UNDER_WAY = """
CREATE OR REPLACE FUNCTION reminders_under_way(who uuid, day date)
RETURNS boolean
LANGUAGE sql STABLE
AS $$
    SELECT EXISTS (
        SELECT FROM reminders_recipient AS recipient
        JOIN reminders_reminderslot AS slot ON slot.recipient_id = recipient.id
        WHERE recipient.user_id = who AND slot.practice_date = day AND slot.kind = 'practise'
          AND slot.state = 'open' AND slot.delivery_id IS NOT NULL
    )
$$;
"""

CLAIM = """
CREATE FUNCTION reminders_claim(token uuid, how_many integer, lease interval)
RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
    people uuid[];
    again uuid[];
BEGIN
    -- Attempts that are due again, and deliveries whose worker did not come back.
    WITH due AS (
        SELECT id FROM reminders_delivery
        WHERE state = 'waiting' AND next_attempt_at <= statement_timestamp()
           OR state IN ('claimed', 'sending') AND lease_until < statement_timestamp()
        ORDER BY next_attempt_at LIMIT how_many
        FOR UPDATE SKIP LOCKED
    ), ours AS (
        UPDATE reminders_delivery AS delivery
        SET state = 'claimed', lease_token = token, lease_until = statement_timestamp() + lease
        FROM due WHERE delivery.id = due.id
        RETURNING delivery.id
    )
    SELECT array_agg(id) INTO again FROM ours;
    RETURN QUERY SELECT unnest(again);
    how_many := how_many - coalesce(cardinality(again), 0);

    -- Whose slots are due. The person is locked too, for in another clinic they are another
    -- recipient. Each statement sees what was committed before it, so of two claims that
    -- follow each other the second finds the first's message under way.
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

    -- All that one person has due in a clinic, on one channel, goes into one message. Of the
    -- homework of a day only what comes first goes: its outcome decides about the rest.
    RETURN QUERY
    WITH due AS (
        SELECT slot.id, slot.recipient_id, slot.channel, slot.kind,
            first_value((slot.recipient_id, slot.channel)) OVER (
                PARTITION BY theirs.user_id, slot.practice_date, slot.kind = 'practise'
                ORDER BY slot.due_at, slot.id
            ) = (slot.recipient_id, slot.channel) AS is_first
        FROM reminders_reminderslot AS slot
        JOIN reminders_recipient AS theirs ON theirs.id = slot.recipient_id
        WHERE slot.recipient_id = ANY(people) AND slot.state = 'open'
          AND slot.delivery_id IS NULL AND slot.due_at <= statement_timestamp()
          AND (slot.kind <> 'practise'
               OR NOT reminders_under_way(theirs.user_id, slot.practice_date))
    ), going AS (
        SELECT * FROM due WHERE kind <> 'practise' OR is_first
    ), message AS (
        SELECT gen_random_uuid() AS id, recipient_id, channel
        FROM going GROUP BY recipient_id, channel
    ), made AS (
        INSERT INTO reminders_delivery (
            id, clinic_id, recipient_id, channel, state, attempts, next_attempt_at,
            lease_token, lease_until, error, created_at
        )
        SELECT message.id, recipient.clinic_id, recipient.id, message.channel, 'claimed', 0,
            statement_timestamp(), token, statement_timestamp() + lease, '',
            statement_timestamp()
        FROM message JOIN reminders_recipient AS recipient ON recipient.id = message.recipient_id
        RETURNING id
    ), gathered AS (
        UPDATE reminders_reminderslot AS slot SET delivery_id = message.id
        FROM going JOIN message USING (recipient_id, channel)
        WHERE slot.id = going.id
    )
    SELECT id FROM made;
END
$$;
"""
BEFORE = import_module("reminders.migrations.0003_one_a_day")
DROP = "DROP FUNCTION reminders_claim(uuid, integer, interval)"


class Migration(migrations.Migration):
    dependencies = [("reminders", "0007_own_rules")]
    operations = [
        migrations.RunSQL(
            UNDER_WAY, BEFORE.UNDER_WAY.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
        ),
        migrations.RunSQL(
            "DROP FUNCTION reminders_claim(integer, interval)",
            BEFORE.CLAIM.replace("CREATE OR REPLACE FUNCTION", "CREATE FUNCTION"),
        ),
        migrations.RunSQL(CLAIM, DROP),
    ]
