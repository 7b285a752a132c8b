import uuid

from django.db import models
from django.utils import timezone

MOST_KEPT = 12


class KeptViewQuerySet(models.QuerySet):
    def of(self, user):
        """What somebody keeps, the oldest first."""
        return self.filter(user=user).order_by("kept_at")

    def keep(self, user, shows):
        """Twice is once; beyond a dozen nobody finds anything."""
        if self.filter(user=user).count() < MOST_KEPT:
            self.get_or_create(user=user, shows=shows)

    def let_go(self, user, shows):
        self.filter(user=user, shows=shows).delete()


class KeptView(models.Model):
    """Conditions that a therapist looks at the caseload by, again and again: "today.report".

    It belongs to a person, not to a clinic: a caseload shows the clients of all their clinics.
    It has no name of its own, so nothing of a client can stand in it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey("accounts.User", models.CASCADE, related_name="kept_views")
    shows = models.CharField(max_length=100)
    kept_at = models.DateTimeField(default=timezone.now)

    objects = KeptViewQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "shows"], name="homework_view_kept_once")
        ]

    def __str__(self):
        return self.shows
