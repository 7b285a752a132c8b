"""The hash chain of a clinic's audit events: extended after they committed, and verified."""

import logging
from dataclasses import dataclass
from datetime import timedelta
from time import monotonic

from django.db import connection, models, transaction
from django.db.models import Exists, Subquery

from accounts.ground import DecryptionError, SealedBytes
from accounts.models.audit import AuditEvent
from accounts.wall import every_clinic

logger = logging.getLogger(__name__)
# Read by whoever keeps the log elsewhere: the lines that `verify_audit --since` takes.
sealed = logging.getLogger("midweek.audit")

NO_CLINIC = "no-clinic"
# The first event of a clinic is its founding.
BEGINS_WITHIN = timedelta(days=1)
# Events are sealed in the order in which they were written; clocks differ by less.
OUT_OF_ORDER = timedelta(hours=1)


class AuditSeal(models.Model):
    """One link of a clinic's hash chain over its audit events, added after they committed."""

    APPEND_ONLY = True

    event = models.OneToOneField(AuditEvent, models.PROTECT, related_name="seal", primary_key=True)
    clinic = models.ForeignKey("accounts.Clinic", models.PROTECT, null=True, related_name="+")
    position = models.BigIntegerField()
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["clinic", "position"],
                name="accounts_auditseal_order",
                nulls_distinct=False,
            )
        ]

    def __str__(self):
        return f"{self.position}: {self.digest[:12]}"

    @classmethod
    def seal_new_events(cls, limit=1000):
        """Extend each clinic's chain over up to `limit` committed events; one sealer at a time.

        A chain that cannot go on keeps none of the others from it: its events wait.
        """
        with every_clinic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_try_advisory_xact_lock(7433011)")
                if not cursor.fetchone()[0]:
                    return 0
            new = AuditEvent.objects.filter(seal=None)
            clinics = list(new.order_by().values_list("clinic_id", flat=True).distinct())
            return sum(cls.extend(clinic_id, new, limit) for clinic_id in clinics)

    @classmethod
    def catch_up(cls, limit=1000, seconds=20):
        """Rounds as long as there is more, and time for it: others wait for the worker, too."""
        until = monotonic() + seconds
        while cls.seal_new_events(limit) >= limit and monotonic() < until:
            pass

    @classmethod
    def extend(cls, clinic_id, new, limit):
        try:
            with transaction.atomic():
                return cls.seal(clinic_id, new.filter(clinic_id=clinic_id).order_by("pk")[:limit])
        except Exception as error:  # Whatever it was: its text may quote a row.
            name = type(error).__name__
            logger.error("The audit of %s was not sealed: %s", clinic_id or "no clinic", name)
            return 0

    @classmethod
    def seal(cls, clinic_id, events):
        position, digest = AuditHead.end_of(clinic_id)
        seals = []
        for event in events:
            position, digest = position + 1, event.digest(digest)
            seals.append(cls(event=event, clinic_id=clinic_id, position=position, digest=digest))
        cls.objects.bulk_create(seals)
        head = AuditHead.move(clinic_id, position, digest)
        transaction.on_commit(lambda: sealed.info("%s", head.line))
        return len(seals)


class AuditHead(models.Model):
    """Where a chain ends, marked with a key that is not in the database.

    Whoever owns the tables can cut the end off a chain, or write it anew from some event on; a
    mark of another end they cannot make.
    """

    clinic = models.ForeignKey("accounts.Clinic", models.PROTECT, null=True, related_name="+")
    position = models.BigIntegerField()
    digest = models.CharField(max_length=64)
    mark = models.BinaryField()

    SEALED = SealedBytes("accounts.audit_head.mark", "mark", row="clinic_id")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["clinic"], name="accounts_audithead_once", nulls_distinct=False
            )
        ]

    def __str__(self):
        return f"{self.position} {self.digest}"

    @classmethod
    def end_of(cls, clinic_id):
        """(position, digest) to go on from. It is the mark's word that counts: what was cut off
        stays a gap. A head that is gone, is not ours or has seals beyond it leaves one, too."""
        head = cls.objects.filter(clinic_id=clinic_id).first()
        last = AuditSeal.objects.filter(clinic_id=clinic_id).order_by("-position").first()
        if head and head.is_ours and (last is None or last.position <= head.position):
            return head.position, head.digest
        if last is None:
            return (1, "") if head else (0, "")
        return last.position + 1, last.digest

    @classmethod
    def move(cls, clinic_id, position, digest):
        end = {"position": position, "digest": digest}
        here = cls(clinic_id=clinic_id, **end)
        facts = {**end, "mark": cls.SEALED.seal(here, str(here).encode())}
        head, _new = cls.objects.update_or_create(clinic_id=clinic_id, defaults=facts)
        return head

    @property
    def line(self):
        return f"{self.clinic_id or NO_CLINIC} {self}"

    @property
    def is_ours(self):
        try:
            return self.SEALED.open(self) == str(self).encode()
        except DecryptionError:
            return False


@dataclass(frozen=True)
class Flaw:
    """Where a chain does not hold, and why."""

    position: int
    why: str


def flaw_in(clinic_id, newest=None):
    """The first flaw of a clinic's chain (None: of what happened in no clinic), or None.

    `newest`: only so many of its last links are looked at.
    """
    head, end = standing_end(clinic_id)
    seals = AuditSeal.objects.filter(clinic_id=clinic_id)
    previous, expected, latest = "", 1, None
    links = seals.filter(position__lte=end).select_related("event").order_by("position")
    if newest and newest < end:
        expected = end - newest + 1
        before = seals.filter(position=expected - 1).first()
        previous = before.digest if before else ""
        links = links.filter(position__gte=expected)
    for seal in links.iterator():
        if seal.position != expected:
            return Flaw(expected, "missing")
        if seal.digest != seal.event.digest(previous):
            return Flaw(expected, "changed")
        if expected == 1 and begins_late(seal.event):
            return Flaw(expected, "begins late")
        # Whoever adds an event of the past can only add it here, after all that was sealed.
        if latest and seal.event.at < latest - OUT_OF_ORDER:
            return Flaw(expected, "slipped in")
        previous, expected = seal.digest, expected + 1
        latest = max(latest or seal.event.at, seal.event.at)
    position = expected - 1
    is_whole = str(head) == f"{position} {previous}" and head.is_ours if head else position == 0
    return None if is_whole else Flaw(expected, "ends elsewhere")


def standing_end(clinic_id):
    """(head, position of the last seal), both of one moment: the sealer may be at work."""
    seals = AuditSeal.objects.filter(clinic_id=clinic_id).order_by("-position").values("position")
    heads = AuditHead.objects.filter(clinic_id=clinic_id)
    if head := heads.annotate(last=Subquery(seals[:1])).first():
        return head, head.last or 0
    last = seals.filter(~Exists(heads)).first()
    return None, last["position"] if last else 0


def begins_late(event):
    """All that was before it is gone, marks and all."""
    return event.clinic is not None and event.at > event.clinic.created_at + BEGINS_WITHIN
