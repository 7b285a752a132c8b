"""A client's toolbox: the skills they have practised, how they go, and where they were used."""

from collections import Counter, defaultdict

from django.utils.functional import cached_property

from homework.models import Assignment, PracticeEntry
from homework.models.columns import practised

# Places and people are read from the latest practices; counts come from all of them.
LATEST = 400
MOST_PLACES = 5


class Tool:
    """One skill with the homework that practised it, newest first."""

    def __init__(self, skill, homework, entries, places):
        self.skill, self.homework, self.entries = skill, homework, entries
        self.known_places = places

    @property
    def newest(self):
        return self.homework[0]

    @property
    def times(self):
        return sum(homework.practised for homework in self.homework)

    @property
    def resources(self):
        found = [each.exercise.resources.all() for each in self.homework if each.exercise]
        return {resource.url: resource for resources in found for resource in resources}.values()

    @property
    def places(self):
        """Where it was used, and a few known places where it was not yet."""
        used = Counter(entry.where.strip() for entry in self.entries if entry.where.strip())
        rows = used.most_common(MOST_PLACES)
        if not rows:
            return []
        return rows + [(place, 0) for place in self.known_places if place not in used][:2]

    @property
    def people(self):
        met = Counter(entry.with_whom.strip() for entry in self.entries if entry.with_whom.strip())
        return [name for name, _times in met.most_common(MOST_PLACES)]

    @property
    def threads(self):
        """Insight → practice → what changed: each homework that carries an insight."""
        carried = {}
        for homework in self.homework:
            if homework.insight_id:
                carried.setdefault(homework.insight_id, Thread(homework.insight)).add(homework)
        return [thread.with_ratings(self.entries) for thread in carried.values()]


class Thread:
    def __init__(self, insight):
        self.insight, self.homework = insight, []
        self.before = self.after = None

    def add(self, homework):
        self.homework.append(homework)

    @property
    def times(self):
        return sum(homework.practised for homework in self.homework)

    @property
    def titles(self):
        return list(dict.fromkeys(homework.title for homework in self.homework))

    def with_ratings(self, entries):
        """The first rating before, and the latest after; entries come newest first."""
        ids = {homework.pk for homework in self.homework}
        rated = [entry for entry in entries if entry.assignment_id in ids]
        rated = [entry for entry in rated if None not in (entry.before, entry.after)]
        if rated:
            self.before, self.after = rated[-1].before, rated[0].after
        return self


class Toolbox:
    def __init__(self, user):
        self.user = user

    @cached_property
    def homework(self):
        mine = Assignment.objects.of_client(self.user).exclude(skill=None)
        mine = mine.annotate(practised=practised()).filter(practised__gt=0)
        mine = mine.select_related("skill", "insight", "exercise")
        return mine.prefetch_related("exercise__resources").order_by("-plan__agreed_at", "position")

    @cached_property
    def entries(self):
        mine = PracticeEntry.objects.of_client(self.user).practised()
        return list(mine.exclude(assignment__skill=None)[:LATEST])

    @cached_property
    def places(self):
        used = Counter(entry.where.strip() for entry in self.entries if entry.where.strip())
        return [place for place, _times in used.most_common()]

    @cached_property
    def tools(self):
        """The one practised last comes first."""
        by_skill = defaultdict(list)
        for homework in self.homework:
            by_skill[homework.skill].append(homework)
        return [
            Tool(skill, homework, self.entries_of(homework), self.places)
            for skill, homework in by_skill.items()
        ]

    def entries_of(self, homework):
        ids = {each.pk for each in homework}
        return [entry for entry in self.entries if entry.assignment_id in ids]
