"""Which therapies: by who asks, and by the state they are in."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.ground import RowSQL
from accounts.ground.ids import id_of
from accounts.models.cover import Cover
from accounts.models.membership import Membership

# So long before the day an admin finds that consent is to be asked for again.
CONSENT_SOON = timedelta(days=30)

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

    def locked_away(self):
        """No more is known of them than that they are there, and until when."""
        return self.filter(locked_away_until__isnull=False)

    def not_locked_away(self):
        return self.filter(locked_away_until=None)

    def accepted(self):
        return self.exclude(accepted_at=None)

    def in_state(self, state):
        """invited, paused, ended, or "consent" to be asked for soon; any other text: open."""
        soon = timezone.localdate() + CONSENT_SOON
        conditions = {
            "ended": Q(ended_at__isnull=False),
            "invited": Q(ended_at=None, accepted_at=None),
            "paused": Q(ended_at=None, paused_at__isnull=False),
            "consent": Q(ended_at=None, under_18=True, ask_consent_again_on__lte=soon),
        }
        return self.filter(conditions.get(state, Q(ended_at=None)))

    def after(self, pk):
        """The rows that follow this one, the latest therapy first; any other text: all rows."""
        rows = self.order_by("-created_at", "-pk")
        last = self.filter(pk=id_of(pk)).first()
        if last is None:
            return rows
        at = last.created_at
        return rows.filter(Q(created_at__lt=at) | Q(created_at=at, pk__lt=last.pk))

    def active(self):
        return self.open().accepted().filter(paused_at=None)
