"""The measures of one client as their therapist reads them, as far back as the access reaches."""

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from accounts.rule import WRITERS
from homework.golden_thread.reading import seen_since
from homework.own_measures import charts

# The latest answer and the one before it.
IN_A_LINE = 2


class ClientMeasures:
    def __init__(self, therapy):
        self.therapy = therapy

    @cached_property
    def standing(self):
        return list(self.therapy.given_measures.standing().select_related("given_by"))

    @cached_property
    def results(self):
        results = self.within_reach(self.therapy.measure_results.standing().for_staff())
        return list(results.select_related("by", "flag", "read_by").in_order())

    @cached_property
    def taken_back(self):
        return list(self.within_reach(self.therapy.measure_results.taken_back()).in_order())

    def within_reach(self, results):
        since = seen_since(self.therapy)
        return results.filter(done_at__gte=since) if since else results

    @cached_property
    def flags(self):
        return list(flags_seen(self.therapy).answer_first())

    @property
    def charts(self):
        return [
            (asked, points, self.told(asked, found))
            for asked, points, found in charts(self.results)
        ]

    def told(self, asked, found):
        """(result, band, change since the one before); `found` has the latest first."""
        earlier = [*found[1:], None]
        under_18 = self.therapy.under_18
        return [
            (
                each,
                asked.band(each.score, under_18=under_18),
                asked.change(each.score, old.score if old else None, under_18=under_18),
            )
            for each, old in zip(found, earlier, strict=True)
        ]

    @cached_property
    def latest(self):
        """The latest answer of each measure in a line, with the one before it."""
        return [latest_in_words(asked, found) for asked, _points, found in charts(self.results)]

    def mark_read(self, *, by):
        self.read(self.results, by=by)

    def mark_latest_read(self, *, by):
        """Where only the line of the latest was shown."""
        for _asked, _points, found in charts(self.results):
            self.read(found[:IN_A_LINE], by=by)

    def read(self, results, *, by):
        """By who leads or stands in; a supervisor's look leaves them unread."""
        if self.therapy.access in WRITERS:
            for each in results:
                each.read(by=by)


def flags_seen(therapy):
    """As far back as this access reaches, and however old where nobody has answered yet."""
    flags = therapy.flags.in_time()
    flags = flags.select_related("result__withdrawn_by", "answered_by", "passed_to")
    if since := seen_since(therapy):
        flags = flags.filter(Q(answered_at=None) | Q(raised_at__gte=since))
    return flags


def latest_in_words(asked, found):
    """ "PHQ-9: 8 of 27 (24 Nov), before: 12 of 27 (10 Nov)"; `found` has the latest first."""
    told = [
        _("%(score)s (%(day)s)")
        % {"score": each.score_words, "day": date_format(each.practice_date, "SHORT_DATE")}
        for each in found[:IN_A_LINE]
    ]
    return f"{asked.name}: " + _(", before: ").join(told)
