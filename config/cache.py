"""The cache in the database, which forgets what has expired and nothing else."""

from django.core.cache.backends.db import DatabaseCache


class Cache(DatabaseCache):
    def _cull(self, db, cursor, now, num):
        """Beyond MAX_ENTRIES Django drops a third of what still counts, too: whoever filled it
        would have limits forgotten, and figures that were used. It grows instead, by as much as
        the limits on each address let through, and shrinks when that has expired."""
        super()._cull(db, cursor, now, num=0)
