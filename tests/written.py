"""What a transaction writes, table by table, counted by the database itself."""

from django.db import connection

# Also what a savepoint took back: whoever may not change something does not try to.
COUNTED = """
    SELECT relname, pg_stat_get_xact_tuples_inserted(oid)
        + pg_stat_get_xact_tuples_updated(oid) + pg_stat_get_xact_tuples_deleted(oid)
    FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
"""
# Who was here, who was refused, how often.
UNHEEDED = {
    "accounts_auditevent",
    "accounts_auditseal",
    "cache",
    "django_session",
    "usersessions_usersession",
}


class Written:
    """Each `since()` tells the tables that were written to since the one before."""

    def __init__(self):
        self.counted = self.count()

    def count(self):
        with connection.cursor() as cursor:
            cursor.execute(COUNTED)
            return set(cursor.fetchall())

    def since(self):
        before, self.counted = self.counted, self.count()
        return {table for table, _number in self.counted - before} - UNHEEDED
