"""Lists of homework; what a card prints of one is read in homework/card_rows.py."""

from django.db import models

from homework.models.columns import stairs


class AssignmentQuerySet(models.QuerySet):
    def of_client(self, user):
        return self.filter(
            therapy__client=user,
            therapy__accepted_at__isnull=False,
            plan__agreed_at__isnull=False,
        )

    def hold(self, pk):
        """Lock one homework: a draft about it and the entry it was for come one after the other."""
        return self.select_for_update(no_key=True).only("clinic").get(pk=pk)

    def standing(self):
        return self.filter(withdrawn_at=None)

    def running(self):
        return self.standing().filter(plan__agreed_at__isnull=False, plan__closed_at=None)

    def with_thread(self):
        """Step and goal beside each homework, in the same query."""
        return self.select_related("step__goal", "insight", "skill").order_by("position", "pk")

    def for_agreeing(self):
        """A plan's homework with its step on the stairs, and what it was carried from."""
        rows = self.select_related("step__goal", "insight", "carried_from").annotate(**stairs())
        return rows.order_by("position", "pk")
