from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models.base import ClinicRow


class DeliveryProblem(ClinicRow):
    """A channel on which a person cannot be reached; written by the room of reminders."""

    user = models.ForeignKey("accounts.User", models.CASCADE, related_name="delivery_problems")
    channel = models.CharField(max_length=20)
    code = models.CharField(max_length=60)
    since = models.DateTimeField(default=timezone.now)
    solved_at = models.DateTimeField(null=True, blank=True)

    class Meta(ClinicRow.Meta):
        constraints = [
            *ClinicRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["clinic", "user", "channel"],
                condition=Q(solved_at=None),
                name="accounts_one_open_problem",
            ),
        ]

    def __str__(self):
        return f"{self.channel}: {self.code}"

    def solve(self):
        """The person is reached again. Saved one by one (they are few): the caseload hears of
        saves, not of updates."""
        self.solved_at = timezone.now()
        self.save(update_fields=["solved_at"])
