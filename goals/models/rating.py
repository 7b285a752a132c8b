from django.core.validators import MaxValueValidator
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.ground import SameClinic
from accounts.models import AuditEvent
from accounts.models.base import ClinicRow, within_clinic


class GoalRatingQuerySet(models.QuerySet):
    @transaction.atomic
    def rate(self, goal, value, *, on, by):
        """How far along the client feels, 0–10, on a date; the same day's later word wins."""
        rating, created = self.select_for_update().get_or_create(
            goal=goal,
            rated_on=on,
            defaults={
                "value": value,
                "by": by,
                "clinic_id": goal.clinic_id,
                "therapy_id": goal.therapy_id,
            },
        )
        if not created and rating.value != value:
            rating._say(value, by=by)
        AuditEvent.record(by, "goal.rated", rating)
        return rating

    @transaction.atomic
    def undo(self, goal, value, *, on, by):
        """Take back the number just given; pressed twice it takes back no more than that."""
        rating = self.select_for_update().filter(goal=goal, rated_on=on, by=by, value=value).first()
        if rating is None:
            return
        AuditEvent.record(by, "goal.rating_undone", rating)
        if rating.replaced is None:
            rating.delete()
        else:
            rating.value, rating.replaced = rating.replaced, None
            rating.save(update_fields=["value", "replaced"])


class GoalRating(ClinicRow):
    """0–10: how far along the client feels with an end goal, on a date."""

    therapy = within_clinic("accounts.Therapy", related_name="goal_ratings")
    goal = within_clinic("goals.EndGoal", related_name="ratings")
    value = models.PositiveSmallIntegerField(_("rating"), validators=[MaxValueValidator(10)])
    # What the same day said before: Undo goes back to it.
    replaced = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    rated_on = models.DateField()
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")

    objects = GoalRatingQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        ordering = ["rated_on"]
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("therapy"),
            SameClinic("goal"),
            models.UniqueConstraint(fields=["goal", "rated_on"], name="goals_one_rating_a_day"),
            models.CheckConstraint(condition=Q(value__range=(0, 10)), name="goals_rating_range"),
        ]

    def __str__(self):
        return f"{self.value} on {self.rated_on}"

    def _say(self, value, *, by):
        self.replaced, self.value, self.by = self.value, value, by
        self.save(update_fields=["replaced", "value", "by"])
