"""Sessions in the database, as Django's, read in one query worded by hand: each page asks.

One that is ended (on another device, by a new password) leaves a row that ran out and says whose
it was, no more: a page that is still open may send words.
"""

from datetime import timedelta

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import UpdateError
from django.utils import timezone

from accounts.ground.planned import Planned

# What remembers, after a sign-in has ended, whose it was.
AUTHOR = "expired_author"
# How long an expired sign-in says whose the words are that come too late.
REMEMBERED = timedelta(days=1)
STANDING = Planned(
    "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"
)


class SessionStore(db.SessionStore):
    def load(self):
        for (data,) in STANDING.fetch([self.session_key, timezone.now()]):
            return self.decode(data)
        # What is kept from here on gets a key of its own.
        self._session_key = None
        return {}

    def save(self, must_create=False):
        """What was ended while a page was under way stays ended: its row is there, and no more."""
        if must_create or self.session_key is None:
            return super().save(must_create)
        row = self.create_model_instance(self._get_session())
        standing = self.model.objects.filter(pk=row.pk, expire_date__gt=timezone.now())
        if not standing.update(session_data=row.session_data, expire_date=row.expire_date):
            raise UpdateError
        return None

    def delete(self, session_key=None):
        key = session_key or self.session_key
        rows = self.model.objects.filter(session_key=key, expire_date__gt=timezone.now())
        for row in rows:
            author = row.get_decoded().get(SESSION_KEY)
            if author is None:
                row.delete()
            else:
                row.session_data = self.encode({AUTHOR: author})
                row.expire_date = timezone.now()
                row.save(force_update=True)

    def get_expiry_age(self, **kwargs):
        """For the cookie alone: a browser that dropped it with the sign-in could not say whose
        its words are. What ends the sign-in is the date in the row."""
        return super().get_expiry_age(**kwargs) + int(REMEMBERED.total_seconds())
