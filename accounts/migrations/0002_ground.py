"""What the models cannot say: the cache's table, and look-ups that have no person yet."""

from django.db import migrations

CACHE = """
CREATE TABLE cache (
    cache_key varchar(255) PRIMARY KEY,
    value text NOT NULL,
    expires timestamptz NOT NULL
);
CREATE INDEX cache_expires ON cache (expires);
"""

# Runs as the owner, so that it will see past row-level security: whoever holds the secret
# finds its invitation, and nobody can list them.
INVITATION_BY_TOKEN = """
CREATE FUNCTION accounts_invitation_by_token(token_digest text)
RETURNS SETOF accounts_invitation
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
    SELECT * FROM accounts_invitation
    WHERE mail_digest = token_digest OR link_digest = token_digest
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]
    operations = [
        migrations.RunSQL(CACHE, "DROP TABLE cache"),
        migrations.RunSQL(
            INVITATION_BY_TOKEN, "DROP FUNCTION accounts_invitation_by_token(text)"
        ),
    ]
