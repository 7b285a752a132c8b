"""Which entries: the client's own, those that others may know of, those nobody has read yet."""

from django.db import models
from django.utils import timezone


class PracticeEntryQuerySet(models.QuerySet):
    def of_client(self, user):
        return self.filter(therapy__client=user, therapy__accepted_at__isnull=False)

    def standing(self):
        return self.filter(withdrawn_at=None)

    def for_staff(self):
        """What others may know of: no private Not today, nothing withdrawn before it was seen."""
        return self.exclude(private=True, state="not_today").exclude(
            withdrawn_at__isnull=False, opened_at=None
        )

    def shared(self):
        return self.filter(private=False)

    def unread(self):
        """Shared words that wait for whoever leads or stands in."""
        return self.standing().shared().filter(heard_at=None, has_words=True)

    def practised(self):
        return self.standing().exclude(state="not_today")

    def mark_opened(self, *, by):
        """Somebody else has read these words: from now on they can be hidden, not unsaid."""
        return self.filter(opened_at=None).update(opened_at=timezone.now(), opened_by=by)

    def mark_heard(self, *, by):
        """Somebody who leads or stands in has read them: opened, and waiting no longer."""
        self.mark_opened(by=by)
        return self.filter(heard_at=None).update(heard_at=timezone.now())
