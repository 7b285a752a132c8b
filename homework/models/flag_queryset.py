"""Which flags: those that wait, those in nobody's hands, those of therapies that have ended."""

from itertools import islice

from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Now

from accounts.models import Membership
from homework.models.flag_after_end import theirs
from homework.models.flag_duty import FlagDuty

# An ended therapy is kept so long; then it is nobody's, before it is erased.
KEPT = Q(therapy__kept_until__gt=Now())


class FlagQuerySet(models.QuerySet):
    def unanswered(self):
        return self.filter(answered_at=None)

    def answerable(self):
        """What is locked away, or nobody's after so many years, nobody can answer any more."""
        kept = Q(therapy__ended_at=None) | KEPT
        return self.unanswered().filter(kept, therapy__locked_away_until=None)

    def without_deputy(self):
        """Nor does one wait for a deputy who has left since."""
        named = FlagDuty.objects.filter(clinic=OuterRef("clinic")).values("answered_by")
        return self.answerable().filter(~works_here("passed_to")).annotate(named=Subquery(named))

    def to_hand_on(self):
        """To a deputy, or else to the knowledge of admins; then once they have named people."""
        named = Q(clinic__in=FlagDuty.objects.values("clinic"))
        told = Q(admins_told_at__isnull=False)
        return self.without_deputy().filter(in_nobodys_hands() & ~told | named & told)

    def known_to_admins(self):
        """Those that they were told of, and have yet to find somebody for."""
        return self.without_deputy().filter(in_nobodys_hands(), admins_told_at__isnull=False)

    def in_time(self):
        """Their answers came before the end of the therapy, and belong to its record."""
        in_time = Q(result__received_at__lt=F("therapy__ended_at"))
        return self.filter(Q(therapy__ended_at=None) | in_time)

    def after_end(self, user):
        """Of therapies that have ended, what `user`, a key, may look at: each for itself."""
        return self.of_ended().filter(theirs(user))

    def seen_alone(self):
        """Of therapies that have ended: those whose page somebody may have."""
        answered = Q(answered_at__gte=F("therapy__ended_at"))
        return self.of_ended().filter(Q(answered_at=None) | answered)

    def of_ended(self):
        """Of therapies that have ended, as long as their records are kept and not locked away."""
        return self.filter(KEPT, therapy__ended_at__isnull=False, therapy__locked_away_until=None)

    def answer_first(self):
        return self.order_by("answered_at", "raised_at")

    def pass_on_overdue(self, limit=100):
        """To each one's deputy; returns how many. Where there is none, the admins are told.

        Those that somebody holds are left for later.
        """
        with transaction.atomic():
            rows = self.to_hand_on().order_by("answer_by")
            rows = rows.select_for_update(skip_locked=True, of=("self",))
            passed = (flag for flag in rows if flag.pass_on())
            return sum(1 for _flag in islice(passed, limit))


def in_nobodys_hands():
    """Time is over, or none of those who would answer works here any more.

    By the clock of the database: the machines that run us may disagree.
    """
    nobody_named = ~works_here("named") | Q(therapy__client=F("named"))
    return Q(answer_by__lte=Now()) | ~works_here("therapy__lead") & nobody_named


def works_here(column):
    """Whether whoever `column` of a flag names is a therapist of its clinic."""
    here = Membership.objects.therapists().filter(clinic=OuterRef("clinic"))
    return Exists(here.filter(user=OuterRef(column)))
