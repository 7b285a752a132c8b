"""What is known about a therapy beside its course: consent, whom to call, hand-over."""

from datetime import timedelta
from functools import cached_property

from django.db import models, transaction
from django.dispatch import Signal
from django.utils import timezone

from accounts.models.audit import AuditEvent

# Sent inside the verb's transaction.
therapy_consent_recorded = Signal()
therapy_leaving = Signal()

# For so long a new lead reads on the client's page what was written at the hand-over.
NOTE_SHOWN_FOR = timedelta(weeks=4)


class AboutTherapy(models.Model):
    class Meta:
        abstract = True

    @cached_property
    def news_for_lead(self):
        """Who opened the record of late, and the hand-over's note. Asked where there is either."""
        since = timezone.now() - NOTE_SHOWN_FOR
        handed = self.terms.filter(
            ended_at=None, started_at__gt=since, therapy__terms__ended_at__isnull=False
        )
        return {
            "opened": self.covers.glass_broken().lately(),
            "term": handed.select_related("opened_by").first(),
        }

    @transaction.atomic
    def record_consent(self, *, by, under_18, consented_by="", ask_consent_again_on=None):
        """Keep whether the client is under 18, who has consented, and when to ask again."""
        self.lock()
        self.under_18 = under_18
        self.consented_by = consented_by
        self.ask_consent_again_on = ask_consent_again_on
        self.save(update_fields=["under_18", "consented_by", "ask_consent_again_on"])
        AuditEvent.record(by, "therapy.consent_recorded", self)
        therapy_consent_recorded.send(type(self), therapy=self, by=by)

    @transaction.atomic
    def let_know_of_leaving(self, at):
        """Its client has asked that it be erased then (records.Erasure); None: taken back."""
        self.lock()
        self.leaves_at = at
        self.save(update_fields=["leaves_at"])
        therapy_leaving.send(type(self), therapy=self)

    @transaction.atomic
    def set_crisis_text(self, text, *, by):
        """This client's own numbers, checked today; empty, the clinic's are shown again."""
        self.lock()
        self.own_crisis_text = text
        self.own_crisis_text_checked_on = timezone.localdate() if text else None
        self.save(update_fields=["own_crisis_text", "own_crisis_text_checked_on"])
        AuditEvent.record(by, "therapy.crisis_text_set", self)
