from django.db import models
from django.db.models.functions import Now
from django.utils import timezone


class Heartbeat(models.Model):
    """The last time a loop did its work; read by the clinic's health page."""

    name = models.CharField(max_length=30, primary_key=True)
    at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return f"{self.name} at {self.at:%Y-%m-%d %H:%M:%S}"

    @classmethod
    def beat(cls, name):
        cls.objects.update_or_create(name=name, defaults={"at": Now()})
