"""How late reminders are, over all clinics: for a watchdog, which is nobody's."""

from django.db import migrations

# Waiting for nothing: due and in no message yet, or in one that should have gone.
LATENESS = """
CREATE FUNCTION reminders_lateness()
RETURNS interval
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT statement_timestamp() - min(since) FROM (
        SELECT min(due_at) AS since FROM reminders_reminderslot
        WHERE state = 'open' AND delivery_id IS NULL
        UNION ALL
        SELECT min(next_attempt_at) FROM reminders_delivery
        WHERE state IN ('claimed', 'sending', 'waiting')
    ) AS work
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("reminders", "0012_failures")]
    operations = [migrations.RunSQL(LATENESS, "DROP FUNCTION reminders_lateness()")]
