"""The measures of one client as their therapist reads them, as far back as the access reaches."""

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from accounts.policy import WRITERS
from homework.golden_thread.reading import seen_since
from homework.own_measures import charts


class ClientMeasures:
    def __init__(self, therapy):
        self.therapy = therapy

    @cached_property
    def standing(self):
        return list(self.therapy.given_measures.standing().select_related("given_by"))

    @cached_property
    def results(self):
        results = self.therapy.measure_results.select_related("flag", "read_by")
        if since := seen_since(self.therapy):
            results = results.filter(done_at__gte=since)
        return list(results.in_order())

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
                asked.change(each.score, old.score if old else None),
            )
            for each, old in zip(found, earlier, strict=True)
        ]

    @property
    def latest(self):
        """The latest answer of each measure in a line, with the one before it."""
        return [latest_in_words(asked, found) for asked, _points, found in charts(self.results)]

    def mark_read(self, *, by):
        """By who leads or stands in; a supervisor's look leaves them unread."""
        if self.therapy.access in WRITERS:
            for each in self.results:
                each.read(by=by)


def flags_seen(therapy):
    """As far back as this access reaches, and however old where nobody has answered yet."""
    flags = therapy.flags.select_related("result", "answered_by", "passed_to")
    if since := seen_since(therapy):
        flags = flags.filter(Q(answered_at=None) | Q(raised_at__gte=since))
    return flags


def latest_in_words(asked, found):
    """ "PHQ-9: 8 of 27 (24 Nov), before: 12 of 27 (10 Nov)"; `found` has the latest first."""
    told = [
        _("%(score)s (%(day)s)")
        % {"score": score_in_words(each), "day": date_format(each.practice_date, "SHORT_DATE")}
        for each in found[:2]
    ]
    return f"{asked.name}: " + _(", before: ").join(told)


def score_in_words(result):
    if result.score is None:
        return _("no score, questions were left out")
    return _("%(score)s of %(top)s") % {"score": result.score, "top": result.asked.top}
