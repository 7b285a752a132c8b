"""Sessions in the database, as Django's, read in one query worded by hand: each page asks."""

from django.contrib.sessions.backends import db
from django.db import connection
from django.utils import timezone

STANDING = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"


class SessionStore(db.SessionStore):
    def load(self):
        with connection.cursor() as cursor:
            cursor.execute(STANDING, [self.session_key, timezone.now()])
            row = cursor.fetchone()
        if row:
            return self.decode(row[0])
        # What is kept from here on gets a key of its own.
        self._session_key = None
        return {}
