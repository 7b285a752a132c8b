from django.db import models, transaction
from django.db.models import F, Q
from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ground import EncryptedTextField
from accounts.models.audit import AuditEvent
from accounts.models.base import ClinicRow
from accounts.models.membership import Membership
from accounts.models.therapy_about import AboutTherapy
from accounts.models.therapy_events import TherapyAcceptance, TherapyEnding, TherapyPause
from accounts.models.therapy_queryset import TherapyQuerySet

# Upper rooms listen: plans close, reminders stop. Sent inside the verb's transaction.
therapy_begun = Signal()
therapy_accepted = Signal()
therapy_paused = Signal()
therapy_resumed = Signal()
therapy_ended = Signal()
therapy_handed_over = Signal()
client_signed_out = Signal()


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
    # When its client last brought something along from elsewhere.
    brought_at = models.DateTimeField(null=True, blank=True, editable=False)
    # Locked away at its client's wish: nobody reads it, and then the clinic's years are over.
    locked_away_until = models.DateTimeField(null=True, blank=True, editable=False)
    # Its client has asked that it be erased, and this is the day; taken back, there is none.
    leaves_at = models.DateTimeField(null=True, blank=True, editable=False)
    # When its client was told that its years are nearly over.
    end_told_at = models.DateTimeField(null=True, blank=True, editable=False)

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
            models.CheckConstraint(
                condition=Q(locked_away_until=None) | Q(client=None, ended_at__isnull=False),
                name="accounts_locked_away_has_no_reader",
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

    def had_ended(self, moment):
        """What came then is the client's own."""
        return self.ended_at is not None and moment >= self.ended_at

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
        """Not by the client themselves, by nobody who has this client already or has gone."""
        if not Membership.objects.hold_therapist(self.clinic_id, therapist):
            return False
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

        A therapy on paper is accepted without a client, who may still join it later. Nobody
        joins who has been forgotten meanwhile (records/erasing.py).
        """
        if client and not client.hold():
            return
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
        self.kept_until = self.ended_at + self.clinic.retention
        self.save(update_fields=["ended_at", "kept_until"])
        TherapyEnding.objects.create(therapy=self, clinic_id=self.clinic_id, by=by, **page)
        self.invitations.revoke(by=by)
        AuditEvent.record(by, "therapy.ended", self)
        therapy_ended.send(Therapy, therapy=self, by=by)

    @transaction.atomic
    def sign_client_out(self, *, by):
        """A phone is gone: whoever holds it has to sign in anew. Also while nothing goes on here:
        the record can be read. Whether anybody was signed in; pressed twice, it is said once."""
        self._lock("client")
        if self.client is None or not self.client.sign_out_everywhere():
            return False
        AuditEvent.record(by, "therapy.signed_out", self)
        client_signed_out.send(Therapy, therapy=self, by=by)
        return True

    def lock_away(self, *, until):
        """Shut every door: to its client, who is gone, and to whoever led it.

        The rooms above say when, and erase it at `until` (records/erasing.py).
        """
        self.client, self.kept_until, self.locked_away_until = None, timezone.now(), until
        self.leaves_at = None
        self.save(update_fields=["client", "kept_until", "locked_away_until", "leaves_at"])

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
