import hashlib
import secrets
from datetime import timedelta

from django.db import models, transaction
from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ground import SameClinic
from accounts.models.audit import AuditEvent
from accounts.models.base import ClinicRow, within_clinic
from accounts.models.letter import Letter
from accounts.models.membership import Membership
from accounts.models.therapy import Therapy
from accounts.wall import also_in

VALID_FOR = timedelta(hours=72)


def digest(token):
    """Only this is stored: who reads the table cannot walk in."""
    return hashlib.sha256(token.encode()).hexdigest()


class InvitationQuerySet(models.QuerySet):
    def open(self):
        return self.filter(accepted_at=None, revoked_at=None, expires_at__gt=timezone.now())

    def came_back(self):
        """The open ones whose last mail could not be delivered, as far as is known."""
        mails = Letter.objects.about(OuterRef("pk")).order_by("-created_at")
        fates = self.open().annotate(fate=Subquery(mails.values("state")[:1]))
        return fates.filter(fate__in=Letter.CAME_BACK)

    def revoke(self, *, by):
        """Shut every way in that nobody has taken, run out or not."""
        for invitation in self.filter(accepted_at=None, revoked_at=None).select_for_update():
            invitation.revoke(by=by)

    def of_last_day(self, clinic):
        """Each is a mail; taken back or not."""
        return self.filter(clinic=clinic, created_at__gt=timezone.now() - timedelta(days=1))

    def by_token(self, token):
        """The open invitation this secret opens, with how it came: (invitation, "mail"|"link").

        The look-up has no person yet, so it goes through a SECURITY DEFINER function.
        """
        invitation = self._find(token)
        if invitation is None or not invitation.is_open:
            return None, ""
        return invitation, "mail" if invitation.mail_digest == digest(token) else "link"

    def used(self, token, *, by):
        """Whether `by` is who came in with this secret: a second press finds the door open."""
        invitation = self._find(token)
        return invitation is not None and invitation.accepted_by_id == by.pk

    def _find(self, token):
        """Whoever holds it may look into its clinic, as far as the page goes."""
        found = self.raw("SELECT * FROM accounts_invitation_by_token(%s)", [digest(token)])
        for invitation in found:
            also_in(invitation.clinic_id)
            return invitation
        return None


class Invitation(ClinicRow):
    """A single-use, expiring, revocable way into a clinic (member) or a therapy (client).

    Two secrets: the e-mailed one proves the address, the one shown as link or QR does not.
    """

    therapy = within_clinic("accounts.Therapy", null=True, blank=True, related_name="invitations")
    email = models.EmailField(_("e-mail"), blank=True, default="")
    as_admin = models.BooleanField(default=False)
    as_therapist = models.BooleanField(default=False)
    invited_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    mail_digest = models.CharField(max_length=64, unique=True)
    link_digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = InvitationQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        constraints = [
            *ClinicRow.Meta.constraints,
            SameClinic("therapy"),
            models.UniqueConstraint(
                fields=["therapy"],
                condition=Q(accepted_at=None, revoked_at=None, therapy__isnull=False),
                name="accounts_one_open_invitation",
            ),
            models.CheckConstraint(
                condition=Q(therapy__isnull=False, as_admin=False, as_therapist=False)
                | Q(therapy=None, as_admin=True)
                | Q(therapy=None, as_therapist=True),
                name="accounts_invitation_leads_somewhere",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None, accepted_by=None)
                | Q(accepted_at__isnull=False, accepted_by__isnull=False),
                name="accounts_invitation_accepted_by_somebody",
            ),
        ]

    def __str__(self):
        return f"Invitation until {self.expires_at:%Y-%m-%d}"

    @property
    def state(self):
        """open, accepted, revoked or expired."""
        if self.accepted_at:
            return "accepted"
        if self.revoked_at:
            return "revoked"
        return "open" if self.expires_at > timezone.now() else "expired"

    @property
    def is_open(self):
        return self.state == "open"

    @classmethod
    @transaction.atomic
    def send_to_client(cls, therapy, *, email, by):
        """Invite the client of a therapy; an earlier open invitation is revoked."""
        if not therapy.clinic.may_invite_clients:
            raise ValueError("The clinic has no crisis text yet.")
        therapy.lock()
        therapy.invitations.revoke(by=by)
        return cls._issue(clinic_id=therapy.clinic_id, therapy=therapy, email=email, by=by)

    @classmethod
    @transaction.atomic
    def send_to_member(cls, clinic, *, email, as_admin, as_therapist, by):
        return cls._issue(
            clinic_id=clinic.pk, email=email, as_admin=as_admin, as_therapist=as_therapist, by=by
        )

    @classmethod
    def _issue(cls, *, by, **facts):
        invitation = cls(invited_by=by, **facts)
        invitation._renew_secrets()
        invitation.save(force_insert=True)
        AuditEvent.record(by, "invitation.sent", invitation)
        return invitation

    def _renew_secrets(self):
        """Make both secrets anew; their plain forms live on this object only."""
        self.mail_token, self.link_token = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
        self.mail_digest, self.link_digest = digest(self.mail_token), digest(self.link_token)
        self.expires_at = timezone.now() + VALID_FOR

    @transaction.atomic
    def resend(self, *, by, email=None):
        """New secrets, a new term; the old ones open nothing any more.

        One that was accepted or revoked meanwhile stays so: False.
        """
        self._lock()
        if self.state in ("accepted", "revoked"):
            return False
        self._renew_secrets()
        self.email = self.email if email is None else email
        self.save(update_fields=["email", "mail_digest", "link_digest", "expires_at"])
        Letter.objects.about(self.pk).cancel()
        AuditEvent.record(by, "invitation.resent", self)
        return True

    @transaction.atomic
    def revoke(self, *, by):
        self._lock()
        if self.state in ("open", "expired"):
            self.revoked_at = timezone.now()
            self.save(update_fields=["revoked_at"])
            Letter.objects.about(self.pk).cancel()
            AuditEvent.record(by, "invitation.revoked", self)

    def _lock(self):
        """As it is in the database, until the transaction ends."""
        self.refresh_from_db(from_queryset=Invitation.objects.select_for_update())

    @property
    def came_back(self):
        """Whether it is open and its mail could not be delivered."""
        return Invitation.objects.came_back().filter(pk=self.pk).exists()

    def mail_path(self):
        return reverse("join", args=[self.mail_token])

    def link_path(self):
        return reverse("join", args=[self.link_token])

    def refuses(self, user):
        """Why this person cannot take it, in words; or nothing."""
        if self.therapy_id is None:
            return self._refuses_member(user)
        if self.therapy.lead_id == user.pk:
            return _("You sent this invitation. A private window shows what your client will see.")
        if (
            Therapy.objects.of_client(user)
            .open()
            .filter(clinic=self.clinic_id, lead=self.therapy.lead_id)
        ):
            return _("You are with this therapist already.")
        return ""

    def _refuses_member(self, user):
        """Handed on, a link would let somebody in whom no admin has chosen."""
        if not self.email or user.emailaddress_set.filter(email=self.email, verified=True).exists():
            return ""
        return _(
            "It was sent to another address. Ask for an invitation to the one you sign in with."
        )

    @transaction.atomic
    def accept(self, *, user):
        """Let `user` in, once: of two at the same time the second gets False. So does whoever
        has been forgotten meanwhile."""
        if not user.hold():
            return False
        if self.therapy_id:
            # Before its invitation, as whoever ends a therapy does.
            self.therapy.lock()
        taken = (
            Invitation.objects.open()
            .filter(pk=self.pk)
            .update(accepted_at=timezone.now(), accepted_by=user)
        )
        if not taken:
            return False
        self.refresh_from_db()
        Letter.objects.about(self.pk).cancel()
        if self.therapy_id:
            self.therapy.accept(client=user, by=user)
        else:
            self._join_clinic(user)
        AuditEvent.record(user, "invitation.accepted", self)
        return True

    def _join_clinic(self, user):
        membership, _created = Membership.objects.get_or_create(
            clinic_id=self.clinic_id,
            user=user,
            ended_at=None,
            defaults={"is_admin": self.as_admin, "is_therapist": self.as_therapist},
        )
        membership.is_admin |= self.as_admin
        membership.is_therapist |= self.as_therapist
        membership.save(update_fields=["is_admin", "is_therapist"])
