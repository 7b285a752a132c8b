"""Starting sets that therapists make: exercises that go together, given in one press."""

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ground import SameClinic, insert_once
from accounts.models import AuditEvent
from accounts.models.base import ClinicRow, within_clinic


class StartingSetQuerySet(models.QuerySet):
    def of_user(self, user):
        """Those of the user's clinics and the user's own, offered or not; all of them theirs
        to change."""
        clinics = user.memberships.therapists().values("clinic")
        return self.filter(Q(owner=None) | Q(owner=user), clinic__in=clinics)

    def made_by(self, user):
        """Those of them that the user put there: one's own, and what one gave to the clinic."""
        return self.of_user(user).filter(Q(owner=user) | Q(shared_by=user))

    def offered_to(self, user):
        return self.of_user(user).filter(retired_at=None)


class StartingSet(ClinicRow):
    """The clinic's (no owner) or a therapist's own. Those that came with Midweek are in
    homework/library/sets.py.

    A list and nothing more: homework that came from it is a snapshot, so it has an edition
    instead of versions.
    """

    owner = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Whose it was before it was given to the clinic, and may be again.
    shared_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+"
    )
    title = models.CharField(_("name"), max_length=120)
    summary = models.CharField(max_length=200, blank=True, default="")
    edition = models.PositiveIntegerField(default=1)
    retired_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = StartingSetQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        ordering = ["title", "pk"]

    def __str__(self):
        return self.title

    @property
    def whose(self):
        """own or clinic."""
        return "own" if self.owner_id else "clinic"

    @classmethod
    @transaction.atomic
    def make(cls, exercises, *, by, whose, **facts):
        """The new set; None where its id is taken already."""
        made = cls(**facts, **belonging(whose, by))
        if not insert_once(made):
            return None
        made._fill(exercises)
        AuditEvent.record(by, "starting_set.made", made)
        return made

    @transaction.atomic
    def change(self, exercises, *, by, whose, title, summary):
        """Its next edition. It changes hands only where `whose` says something else than now."""
        self.title, self.summary, self.edition = title, summary, self.edition + 1
        if whose != self.whose:
            for name, person in belonging(whose, by).items():
                setattr(self, name, person)
        self.save(update_fields=["title", "summary", "edition", "owner", "shared_by"])
        self.members.all().delete()
        self._fill(exercises)
        AuditEvent.record(by, "starting_set.changed", self)

    def _fill(self, exercises):
        SetMember.objects.bulk_create(
            SetMember(clinic_id=self.clinic_id, of=self, exercise=exercise, position=position)
            for position, exercise in enumerate(exercises)
        )

    @transaction.atomic
    def retire(self, *, by):
        """Offer it no longer. Homework that came from it stays as it is."""
        self._offer(timezone.now(), "starting_set.retired", by)

    @transaction.atomic
    def offer_again(self, *, by):
        self._offer(None, "starting_set.offered_again", by)

    def _offer(self, retired_at, action, by):
        held = StartingSet.objects.select_for_update().get(pk=self.pk)
        if bool(held.retired_at) != bool(retired_at):
            self.retired_at = retired_at
            self.save(update_fields=["retired_at"])
            AuditEvent.record(by, action, self)


def belonging(whose, by):
    """Given to the clinic, its author may have it back."""
    own = whose == "own"
    return {"owner": by if own else None, "shared_by": None if own else by}


class SetMember(ClinicRow):
    """That an exercise is in a set; its newest version is what is given."""

    of = within_clinic(StartingSet, related_name="members")
    # A plain key: built-in exercises have no clinic.
    exercise = models.ForeignKey("homework.Exercise", models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta(ClinicRow.Meta):
        ordering = ["position", "pk"]
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("of"),
            models.UniqueConstraint(fields=["of", "exercise"], name="homework_in_a_set_once"),
        ]

    def __str__(self):
        return f"{self.exercise_id} in {self.of_id}"
