"""A client's toolbox: the skills they have practised, how they go, and where they were used."""

from collections import defaultdict

from django.db.models import Prefetch
from django.utils.functional import cached_property
from django.utils.translation import get_language

from homework.contexts import key, tally
from homework.dates import plain_day
from homework.models import Assignment, Enclosure, PracticeEntry
from homework.models.columns import practised

# Places and people are read from the latest practices; counts come from all of them.
LATEST = 400
MOST_PLACES = 5
MOST_OPEN = 3
MOST_RATED = 6


class Tool:
    """One skill with the homework that practised it, newest first."""

    def __init__(self, skill, homework, entries, contexts):
        self.skill, self.homework, self.entries = skill, homework, entries
        self.contexts = contexts

    @property
    def newest(self):
        return self.homework[0]

    @property
    def how_id(self):
        """The place on the page that says how it goes."""
        return f"how-{self.skill.pk}"

    @property
    def times(self):
        return sum(homework.practised for homework in self.homework)

    @property
    def resources(self):
        found = [each.exercise.resources.all() for each in self.homework if each.exercise]
        return {resource.url: resource for resources in found for resource in resources}.values()

    @property
    def files(self):
        found = [each.exercise.enclosures.all() for each in self.homework if each.exercise]
        return {each.file_id: each.file for rows in found for each in rows}.values()

    @property
    def last_on(self):
        return self.entries[0].practice_date if self.entries else None

    @property
    def running(self):
        """This week's homework that practises it, to begin from here."""
        return next((each for each in self.homework if each.state == "agreed"), None)

    @property
    def places(self):
        return tally(entry.where for entry in self.entries)[:MOST_PLACES]

    @property
    def people(self):
        return [name for name, _times in tally(e.with_whom for e in self.entries)[:MOST_PLACES]]

    @property
    def open_contexts(self):
        """Places and people of one's own where it has not been tried yet."""
        used = {key(said) for entry in self.entries for said in (entry.where, entry.with_whom)}
        planned = [each.where for each in self.homework]
        known = [said for said, _times in tally([*planned, *self.contexts])]
        return [said for said in known if key(said) not in used][:MOST_OPEN]

    @property
    def before_after(self):
        """The latest practices that were rated both before and after, the earliest first."""
        same = {each.pk for each in self.homework if each.rating_label == self.newest.rating_label}
        rated = [each for each in self.entries if None not in (each.before, each.after)]
        rated = [each for each in rated if each.assignment_id in same][:MOST_RATED]
        return [(plain_day(each.practice_date), each.before, each.after) for each in rated[::-1]]

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
        mine = mine.select_related("skill", "insight", "exercise", "plan")
        beside = "exercise__resources", Prefetch("exercise__enclosures", Enclosure.objects.light())
        return mine.prefetch_related(*beside).order_by("-plan__agreed_at", "position")

    @cached_property
    def entries(self):
        mine = PracticeEntry.objects.of_client(self.user).practised()
        return list(mine.exclude(assignment__skill=None)[:LATEST])

    @cached_property
    def contexts(self):
        """Where and with whom anything was practised."""
        return [said for entry in self.entries for said in (entry.where, entry.with_whom)]

    @cached_property
    def tools(self):
        """The one practised last comes first."""
        by_skill = defaultdict(list)
        for homework in self.homework:
            by_skill[homework.skill].append(homework)
        return [
            Tool(skill.read_in(get_language()), homework, self.entries_of(homework), self.contexts)
            for skill, homework in by_skill.items()
        ]

    def entries_of(self, homework):
        ids = {each.pk for each in homework}
        return [entry for entry in self.entries if entry.assignment_id in ids]
