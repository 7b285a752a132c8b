"""The claim: it looks over every clinic's due slots, so it runs as the owner."""

from django.db import migrations

CLAIM = """
CREATE FUNCTION reminders_claim(how_many integer, lease interval)
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

    -- New ones: all that one person has due goes into one message.
    FOR who IN
        SELECT recipient.id, recipient.clinic_id FROM reminders_recipient AS recipient
        WHERE recipient.id IN (
            SELECT recipient_id FROM reminders_reminderslot
            WHERE state = 'open' AND delivery_id IS NULL AND due_at <= statement_timestamp()
            ORDER BY due_at LIMIT how_many
        )
        FOR UPDATE SKIP LOCKED
    LOOP
        made := gen_random_uuid();
        UPDATE reminders_reminderslot SET delivery_id = made
        WHERE recipient_id = who.id AND state = 'open' AND delivery_id IS NULL
          AND due_at <= statement_timestamp();
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


class Migration(migrations.Migration):
    dependencies = [("reminders", "0001_initial")]
    operations = [
        migrations.RunSQL(CLAIM, "DROP FUNCTION reminders_claim(integer, interval)"),
    ]
