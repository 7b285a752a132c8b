from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ground import EncryptedTextField, RowSQL, SameClinic
from accounts.ground.worded_once import worded_once
from accounts.models.audit import AuditEvent
from accounts.models.base import ClinicRow, within_clinic

BREAK_GLASS = timedelta(minutes=60)
# For so long the lead is told, on the client's page, that somebody opened the record.
TOLD_FOR = timedelta(days=14)
# Who may read along for now, as long as they work at the clinic.
COVERING = """ARRAY(
    SELECT DISTINCT person.name
    FROM accounts_cover AS cover JOIN accounts_user AS person ON person.id = cover.therapist_id
    WHERE cover.therapy_id = {therapy}
      AND cover.starts_at <= %s AND cover.ends_at > %s AND cover.ended_at IS NULL
      AND EXISTS (
          SELECT FROM accounts_membership AS membership
          WHERE membership.clinic_id = cover.clinic_id AND membership.user_id = person.id
            AND membership.ended_at IS NULL AND membership.is_therapist
      )
    ORDER BY person.name
)"""

NAMES = ArrayField(models.TextField())


def cover_names(therapy):
    """A column with their names; `therapy` is the SQL of the outer row's key to its therapy."""
    now, table = timezone.now(), therapy.split(".")[0]
    return RowSQL(table, COVERING.format(therapy=therapy), (now, now), NAMES)


class CoverQuerySet(models.QuerySet):
    def open(self, now=None):
        now = now or timezone.now()
        return self.filter(starts_at__lte=now, ends_at__gt=now, ended_at=None)

    def glass_broken(self):
        """Records that were opened in an emergency, with who did it, the latest first."""
        return self.filter(break_glass=True).select_related("therapist").order_by("-starts_at")

    def told_to_admins(self):
        """That a rule gave one would tell what somebody answered; the client is told of it."""
        return self.exclude(on_duty=True)

    def lately(self):
        return self.filter(starts_at__gt=timezone.now() - TOLD_FOR)


@worded_once
def covers_of(therapist, now):
    covers = Cover.objects.open(now).filter(therapist=therapist)
    return covers.only("therapy", "kind").order_by("kind")


class Cover(ClinicRow):
    """Another therapist's time-limited access to a therapy. The client sees it."""

    class Kind(models.TextChoices):
        READ = "read", _("Read, as a supervisor")
        WRITE = "write", _("Stand in while the therapist is away")

    therapy = within_clinic("accounts.Therapy", related_name="covers")
    therapist = models.ForeignKey("accounts.User", models.PROTECT, related_name="covers")
    kind = models.CharField(max_length=5, choices=Kind)
    starts_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    granted_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    reason = EncryptedTextField("accounts.cover.reason", max_length=500)
    break_glass = models.BooleanField(default=False)
    # Given by a rule to who answers for the clinic, because of something that the client sent.
    on_duty = models.BooleanField(db_default=False, default=False)

    objects = CoverQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("therapy"),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="accounts_cover_order"
            ),
            models.CheckConstraint(
                condition=Q(break_glass=False) | Q(kind="read"),
                name="accounts_break_glass_only_reads",
            ),
        ]
        indexes = [
            # Read at every access decision; ended cover stays out of it.
            models.Index(
                fields=["therapist", "therapy"],
                condition=Q(ended_at=None),
                name="accounts_cover_open",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} until {self.ends_at:%Y-%m-%d}"

    @classmethod
    def kinds_of(cls, user):
        """What `user` covers now: read or write by the therapy's id; write where there are both."""
        covers = covers_of(therapist=user.pk, now=timezone.now())
        return {cover.therapy_id: cover.kind for cover in covers}

    @classmethod
    @transaction.atomic
    def grant(
        cls, *, therapy, therapist, kind, ends_at, by, reason="", starts_at=None, on_duty=False
    ):
        """`on_duty`: by a rule that `by` made for the clinic, not by their hand."""
        cover = cls.objects.create(
            clinic_id=therapy.clinic_id,
            therapy=therapy,
            therapist=therapist,
            kind=kind,
            starts_at=starts_at or timezone.now(),
            ends_at=ends_at,
            granted_by=by,
            reason=reason,
            on_duty=on_duty,
        )
        if on_duty:
            AuditEvent.record(None, "cover.on_duty", cover, kind=kind)
        else:
            AuditEvent.record(by, "cover.granted", cover, kind=kind)
        return cover

    @classmethod
    @transaction.atomic
    def break_glass_for(cls, *, therapy, by, reason):
        """A therapist's own read access for 60 minutes, with a reason, seen by everybody."""
        now = timezone.now()
        cover = cls.objects.create(
            clinic_id=therapy.clinic_id,
            therapy=therapy,
            therapist=by,
            kind=cls.Kind.READ,
            starts_at=now,
            ends_at=now + BREAK_GLASS,
            granted_by=by,
            reason=reason,
            break_glass=True,
        )
        AuditEvent.record(by, "cover.glass_broken", cover)
        return cover

    @transaction.atomic
    def end(self, *, by):
        if self.ended_at is None:
            self.ended_at = timezone.now()
            self.save(update_fields=["ended_at"])
            AuditEvent.record(by, "cover.ended", self)
