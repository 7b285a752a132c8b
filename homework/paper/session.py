"""The hour on one page: what became of the week, for two people to look at together."""

from datetime import date

from django.utils.formats import date_format, localize
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goals.models import Step
from homework.client_measures import ClientMeasures
from homework.contexts import tally
from homework.golden_thread.reading import goals_seen
from homework.golden_thread.told import labelled, rating
from homework.hour import Hour
from homework.models import PracticeEntry
from homework.need.reading import as_planned
from homework.progress import Practice, off_track

# How many of a client's latest ratings stand beside each other.
RATINGS = 3
# What stands in the box of a day, as somebody with a pen would mark it.
MARKS = {"done": "✓", "partly": "/", "not_today": "–"}


class SessionSheet:
    """Reads each part once. `read()` notes that what stands on it was looked at."""

    def __init__(self, therapy):
        self.therapy, self.hour = therapy, Hour(therapy)
        self.measures = ClientMeasures(therapy)

    def read(self, *, by):
        self.hour.read(by=by)
        if self.plan:
            self.measures.mark_latest_read(by=by)

    @property
    def plan(self):
        return self.hour.last

    def as_data(self):
        """What components/session_sheet.html and pdf/session.typ print, as plain words."""
        return {
            "title": self.title,
            "name": self.therapy.client_name,
            "focus": self.plan.focus,
            "since": _("Since %(day)s") % {"day": date_format(self.hour.seen_from, "DAY")},
            "topics_label": _("To talk about"),
            "topics": getattr(self.hour.report, "topics", "") or _("Nothing written yet."),
            "works": [self.work(each) for each in self.hour.practised],
            "reviewed": _("Reviewed together"),
            "lists": [
                {"label": label, "lines": lines}
                for label, lines in (
                    (_("How far along, from 0 to 10"), self.ratings),
                    (_("Measures"), self.measures.latest),
                    (_("What got in the way"), self.barriers),
                    (_("What changed"), list(self.changes)),
                )
                if lines
            ],
            "rule": self.rule,
        }

    @property
    def title(self):
        """Which session it is for, by the clinic's clock."""
        if self.hour.session is None:
            return _("For the hour")
        starts_at = self.hour.session.starts_at.astimezone(self.therapy.clinic.zone)
        words = {"number": self.hour.session_number, "day": date_format(starts_at, "DAY_YEAR_TIME")}
        return _("Session %(number)d, %(day)s") % words

    # --- each homework ---

    def work(self, work):
        return {
            "title": work.assignment.title,
            "words": work.words,
            "days": [day_in_short(day, state) for day, state in work.shape],
            "lines": list(self.lines(work)),
            "notes": list(self.notes(work)),
            "off_track": self.off_track[work.assignment.pk],
        }

    def lines(self, work):
        """Ratings, places and hindrances of one homework, each with all its values."""
        told = [entry for entry in work.entries if not entry.private]
        rated = [each for each in told if each.before is not None or each.after is not None]
        if rated:
            label = work.assignment.rating_label or _("Before and after")
            pairs = [f"{rating(each.before)} → {rating(each.after)}" for each in rated]
            yield labelled(label, ", ".join(pairs))
        if hard := [str(each.difficulty) for each in told if each.difficulty is not None]:
            yield _("How hard, of 4: %(numbers)s") % {"numbers": ", ".join(hard)}
        places = tally(each.where for each in told if each.state != "not_today")
        if places:
            yield _("Where: %(places)s") % {"places": counted(places)}

    def notes(self, work):
        """What the client wrote, the latest first: a note, and the answers of a worksheet."""
        for told in work.notes:
            if told.note:
                yield told.note
            yield from (labelled(question, answer) for question, answer in told.answers)

    # --- over all of it ---

    @property
    def barriers(self):
        """What got in the way over the week, in the client's words where there are some."""
        entries = (entry for work in self.hour.practised for entry in work.entries)
        words = tally(entry.obstacle_said for entry in entries if not entry.private)
        return [times(word, count) for word, count in words]

    @cached_property
    def goals(self):
        return goals_seen(self.therapy)

    @property
    def ratings(self):
        """Each end goal with its latest ratings, the newest first."""
        rated = [(goal, goal.rated[-RATINGS:]) for goal in self.goals if goal.rated]
        return [f"{goal.title}: {', '.join(map(with_day, latest[::-1]))}" for goal, latest in rated]

    @property
    def changes(self):
        """Steps finished and sentences understood since the week began."""
        for goal in self.goals:
            for step in goal.stairs:
                if step.closed_as == Step.Closing.DONE and self.is_recent(step.closed_at):
                    yield _("Step finished: %(step)s") % {"step": step.title}
        for insight in self.hour.insights[::-1]:
            if self.is_recent(insight.at):
                yield _("Understood: %(words)s") % {"words": insight.text}

    def is_recent(self, moment):
        return moment.astimezone(self.therapy.zone).date() >= self.hour.seen_from

    # --- the printed rule ---

    @cached_property
    def off_track(self):
        """{homework: a sentence, or nothing}."""
        return {each.assignment.pk: self.off_track_words(each) for each in self.hour.practised}

    def off_track_words(self, work):
        planned = as_planned(work.assignment, self.plan, self.therapy.zone)
        practices = [
            Practice(work.assignment.pk, e.practice_date, e.state, e.smallest) for e in work.entries
        ]
        counted = off_track(planned, practices, self.hour.today)
        return counted and _("Not on track: %(done)s of %(planned)s.") % {
            "done": number(counted.credit),
            "planned": round(counted.meant),
        }

    @property
    def rule(self):
        if not any(self.off_track.values()):
            return ""
        return _(
            "“Not on track” is a count: less than half of what was planned, in the last 14 days."
            " Partly counts half. It does not say why."
        )


def day_in_short(day, state):
    """The box of one day, and what its mark means; an empty box says nothing."""
    label = PracticeEntry.State(state).label if state in MARKS else ""
    return {
        "day": date_format(day, "COLUMN_DAY"),
        "mark": MARKS.get(state, ""),
        "label": str(label),
    }


def number(count):
    """With one place after the point where it is no whole one."""
    return localize(int(count) if count == int(count) else round(count, 1))


def with_day(rated):
    on = date.fromisoformat(rated["on"])
    day = date_format(on, "SHORT_DATE")
    return f"{rated['value']} ({day})"


def counted(words):
    return ", ".join(times(word, count) for word, count in words)


def times(word, count):
    return ngettext("%(word)s", "%(word)s (%(count)d times)", count) % {
        "word": word,
        "count": count,
    }
