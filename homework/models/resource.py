from django.db import models
from django.db.models import Q


class Resource(models.Model):
    """A link that goes with an exercise (https only); a file is a LibraryFile, by an Enclosure."""

    exercise = models.ForeignKey("homework.Exercise", models.CASCADE, related_name="resources")
    title = models.CharField(max_length=120)
    url = models.URLField(max_length=500)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(url__startswith="https://"), name="homework_resource_https"
            )
        ]

    def __str__(self):
        return self.title
