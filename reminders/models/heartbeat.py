from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone

# Beat wakes the engine each 15 seconds; after this long somebody has to look.
SILENT_AFTER = timedelta(minutes=5)


class Heartbeat(models.Model):
    """The last time a loop did its work; read by the clinic's health page."""

    name = models.CharField(max_length=30, primary_key=True)
    at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return f"{self.name} at {self.at:%Y-%m-%d %H:%M:%S}"

    @classmethod
    def last(cls, name):
        """The last beat of a loop, with whether it `is_silent` since, by the one clock that all
        share; None before the first."""
        silent = Q(at__lt=Now() - SILENT_AFTER)
        return cls.objects.annotate(is_silent=silent).filter(name=name).first()

    @classmethod
    def beat(cls, name):
        cls.objects.update_or_create(name=name, defaults={"at": Now()})
