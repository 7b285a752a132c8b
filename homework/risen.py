"""What a client has done so far: counts that only rise (design §2.6).

Nothing that a therapist does, and no week that ends, lowers any of them. Only their own author
does: who takes an entry or a number back, or says it differently.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min, Q

from accounts.models import Therapy
from homework.contexts import key
from homework.models import PracticeEntry

# Places are encrypted, so they are read and counted here. Of the first ones, not of the latest:
# what slides out of a window of the latest would lower the count.
FIRST = 2000


@dataclass(frozen=True)
class Risen:
    practices: int
    since: date | None
    places: int
    steps: int
    ratings: int

    def __bool__(self):
        return bool(self.practices or self.steps or self.ratings)

    @classmethod
    def of(cls, client):
        """Over all therapies, those that have ended too; what is private counts."""
        entries = PracticeEntry.objects.of_client(client).practised()
        done = Count("steps", filter=Q(steps__first_done_at__isnull=False), distinct=True)
        therapies = Therapy.objects.of_client(client).accepted()
        return cls(
            **entries.aggregate(practices=Count("pk"), since=Min("practice_date")),
            **therapies.aggregate(steps=done, ratings=Count("goal_ratings", distinct=True)),
            places=len(places(entries)),
        )


def places(entries):
    first = entries.order_by("received_at", "pk").only("clinic", "where")[:FIRST]
    return {key(entry.where) for entry in first} - {""}
