"""What is known about a therapy beside its course: who looked, the hand-over."""

from datetime import timedelta
from functools import cached_property

from django.db import models
from django.db.models import Exists
from django.utils import timezone

# For so long a new lead reads on the client's page what was written at the hand-over.
NOTE_SHOWN_FOR = timedelta(weeks=4)


class AboutTherapy(models.Model):
    class Meta:
        abstract = True

    @cached_property
    def news_for_lead(self):
        """Who opened the record of late, and the hand-over's note: one query where neither is."""
        opened = self.covers.glass_broken().lately()
        since = timezone.now() - NOTE_SHOWN_FOR
        handed = self.terms.filter(
            ended_at=None, started_at__gt=since, therapy__terms__ended_at__isnull=False
        )
        asked = type(self).objects.filter(pk=self.pk).values_list(Exists(opened), Exists(handed))
        was_opened, was_handed = asked.get()
        return {
            "opened": opened if was_opened else (),
            "term": handed.select_related("opened_by").first() if was_handed else None,
        }
