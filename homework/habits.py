"""What one client usually says, read from their latest entries: offered first, never filled in."""

from collections import Counter

from django.utils.functional import cached_property

from homework.models import PracticeEntry

LATEST, OFFERED = 60, 4
READ = ("clinic", "where", "with_whom", "obstacle")


class Habits:
    """Of one therapy: what is said to one therapist is not offered under another's eyes.

    Places and people are encrypted, so they are counted here and not by the database.
    """

    def __init__(self, therapy_id):
        self.therapy_id = therapy_id

    @cached_property
    def entries(self):
        latest = PracticeEntry.objects.standing().filter(therapy=self.therapy_id)
        return list(latest.order_by("-practice_date", "-received_at").only(*READ)[:LATEST])

    def most(self, name):
        """The words written most often in a column; the latest spelling stands for all."""
        said = [words for entry in self.entries if (words := getattr(entry, name).strip())]
        spelt = {words.casefold(): words for words in reversed(said)}
        often = Counter(words.casefold() for words in said).most_common(OFFERED)
        return [spelt[words] for words, _times in often]

    @property
    def places(self):
        return self.most("where")

    @property
    def people(self):
        return self.most("with_whom")

    @property
    def obstacles(self):
        """All reasons there are, the client's own most frequent first."""
        often = Counter(entry.obstacle for entry in self.entries)
        return sorted(PracticeEntry.Obstacle.choices, key=lambda choice: -often[choice[0]])
