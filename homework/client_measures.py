"""The measures of one client as their therapist reads them, as far back as the access reaches."""

from django.utils.functional import cached_property

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
        return list(
            self.therapy.flags.answer_first().select_related("result", "answered_by", "passed_to")
        )

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

    def mark_read(self, *, by):
        """By who leads or stands in; a supervisor's look leaves them unread."""
        if self.therapy.access in WRITERS:
            for each in self.results:
                each.read(by=by)
