"""Lists of homework, and what a card of one prints: progress, its stair, who reads about it."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from accounts.models import Cover
from goals.models import Step
from homework.models.practice_entry import PracticeEntry
from homework.models.session import TherapySession


def practices():
    """How often it was practised: Done and Partly, shared or private. It only rises."""
    entries = PracticeEntry.objects.practised().filter(assignment=OuterRef("pk"))
    return counted(entries, by="assignment")


def stairs(**below):
    """The steps of its goal that were not let go; with a bound, those up to its own."""
    steps = Step.objects.exclude(closed_as="let_go").filter(goal=OuterRef("step__goal"), **below)
    return counted(steps, by="goal")


def counted(rows, *, by):
    counts = rows.order_by().values(by).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counts), Value(0))


def next_session(therapy="therapy"):
    sessions = TherapySession.objects.upcoming().filter(therapy=OuterRef(therapy))
    return Subquery(sessions.values("starts_at")[:1])


def covering(therapy="therapy"):
    """The names of those who may read along for now, as long as they work at the clinic."""
    # One filter() on purpose: chained, two memberships could together let somebody in.
    covers = Cover.objects.open().filter(
        therapy=OuterRef(therapy),
        therapist__memberships__clinic=F("clinic"),
        therapist__memberships__ended_at=None,
        therapist__memberships__is_therapist=True,
    )
    covers = covers.order_by("therapist__name")
    return ArraySubquery(covers.values("therapist__name").distinct())


class AssignmentQuerySet(models.QuerySet):
    def of_client(self, user):
        return self.filter(
            plan__therapy__client=user,
            plan__therapy__accepted_at__isnull=False,
            plan__agreed_at__isnull=False,
        )

    def standing(self):
        return self.filter(withdrawn_at=None)

    def running(self):
        return self.standing().filter(plan__agreed_at__isnull=False, plan__closed_at=None)

    def on_today(self):
        """What Today shows: of running plans, and of those that a therapy's end left open."""
        kept = Q(plan__closed_at=None) | Q(plan__closed_reason="ended")
        return self.standing().filter(kept, plan__agreed_at__isnull=False)

    def with_thread(self):
        """Step and goal beside each homework, in the same query."""
        return self.select_related("step__goal", "insight", "skill").order_by("position", "pk")

    def as_cards(self):
        """All that a homework's card prints, in one query for any number of them."""
        return (
            self.select_related("plan", "therapy__lead", "step__goal")
            .annotate(
                practised=practices(),
                stairs=stairs(),
                stair=stairs(position__lte=OuterRef("step__position")),
                next_session_at=next_session(),
                cover_names=covering(),
            )
            .order_by("therapy__accepted_at", "plan__agreed_at", "position", "pk")
        )

    def for_agreeing(self):
        """A plan's homework with its step on the stairs, and what it was carried from."""
        return (
            self.select_related("step__goal", "insight", "carried_from")
            .annotate(stairs=stairs(), stair=stairs(position__lte=OuterRef("step__position")))
            .order_by("position", "pk")
        )
