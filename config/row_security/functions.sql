-- What the policies ask, and the look-ups of work that has no person yet.
-- Made by the owner after every migration (config/row_security): CREATE OR REPLACE, each time.

-- The settings of the transaction (accounts/wall.py). Nothing set is NULL, which no row equals.
CREATE OR REPLACE FUNCTION app_user() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT nullif(current_setting('app.user', true), '')::uuid $$;

CREATE OR REPLACE FUNCTION app_clinics() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT string_to_array(nullif(current_setting('app.clinics', true), ''), ',')::uuid[] $$;

CREATE OR REPLACE FUNCTION app_sees_every_clinic() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT current_setting('app.every_clinic', true) = 'on' $$;

-- Those below run as the owner, past the wall. Each answers one question and lists nothing else.

-- A person comes in: sets the transaction's context and names the hats they wear. An ended
-- membership gives none: the door shuts at the next request. PL/pgSQL keeps the plan.
CREATE OR REPLACE FUNCTION accounts_enter(who uuid) RETURNS text[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
    places text;
    found text[];
BEGIN
    WITH place AS (
        SELECT clinic_id, is_admin, is_therapist FROM accounts_membership
        WHERE user_id = who AND ended_at IS NULL
    ), therapy AS (
        SELECT clinic_id, ended_at FROM accounts_therapy
        WHERE client_id = who AND accepted_at IS NOT NULL
    )
    SELECT
        (SELECT string_agg(clinic_id::text, ',') FROM (
            SELECT clinic_id FROM place UNION SELECT clinic_id FROM therapy
        ) AS clinics),
        ARRAY[
            CASE WHEN EXISTS (SELECT FROM therapy) THEN 'client' END,
            CASE WHEN EXISTS (SELECT FROM place WHERE is_therapist) THEN 'therapist' END,
            CASE WHEN EXISTS (SELECT FROM place WHERE is_admin) THEN 'admin' END,
            CASE WHEN EXISTS (
                SELECT FROM mfa_authenticator
                WHERE user_id = who AND type IN ('totp', 'webauthn')
            ) THEN 'second_factor' END,
            CASE WHEN EXISTS (
                SELECT FROM therapy JOIN accounts_clinic ON accounts_clinic.id = clinic_id
                WHERE ended_at IS NULL AND clients_second_factor
            ) THEN 'client_asked_twice' END
        ]
    INTO places, found;
    PERFORM set_config('app.user', who::text, true),
        set_config('app.clinics', coalesce(places, ''), true),
        set_config('app.every_clinic', '', true);
    RETURN array_remove(found, NULL);
END
$$;

-- Whether a colleague has a place in another clinic, too; not which.
CREATE OR REPLACE FUNCTION accounts_works_elsewhere(who uuid, here uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT EXISTS (
        SELECT FROM accounts_membership
        WHERE user_id = who AND clinic_id <> here AND ended_at IS NULL
    )
$$;

-- Whether somebody works in some clinic, or has a record in one, be it an ended one.
CREATE OR REPLACE FUNCTION accounts_has_a_place(who uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT EXISTS (SELECT FROM accounts_membership WHERE user_id = who AND ended_at IS NULL)
        OR EXISTS (SELECT FROM accounts_therapy WHERE client_id = who AND accepted_at IS NOT NULL)
$$;

-- Whose slots are not laid out until then: keys, with all clinics that this person is reminded
-- by, for what one says of them does not end what another said.
CREATE OR REPLACE FUNCTION reminders_to_plan(until timestamptz, how_many integer)
RETURNS TABLE (recipient uuid, clinics uuid[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT id, ARRAY(
        SELECT clinic_id FROM reminders_recipient AS theirs WHERE theirs.user_id = due.user_id
    )
    FROM reminders_recipient AS due
    WHERE planned_until < until ORDER BY planned_until LIMIT how_many
$$;

-- The clinics that these messages' readers are reminded by: what one has sent, another counts.
CREATE OR REPLACE FUNCTION reminders_clinics_of_messages(deliveries uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off
AS $$
    SELECT DISTINCT other.clinic_id
    FROM reminders_delivery AS delivery
    JOIN reminders_recipient AS reader ON reader.id = delivery.recipient_id
    JOIN reminders_recipient AS other ON other.user_id = reader.user_id
    WHERE delivery.id = ANY (deliveries)
$$;

-- What somebody chose in another clinic, for their start in a new one; not in which.
CREATE OR REPLACE FUNCTION reminders_rules_of(who uuid) RETURNS TABLE (
    is_on boolean, channels jsonb, paused_until date, at time, weekdays smallint,
    quiet_from time, quiet_until time, a_day smallint, wording varchar
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT is_on, channels, paused_until, at, weekdays, quiet_from, quiet_until, a_day, wording
    FROM reminders_recipient WHERE user_id = who ORDER BY id LIMIT 1
$$;

-- The one note that must stand before other messages go: whatever happens after it, these are
-- not sent again. It asks for no lease: a message that left has left, whoever sent it. It finds
-- the messages by their ids alone: a plan made at a quiet hour would read all of the table, or,
-- asked for their state, all of the index of what is open.
CREATE OR REPLACE FUNCTION reminders_mark_sent(deliveries uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off
AS $$
    UPDATE reminders_delivery
    SET state = 'sent', finished_at = statement_timestamp(), lease_until = NULL, error = ''
    WHERE id = ANY (deliveries) AND finished_at IS NULL
$$;

-- Who of these people is reminded in at least one browser; not in which, nor how many.
CREATE OR REPLACE FUNCTION reminders_with_devices(people uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT DISTINCT user_id FROM reminders_device
    JOIN accounts_user ON accounts_user.id = user_id
    WHERE user_id = ANY (people) AND accounts_user.is_active
$$;

-- A browser changes hands: whoever was reminded there is so no longer.
CREATE OR REPLACE FUNCTION reminders_device_left_to(endpoint varchar, who uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$ DELETE FROM reminders_device WHERE endpoint_digest = endpoint AND user_id <> who $$;
