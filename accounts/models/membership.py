from django.db import models, transaction
from django.db.models import Q
from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ground.ids import id_of
from accounts.models.audit import AuditEvent
from accounts.models.base import ClinicRow

# Sent inside the verb's transaction: what the person held open here is shut by who opened it.
membership_ended = Signal()


class MembershipQuerySet(models.QuerySet):
    def active(self):
        return self.filter(ended_at=None)

    def therapists(self):
        return self.active().filter(is_therapist=True)

    def admins(self):
        return self.active().filter(is_admin=True)

    def hold_therapist(self, clinic_id, user):
        """Whether they treat people here; if so, until the transaction ends at least."""
        return bool(self.filter(user=user).hold_therapists(clinic_id))

    def hold_therapists(self, clinic_id):
        """The places of those who treat people here, held. A place is held before any therapy:
        whoever goes hands theirs over with the clinic's places held."""
        here = self.therapists().filter(clinic=clinic_id).order_by("pk")
        return list(here.select_for_update(no_key=True).values_list("pk", flat=True))

    def called_after(self, pk):
        """The rows that follow this one by name; any other text: all rows."""
        last = self.filter(pk=id_of(pk)).first()
        if last is None:
            return self
        name = last.user.name
        return self.filter(Q(user__name__gt=name) | Q(user__name=name, pk__gt=last.pk))


class Membership(ClinicRow):
    """A user's place in a clinic, as admin and/or therapist, from one date to another."""

    clinic = models.ForeignKey(
        "accounts.Clinic", models.PROTECT, related_name="memberships", db_index=False
    )
    user = models.ForeignKey("accounts.User", models.PROTECT, related_name="memberships")
    is_admin = models.BooleanField(_("admin"), default=False)
    is_therapist = models.BooleanField(_("therapist"), default=False)
    started_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        constraints = [
            *ClinicRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["clinic", "user"],
                condition=Q(ended_at=None),
                name="accounts_one_open_membership",
            ),
            models.CheckConstraint(
                condition=Q(is_admin=True) | Q(is_therapist=True),
                name="accounts_membership_has_a_role",
            ),
        ]

    def __str__(self):
        return f"{self.user} in {self.clinic}"

    def hold(self):
        """Let nobody else come or go here until the transaction ends, and read it as it is now.

        Of two admins who end each other's membership at the same moment one stays.
        """
        memberships = Membership.objects.select_for_update()
        list(memberships.active().filter(clinic=self.clinic_id).order_by("pk").only("clinic"))
        self.refresh_from_db(fields=["is_admin", "is_therapist", "ended_at"])

    @property
    def is_last_admin(self):
        others = Membership.objects.admins().filter(clinic=self.clinic_id).exclude(pk=self.pk)
        return self.is_admin and self.ended_at is None and not others.exists()

    def led_therapies(self):
        """What would have nobody if this person went."""
        return self.user.led_therapies.filter(clinic=self.clinic_id, ended_at=None)

    @transaction.atomic
    def change_roles(self, *, is_admin, is_therapist, by):
        self.is_admin, self.is_therapist = is_admin, is_therapist
        self.save(update_fields=["is_admin", "is_therapist"])
        AuditEvent.record(by, "membership.roles_changed", self)

    @transaction.atomic
    def end(self, *, by):
        """Shut the door at the next request, and with it all that this person left open.

        Saying it twice changes nothing.
        """
        if self.ended_at is None:
            self.ended_at = timezone.now()
            self.save(update_fields=["ended_at"])
            AuditEvent.record(by, "membership.ended", self)
            self.user.sign_out_everywhere()
            membership_ended.send(Membership, membership=self, by=by)

    @transaction.atomic
    def end_sessions(self, *, by):
        """A phone or a laptop is gone: whoever holds it has to sign in anew."""
        self.user.sign_out_everywhere()
        AuditEvent.record(by, "membership.signed_out", self)
