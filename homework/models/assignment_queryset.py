"""Lists of homework, and what a card of one prints: progress, its stair, who reads about it."""

from django.db import models
from django.db.models import Q

from homework.models.columns import practised, readers, stairs

# A card prints a third of what a homework holds; the rest is read where it is asked for.
ON_A_CARD = (
    *("plan__focus", "plan__starts_on", "plan__agreed_at", "plan__therapy"),
    *("therapy__lead__name", "therapy__accepted_at", "therapy__ended_at", "therapy__clinic"),
    *("step__goal__title", "step__goal__clinic", "step__clinic", "plan__clinic"),
    *("clinic", "therapy", "plan", "step", "position", "title", "how", "smallest"),
    *("target_kind", "target_count", "target_weekdays", "target_date"),
    *("when", "where", "after_what", "prompts", "rating_label"),
)


class AssignmentQuerySet(models.QuerySet):
    def of_client(self, user):
        return self.filter(
            therapy__client=user,
            therapy__accepted_at__isnull=False,
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
        """All that a homework's card prints, in one query for any number of them; unordered."""
        rows = self.select_related("plan", "therapy__lead", "step__goal")
        beside = stairs() | readers("homework_assignment.therapy_id")
        return rows.annotate(practised=practised(), **beside).only(*ON_A_CARD).order_by()

    def for_agreeing(self):
        """A plan's homework with its step on the stairs, and what it was carried from."""
        rows = self.select_related("step__goal", "insight", "carried_from").annotate(**stairs())
        return rows.order_by("position", "pk")
