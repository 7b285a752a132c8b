from django.db import models
from django.db.models import Q

from accounts.ground import SameClinic
from accounts.models.base import ClinicRow


class AttentionQuerySet(models.QuerySet):
    def due(self, now):
        """Rows whose answer may have changed: marked by a verb, or by the passing of time."""
        return self.filter(Q(stale=True) | Q(next_change_at__lte=now))

    def mark(self, therapy):
        """A verb changed something; whoever reads next works it out anew."""
        return self.filter(therapy=therapy).update(stale=True)


class Attention(ClinicRow):
    """Who needs whom, and why: stored, so that the caseload only reads (design §4.8).

    `reasons`: [[code, {facts}], …] in order of need; facts are dates, counts and ids, never
    words. `week`: the last seven days as [[day, state], …].
    """

    class Group(models.IntegerChoices):
        FIRST = 1
        BEFORE_SESSION = 2
        NOTHING = 3

    therapy = models.OneToOneField(
        "accounts.Therapy", models.CASCADE, db_constraint=False, related_name="attention"
    )
    group = models.PositiveSmallIntegerField(choices=Group, default=Group.NOTHING)
    # Smaller comes first within a group: minutes until the next session, and the reason's weight.
    rank = models.BigIntegerField(default=0)
    reasons = models.JSONField(default=list)
    week = models.JSONField(default=list)
    momentum = models.FloatField(null=True, blank=True)
    last_entry_on = models.DateField(null=True, blank=True)
    next_session_at = models.DateTimeField(null=True, blank=True)
    unread_reports = models.PositiveSmallIntegerField(default=0)
    unread_notes = models.PositiveSmallIntegerField(default=0)
    stale = models.BooleanField(default=False)
    next_change_at = models.DateTimeField(null=True, blank=True)

    objects = AttentionQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        constraints = [*ClinicRow.Meta.constraints, SameClinic("therapy")]
        indexes = [
            # Read by the tick.
            models.Index(fields=["next_change_at"], name="homework_attention_due"),
            models.Index(fields=["id"], condition=Q(stale=True), name="homework_attention_stale"),
        ]

    def __str__(self):
        return f"Attention {self.therapy_id}"
