from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ground import EncryptedTextField, RowSQL
from accounts.models.audit import AuditEvent
from accounts.models.base import ClinicRow
from accounts.models.cover import Cover
from accounts.models.membership import Membership
from accounts.models.therapy_about import AboutTherapy
from accounts.models.therapy_events import TherapyAcceptance, TherapyEnding, TherapyPause

# Upper rooms listen: plans close, reminders stop. Sent inside the verb's transaction.
therapy_begun = Signal()
therapy_accepted = Signal()
therapy_paused = Signal()
therapy_resumed = Signal()
therapy_ended = Signal()
therapy_handed_over = Signal()

# By hand: every page about a therapy asks it, and wording it took the ORM 4 ms.
ACCESS = """(CASE
    WHEN accounts_therapy.client_id = %s THEN 'client'
    WHEN accounts_therapy.ended_at IS NOT NULL AND NOT coalesce(
        accounts_therapy.kept_until > %s, false
    ) THEN ''
    -- Role and person belong to the same membership.
    WHEN NOT EXISTS (
        SELECT FROM accounts_membership AS membership
        WHERE membership.clinic_id = accounts_therapy.clinic_id AND membership.user_id = %s
          AND membership.is_therapist AND membership.ended_at IS NULL
    ) THEN ''
    WHEN accounts_therapy.lead_id = %s THEN 'lead'
    -- Write comes before read where somebody has both.
    ELSE coalesce((
        SELECT cover.kind FROM accounts_cover AS cover
        WHERE cover.therapy_id = accounts_therapy.id AND cover.therapist_id = %s
          AND cover.starts_at <= %s AND cover.ends_at > %s AND cover.ended_at IS NULL
        ORDER BY cover.kind DESC LIMIT 1
    ), '')
END)"""


class TherapyQuerySet(models.QuerySet):
    """Access by relationship (design §2.1): every private page starts from here."""

    def of_client(self, user):
        return self.filter(client=user)

    def of_lead(self, user):
        return self.with_access(user).filter(access="lead")

    def treated_by(self, user, covered=None, now=None):
        """Led by `user` or under their open cover, in a clinic where they are a therapist.

        Plain conditions on indexes: a caseload costs the same in a clinic of any size.
        `covered` are the ids under cover, where the caller knows them already.
        """
        covered = Cover.kinds_of(user) if covered is None else covered
        # One filter() on purpose: role and person belong to the same membership.
        return self.filter(
            Q(lead=user) | Q(pk__in=covered),
            Q(ended_at=None) | Q(kept_until__gt=now or timezone.now()),
            clinic__memberships__user=user,
            clinic__memberships__is_therapist=True,
            clinic__memberships__ended_at=None,
        ).exclude(client=user)

    def of_colleagues(self, user):
        """Open therapies of the clinics where `user` is a therapist, their own as a client not."""
        here = Membership.objects.therapists().filter(user=user).values("clinic")
        return self.open().filter(clinic__in=here).exclude(client=user).with_access(user)

    def visible_to(self, user):
        """All that `user` may look at: as its client, its lead or under open cover."""
        return self.with_access(user).exclude(access="")

    def writable_by(self, user):
        return self.visible_to(user).filter(access__in=("lead", "write"), ended_at=None)

    def with_access(self, user, now=None):
        """Annotate `access`: client, lead, write, read, or empty for a stranger."""
        now = now or timezone.now()
        asked = (user.pk, now, user.pk, user.pk, user.pk, now, now)
        return self.annotate(access=RowSQL("accounts_therapy", ACCESS, asked, models.CharField()))

    def open(self):
        return self.filter(ended_at=None)

    def accepted(self):
        return self.exclude(accepted_at=None)

    def open_or_ended(self, state):
        return self.filter(ended_at__isnull=state != "ended")

    def after(self, pk):
        """The rows that follow this one, the latest therapy first; any other text: all rows."""
        rows = self.order_by("-created_at", "-pk")
        try:
            last = self.filter(pk=pk).first()
        except ValidationError:
            return rows
        if last is None:
            return rows
        at = last.created_at
        return rows.filter(Q(created_at__lt=at) | Q(created_at=at, pk__lt=last.pk))

    def active(self):
        return self.open().accepted().filter(paused_at=None)


class Therapy(AboutTherapy, ClinicRow):
    """One course of therapy of a client in a clinic. Access to it is the only door to its rows.

    Invited until accepted, then active or paused, then ended; a row of its own stands
    behind each (TherapyAcceptance, TherapyPause, TherapyEnding), written by the same verb.
    """

    client = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="therapies"
    )
    # The open term's therapist: written by the verbs that write terms.
    lead = models.ForeignKey("accounts.User", models.PROTECT, related_name="led_therapies")
    client_name = EncryptedTextField("accounts.therapy.client_name", max_length=120)
    own_crisis_text = EncryptedTextField("accounts.therapy.own_crisis_text", max_length=2000)
    own_crisis_text_checked_on = models.DateField(null=True, blank=True)
    # No phone needed: the plan is printed, the therapist enters the results.
    on_paper = models.BooleanField(_("on paper"), default=False)
    under_18 = models.BooleanField(_("under 18"), default=False)
    consented_by = EncryptedTextField("accounts.therapy.consented_by", max_length=200)
    ask_consent_again_on = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    accepted_at = models.DateTimeField(null=True, blank=True, editable=False)
    paused_at = models.DateTimeField(null=True, blank=True, editable=False)
    ended_at = models.DateTimeField(null=True, blank=True, editable=False)
    kept_until = models.DateTimeField(null=True, blank=True, editable=False)

    objects = TherapyQuerySet.as_manager()

    class Meta(ClinicRow.Meta):
        constraints = [
            *ClinicRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["clinic", "client", "lead"],
                condition=Q(ended_at=None, client__isnull=False),
                name="accounts_one_open_therapy",
            ),
            models.CheckConstraint(
                condition=~Q(client=F("lead")), name="accounts_nobody_treats_themselves"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(kept_until__isnull=False),
                name="accounts_ended_therapy_is_kept",
            ),
        ]
        indexes = [
            # Read by the caseload and by the hats of every request.
            models.Index(fields=["lead"], condition=Q(ended_at=None), name="accounts_therapy_lead"),
        ]

    def __str__(self):
        return f"Therapy {self.pk}"

    @property
    def state(self):
        """invited, active, paused or ended."""
        if self.ended_at:
            return "ended"
        if self.accepted_at is None:
            return "invited"
        return "paused" if self.paused_at else "active"

    @property
    def is_open(self):
        return self.ended_at is None

    @property
    def language(self):
        """The client's; before they have joined, and on paper, their therapist's."""
        return (self.client or self.lead).language

    @property
    def crisis_text(self):
        return self.own_crisis_text or self.clinic.crisis_text

    @property
    def zone(self):
        """The zone of the client's days; the clinic's where nobody has signed in."""
        return self.client.zone if self.client_id else self.clinic.zone

    def lock(self):
        """Let nobody else write to this therapy until the transaction ends."""
        Therapy.objects.select_for_update().only("clinic").get(pk=self.pk)

    def can_be_led_by(self, therapist):
        """Not by the client themselves, and by nobody who has this client already."""
        if self.client_id is None:
            return True
        theirs = Therapy.objects.open().filter(
            clinic=self.clinic_id, client=self.client_id, lead=therapist
        )
        return self.client_id != therapist.pk and not theirs.exclude(pk=self.pk).exists()

    @classmethod
    @transaction.atomic
    def begin(cls, *, clinic, lead, client_name, by, first_session_at=None, **facts):
        """Open a therapy with its first term. The client is not in it yet."""
        therapy = cls.objects.create(clinic=clinic, lead=lead, client_name=client_name, **facts)
        therapy.terms.create(clinic=clinic, therapist=lead, opened_by=by)
        AuditEvent.record(by, "therapy.begun", therapy)
        if therapy.on_paper:
            therapy.accept(client=None, by=by)
        therapy_begun.send(Therapy, therapy=therapy, by=by, first_session_at=first_session_at)
        return therapy

    def _lock(self, *more):
        """Read the state as it is now and hold it: a verb decides on nothing older."""
        state = ("accepted_at", "paused_at", "ended_at", *more)
        self.refresh_from_db(fields=state, from_queryset=Therapy.objects.select_for_update())

    @transaction.atomic
    def accept(self, *, client, by):
        """Bind the client to the therapy. Saying it twice changes nothing.

        A therapy on paper is accepted without a client, who may still join it later.
        """
        self._lock("client")
        if self.ended_at or (self.accepted_at and (self.client_id or client is None)):
            return
        self.client, self.on_paper = client, client is None
        self.accepted_at = self.accepted_at or timezone.now()
        self.save(update_fields=["client", "on_paper", "accepted_at"])
        TherapyAcceptance.objects.get_or_create(
            therapy=self, clinic_id=self.clinic_id, defaults={"by": by}
        )
        AuditEvent.record(by, "therapy.accepted", self)
        therapy_accepted.send(Therapy, therapy=self, by=by)

    @transaction.atomic
    def pause(self, *, by):
        self._lock()
        if self.state != "active":
            return
        self.paused_at = timezone.now()
        self.save(update_fields=["paused_at"])
        TherapyPause.objects.create(therapy=self, clinic_id=self.clinic_id, by=by)
        AuditEvent.record(by, "therapy.paused", self)
        therapy_paused.send(Therapy, therapy=self, by=by)

    @transaction.atomic
    def resume(self, *, by):
        self._lock()
        if self.state != "paused":
            return
        self.paused_at = None
        self.save(update_fields=["paused_at"])
        self.pauses.filter(resumed_at=None).update(resumed_at=timezone.now(), resumed_by=by)
        AuditEvent.record(by, "therapy.resumed", self)
        therapy_resumed.send(Therapy, therapy=self, by=by)

    @transaction.atomic
    def end(self, *, by, **page):
        """End the therapy with the page made together; the client keeps reading.

        `page`: what_helped, early_signs, what_i_will_do, whom_to_call.
        """
        self._lock()
        if self.ended_at is not None:
            return
        self.ended_at = timezone.now()
        self.kept_until = self.ended_at + timedelta(days=366 * self.clinic.retention_years)
        self.save(update_fields=["ended_at", "kept_until"])
        TherapyEnding.objects.create(therapy=self, clinic_id=self.clinic_id, by=by, **page)
        self.invitations.revoke(by=by)
        AuditEvent.record(by, "therapy.ended", self)
        therapy_ended.send(Therapy, therapy=self, by=by)

    @transaction.atomic
    def hand_over(self, *, to, by, note=""):
        """Close the open term and open the next; authorship stays on rows."""
        self._lock("lead")
        if to.pk == self.lead_id:
            return
        now = timezone.now()
        self.terms.filter(ended_at=None).update(ended_at=now)
        self.terms.create(clinic_id=self.clinic_id, therapist=to, opened_by=by, note=note)
        self.lead = to
        self.save(update_fields=["lead"])
        AuditEvent.record(by, "therapy.handed_over", self, to=str(to.pk))
        therapy_handed_over.send(Therapy, therapy=self, by=by)
