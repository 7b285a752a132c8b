"""Somebody has lost phone and recovery codes: two people take the second step away.

That opens nothing: the password is asked for as before, and staff pages stay shut until a new
factor is set up, as a client's do where their clinic asks for one. Yet whoever can do it alone
can, with a stolen password, become somebody else. So one admin asks and another approves; where
there is no other, the operator of the server does.
"""

from datetime import timedelta

from django.db import models, transaction
from django.db.models import F, Q
from django.dispatch import Signal
from django.utils import timezone

from accounts.ground import SameClinic
from accounts.models.audit import AuditEvent
from accounts.models.base import ClinicRow, within_clinic
from accounts.models.membership import Membership

# Who was met in person on Monday is not approved of a week later.
WAITS_FOR = timedelta(days=3)

# Sent inside the verb's transaction.
second_factor_reset = Signal()


def about(place):
    """Whose it is: of a colleague by their membership, of a client by their therapy."""
    return {"membership" if isinstance(place, Membership) else "therapy": place}


class FactorResetQuerySet(models.QuerySet):
    def unanswered(self):
        return self.filter(done_at=None, taken_back_at=None)

    def open(self):
        return self.unanswered().filter(asked_at__gt=timezone.now() - WAITS_FOR)

    def of(self, place):
        return self.filter(**about(place))

    def for_approval_by(self, admin, clinic):
        """Not their own asking, and nobody approves of themselves."""
        mine = Q(asked_by=admin) | Q(membership__user=admin) | Q(therapy__client=admin)
        return self.open().filter(clinic=clinic).exclude(mine)


class FactorReset(ClinicRow):
    """asked → done, or taken back, or run out."""

    membership = within_clinic("accounts.Membership", null=True, related_name="factor_resets")
    therapy = within_clinic("accounts.Therapy", null=True, related_name="factor_resets")
    asked_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    # Nobody of the clinic where the operator did it.
    approved_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = FactorResetQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("membership"),
            SameClinic("therapy"),
            models.UniqueConstraint(
                fields=["membership"],
                condition=Q(done_at=None, taken_back_at=None),
                name="accounts_one_open_factor_reset",
            ),
            models.UniqueConstraint(
                fields=["therapy"],
                condition=Q(done_at=None, taken_back_at=None),
                name="accounts_one_open_factor_reset_of_a_client",
            ),
            models.CheckConstraint(
                condition=Q(membership=None, therapy__isnull=False)
                | Q(membership__isnull=False, therapy=None),
                name="accounts_factor_reset_of_somebody",
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("asked_by")),
                name="accounts_factor_reset_takes_two",
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | Q(done_at__isnull=False),
                name="accounts_factor_reset_approved_is_done",
            ),
        ]

    def __str__(self):
        return f"Asked on {self.asked_at:%Y-%m-%d}"

    @classmethod
    @transaction.atomic
    def ask(cls, place, *, by):
        """The open one, or a new one; what ran out is out of the way."""
        if isinstance(place, Membership):
            place.hold()
        else:
            place.lock()
        for earlier in cls.objects.unanswered().of(place):
            if earlier.is_open:
                return earlier
            earlier.take_back(by=by)
        asked = cls.objects.create(clinic_id=place.clinic_id, asked_by=by, **about(place))
        AuditEvent.record(by, "membership.second_factor_reset_asked", asked)
        return asked

    @property
    def place(self):
        return self.membership or self.therapy

    @property
    def person(self):
        """Nobody, where a client has gone meanwhile."""
        return self.membership.user if self.membership else self.therapy.client

    @property
    def called(self):
        """A client by the name that their therapist gave them, as everywhere in the clinic."""
        return self.therapy.client_name if self.therapy else self.membership.user.name

    @property
    def is_open(self):
        waits = self.asked_at > timezone.now() - WAITS_FOR
        return self.done_at is None and self.taken_back_at is None and waits

    @property
    def runs_out_at(self):
        return self.asked_at + WAITS_FOR

    @property
    def needs_operator(self):
        """Nobody else here can say yes; or it would open a door of another clinic or of the server,
        too: also where this clinic knows them as a client only.

        Not where a client is with another clinic: that is nobody's business here.
        """
        if self.person.is_staff or self.person.works_beside(self.clinic_id):
            return True
        admins = Membership.objects.admins().filter(clinic=self.clinic_id)
        return not admins.exclude(user__in=[self.asked_by_id, self.person.pk]).exists()

    def may_be_approved_by(self, admin):
        if self.person is None or admin.pk in (self.asked_by_id, self.person.pk):
            return False
        return self.is_open and not self.needs_operator

    @transaction.atomic
    def approve(self, *, by):
        """The second of two. Said too late, twice or by the wrong one, it does nothing: False."""
        self._lock()
        if not self.may_be_approved_by(by):
            return False
        self._take_away(approved_by=by)
        AuditEvent.record(by, "membership.second_factor_reset", self.place)
        return True

    @transaction.atomic
    def confirm_as_operator(self):
        """From the command line of the server, where nobody is signed in."""
        self._lock()
        if self.person is None or not self.is_open:
            return False
        self._take_away(approved_by=None)
        AuditEvent.record(None, "membership.second_factor_reset", self.place)
        return True

    @transaction.atomic
    def take_back(self, *, by):
        self._lock()
        if self.done_at is None and self.taken_back_at is None:
            self.taken_back_at = timezone.now()
            self.save(update_fields=["taken_back_at"])
            AuditEvent.record(by, "membership.second_factor_kept", self)

    def _lock(self):
        self.refresh_from_db(from_queryset=FactorReset.objects.select_for_update())

    def _take_away(self, *, approved_by):
        """Every factor and every sign-in; the person is told."""
        self.done_at, self.approved_by = timezone.now(), approved_by
        self.save(update_fields=["done_at", "approved_by"])
        self.person.authenticator_set.all().delete()
        self.person.sign_out_everywhere()
        second_factor_reset.send(FactorReset, person=self.person)
