from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from accounts.ground import SameClinic
from accounts.ground.planned import Planned
from accounts.models.base import ClinicRow
from homework.need.answer import answer
from homework.need.reading import gather

# What `answer` fills in.
ANSWERED = [
    "group",
    "rank",
    "reasons",
    "week",
    "momentum",
    "last_entry_on",
    "step_number",
    "step_total",
    "next_session_at",
    "unread_reports",
    "unread_notes",
    "stale",
    "next_change_at",
]

# Worded by hand: every press and every verb marks.
MARK = Planned("UPDATE homework_attention SET stale = true WHERE therapy_id = %s")


class AttentionQuerySet(models.QuerySet):
    def mark(self, therapy_id):
        """A verb changed something; whoever reads next works it out anew.

        Rows that are marked already are marked again on purpose: where somebody is working
        the row out at this moment, the update waits for them and the mark outlives it.
        """
        MARK.run([therapy_id]).close()

    def begin(self, therapy):
        """Make sure that a therapy has its row, to be worked out by the next reader."""
        row = self.model(clinic_id=therapy.clinic_id, therapy=therapy, stale=True)
        self.bulk_create([row], ignore_conflicts=True)
        self.mark(therapy.pk)


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
    # "Step 2 of 5": numbers, since the step itself is the client's words.
    step_number = models.PositiveSmallIntegerField(null=True, blank=True)
    step_total = models.PositiveSmallIntegerField(null=True, blank=True)
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

    @classmethod
    @transaction.atomic
    def refresh(cls, therapies):
        """Work these therapies out anew: five queries for any number; returns how many.

        Rows that somebody else is working out at this moment are left to them.
        """
        therapies = {therapy.pk: therapy for therapy in therapies}
        mine = cls._claimed(therapies)
        found = gather(mine, timezone.now())
        rows = [
            cls(clinic_id=therapies[pk].clinic_id, therapy_id=pk, **answer(facts))
            for pk, facts in found.items()
        ]
        cls.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["therapy"], update_fields=ANSWERED
        )
        return len(rows)

    @classmethod
    def _claimed(cls, ids):
        """The ids that are ours to work out: rows we could lock, and those without a row."""
        rows = cls.objects.filter(therapy__in=ids).order_by("pk")
        locked = rows.select_for_update(skip_locked=True).values_list("therapy_id", flat=True)
        locked = list(locked)
        if len(locked) == len(ids):
            return locked
        return locked + list(set(ids) - set(rows.values_list("therapy_id", flat=True)))
