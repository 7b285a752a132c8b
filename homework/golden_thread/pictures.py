"""The charts of the client page: numbers and labels from entries that others may know of."""

from collections import Counter
from datetime import date

from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from config.charts import Week as WeekBar
from config.said_days import day_in_words
from homework.contexts import tally
from homework.need.reading import as_planned
from homework.progress import DAY, SPEAKS_AFTER, WEEK, Practice, momentum

WEEKS = 12
MOST_ROWS = 8
HALF_A_YEAR = 26
LONGEST_LABEL = 40


class Pictures:
    """`plans` as they come from reading.with_practice."""

    def __init__(self, therapy, plans, goals, today):
        self.therapy, self.plans, self.goals, self.today = therapy, plans, goals, today

    @cached_property
    def homework(self):
        return [each for plan in self.plans for each in plan.homework]

    @cached_property
    def entries(self):
        """Standing entries, the earliest first."""
        entries = [e for each in self.homework for e in each.told if e.withdrawn_at is None]
        return sorted(entries, key=lambda entry: (entry.practice_date, entry.received_at))

    @cached_property
    def open_entries(self):
        return [entry for entry in self.entries if not entry.private]

    @cached_property
    def planned(self):
        zone = self.therapy.zone
        return [as_planned(each, plan, zone) for plan in self.plans for each in plan.homework]

    # --- practices by week ---

    @cached_property
    def weeks(self):
        """Twelve weeks at most, each beginning on the weekday of the running plan."""
        if not self.plans:
            return []
        last = self.week_of_today()
        begun = min([plan.starts_on for plan in self.plans] + self.days[:1])
        starts = [last - WEEK * back for back in range(WEEKS - 1, -1, -1)]
        return [self.bar(start) for start in starts if start + WEEK > begun]

    @property
    def days(self):
        return [entry.practice_date for entry in self.entries]

    def week_of_today(self):
        begun = self.plans[0].starts_on
        return begun + WEEK * ((self.today - begun).days // 7)

    def bar(self, start):
        end = start + WEEK - DAY
        standing = (each for each in self.planned if each.stands_within(start, end))
        meant = sum(each.target_within(start, end) for each in standing)
        practised = Counter(e.state for e in self.entries if start <= e.practice_date <= end)
        empty = not meant and not practised
        return WeekBar(
            label=day_in_words(start, "SHORT_DATE"),
            done=practised["done"],
            partly=practised["partly"],
            planned=round(meant),
            note=_("no plan") if empty else "",
        )

    @cached_property
    def momentum(self):
        """The weighted share of the weekly target, in percent; None before anything was planned."""
        practices = [
            Practice(e.assignment_id, e.practice_date, e.state, e.smallest) for e in self.entries
        ]
        share = momentum(self.planned, practices, self.today)
        return None if share is None else round(100 * share)

    @property
    def lately(self):
        """Momentum in words; before a week has been planned there is nothing to say yet."""
        begun = min((each.start for each in self.planned), default=self.today)
        if self.momentum is None or self.today - begun < SPEAKS_AFTER:
            return ""
        if not self.momentum:
            return _("Nothing of the plan was logged lately.")
        return _("Lately %(share)d%% of the plan was logged.") % {"share": self.momentum}

    # --- the rest ---

    @cached_property
    def ratings(self):
        """(goal, [(day, value)]) for every goal that was rated: the latest half year of them."""
        return [
            (
                goal,
                [
                    (date.fromisoformat(each["on"]), each["value"])
                    for each in goal.rated[-HALF_A_YEAR:]
                ],
            )
            for goal in self.goals
            if goal.rated
        ]

    @cached_property
    def before_after(self):
        """The rating asked most, with its latest rows: (label, [(day, before, after)])."""
        rated = [e for e in self.open_entries if e.before is not None or e.after is not None]
        if not rated:
            return None
        label, asked = most_asked(rated)
        rows = [
            (day_in_words(entry.practice_date, "SHORT_DATE"), entry.before, entry.after)
            for entry in asked[-MOST_ROWS:]
        ]
        return label or _("Before and after"), rows

    @cached_property
    def places(self):
        """(place, practices): the same place in other letters is the same place."""
        return rows(e.where for e in self.open_entries if e.state != "not_today")

    @cached_property
    def obstacles(self):
        """(what got in the way, times), in the client's words where there are some."""
        return rows(entry.obstacle_said for entry in self.open_entries)


def most_asked(rated):
    """The label under which most was rated, and those entries."""
    labels = Counter(entry.assignment.rating_label for entry in rated)
    if not labels:
        return "", []
    label, _count = labels.most_common(1)[0]
    return label, [entry for entry in rated if entry.assignment.rating_label == label]


def rows(words):
    return [(shortened(label), count) for label, count in tally(words)[:MOST_ROWS]]


def shortened(words):
    return Truncator(words).chars(LONGEST_LABEL)
