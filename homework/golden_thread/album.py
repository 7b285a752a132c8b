"""More pictures of one therapy, on a page of their own: half a year, each with its numbers."""

from collections import Counter, defaultdict
from statistics import fmean

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from config.said_days import day_in_words
from homework.contexts import key, tally
from homework.golden_thread.pictures import Pictures, most_asked, shortened
from homework.golden_thread.told import labelled
from homework.models import Assignment, Insight
from homework.need.reading import as_planned
from homework.progress import DAY, WEEK, Practice, share

# Plans that are looked at, and the columns and rows of a table that stays readable.
PLANS = 27
WEEKS_ACROSS = 8
MOST_ROWS = 8
MOST_SAID = 5
# Weeks without a number break the line.
GAP = 14


class Album(Pictures):
    """Beside what the client page shows: how hard, what got in the way when, where, how sure."""

    @cached_property
    def difficulty(self):
        """(week, mean of what was said, 0 to 4), for weeks in which something was said."""
        said = defaultdict(list)
        for entry in self.open_entries:
            if entry.difficulty is not None:
                said[self.week_of(entry.practice_date)].append(entry.difficulty)
        return [(week, mean(numbers)) for week, numbers in sorted(said.items())]

    @property
    def quoted(self):
        """Entries whose places, people or obstacles stand here and that nobody has opened yet."""
        closed = (entry for entry in self.open_entries if entry.opened_at is None)
        return [e for e in closed if e.where or e.with_whom or e.obstacle_words]

    def week_of(self, day):
        begun = self.plans[0].starts_on
        return begun + WEEK * ((day - begun).days // 7)

    @cached_property
    def before_after_each(self):
        """Every rating that was asked before and after: [(label, rows)], the most asked first."""
        rated = defaultdict(list)
        for entry in self.open_entries:
            if entry.before is not None or entry.after is not None:
                day = day_in_words(entry.practice_date, "SHORT_DATE")
                rated[entry.assignment.rating_label].append((day, entry.before, entry.after))
        asked = sorted(rated.items(), key=lambda pair: -len(pair[1]))
        return [(label or _("Before and after"), rows[-MOST_ROWS:]) for label, rows in asked]

    # --- obstacles over weeks ---

    @cached_property
    def weeks_across(self):
        """The first days of the last weeks, the earliest first."""
        if not self.plans:
            return []
        last = self.week_of_today()
        return [last - WEEK * back for back in range(WEEKS_ACROSS - 1, -1, -1)]

    @cached_property
    def hindrances(self):
        """What got in the way, with how often in each of these weeks; the most frequent first."""
        told = [
            (entry.obstacle_said, entry.practice_date)
            for entry in self.open_entries
            if self.weeks_across and entry.practice_date >= self.weeks_across[0]
        ]
        counts = Counter((key(words), self.week_of(day)) for words, day in told)
        return [
            {
                "words": shortened(words),
                "counts": [counts[key(words), week] for week in self.weeks_across],
                "total": total,
            }
            for words, total in tally(words for words, _day in told)[:MOST_ROWS]
        ]

    # --- where a skill carries over ---

    @cached_property
    def carried_over(self):
        """Each skill with the places and people it was used in, and those where not yet."""
        used = defaultdict(list)
        for entry in self.open_entries:
            if entry.state != "not_today":
                said = [words for words in (entry.where, entry.with_whom) if words.strip()]
                used[self.skills.get(entry.assignment_id) or entry.assignment.title] += said
        planned = [each.where for plan in self.plans[:1] for each in plan.homework]
        known = [words for words, _times in tally([*planned, *sum(used.values(), [])])]
        return [self.context(skill, said, known) for skill, said in used.items() if known]

    def context(self, skill, said, known):
        here = {key(words) for words in said}
        there = [words for words in known if key(words) not in here]
        return {
            "skill": shortened(skill),
            "used": tally(said)[:MOST_SAID],
            "not_yet": there[:MOST_SAID],
        }

    @cached_property
    def skills(self):
        """The skill of each homework by its id, where it has one."""
        rows = Assignment.objects.filter(pk__in=[each.pk for each in self.homework])
        return dict(rows.exclude(skill=None).values_list("pk", "skill__name"))

    # --- what was understood, and what became of it ---

    @cached_property
    def insights(self):
        """Insight → practice → what changed: each that homework carried, the earliest first."""
        carried = defaultdict(list)
        for plan in self.plans[::-1]:
            for homework in plan.homework:
                if homework.insight_id:
                    carried[homework.insight_id].append(homework)
        found = Insight.objects.filter(therapy=self.therapy, pk__in=carried).order_by("at")
        return [self.became(insight, carried[insight.pk]) for insight in found]

    def became(self, insight, homework):
        """The insight, how often it was practised, and what was rated most of it: the first rating
        before and the last after. Ratings of something else say nothing about that."""
        told = [e for e in self.entries if e.assignment_id in {each.pk for each in homework}]
        rated = [e for e in told if not e.private and None not in (e.before, e.after)]
        return {
            "insight": insight,
            "titles": list(dict.fromkeys(each.title for each in homework)),
            "times": sum(e.state != "not_today" for e in told),
            "changed": change_in_words(*most_asked(rated)),
        }

    # --- how sure, and what happened ---

    @cached_property
    def sureness(self):
        """(homework, how sure in percent, how much of it was logged), the earliest first."""
        pairs = ((each, plan) for plan in self.plans[::-1] for each in plan.homework)
        found = [(each, self.logged_of(each, plan)) for each, plan in pairs]
        rows = [
            (shortened(each.title), each.confidence, round(100 * logged))
            for each, logged in found
            if each.confidence is not None and logged is not None
        ]
        return rows[-MOST_ROWS:]

    def logged_of(self, homework, plan):
        """The share of its target, 0 to 1; None while it has stood for less than a week."""
        meant = as_planned(homework, plan, self.therapy.zone)
        until = meant.until or self.today
        if until - meant.start < WEEK - DAY:
            return None
        done = [
            Practice(homework.pk, entry.practice_date, entry.state, entry.smallest)
            for entry in homework.told
            if entry.withdrawn_at is None
        ]
        return share([meant], done, meant.start, until)


def change_in_words(label, rated):
    if not rated:
        return ""
    ends = {"before": rated[0].before, "after": rated[-1].after}
    words = _("%(before)s before the first, %(after)s after the last") % ends
    return labelled(label, words) if label else words


def mean(numbers):
    """To one place behind the point, and to none where it is whole."""
    found = round(fmean(numbers), 1)
    return int(found) if found.is_integer() else found
