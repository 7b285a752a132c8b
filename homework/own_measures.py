"""A client's own measures: what is asked of them, and what they answered, without a verdict."""

from collections import defaultdict

from django.utils.functional import cached_property

from homework.models import GivenMeasure, MeasureResult
from homework.practice_day import practice_today


def before(result):
    """The same measure in the same therapy, the time before; None the first time."""
    earlier = MeasureResult.objects.standing().filter(
        therapy=result.therapy_id,
        measure=result.measure,
        version=result.version,
        done_at__lt=result.done_at,
    )
    return earlier.order_by("-done_at").first()


class OwnMeasures:
    def __init__(self, user):
        self.user = user

    @cached_property
    def asked(self):
        """Those that are due, where somebody answers flags."""
        mine = GivenMeasure.objects.of_client(self.user).offered()
        mine = mine.filter(
            therapy__ended_at=None,
            therapy__paused_at=None,
            due_on__lte=practice_today(self.user.zone),
        )
        return list(mine.select_related("therapy__lead"))

    @cached_property
    def results(self):
        return list(MeasureResult.objects.of_client(self.user).standing().in_order())

    @cached_property
    def taken_back(self):
        return list(MeasureResult.objects.of_client(self.user).taken_back().in_order())

    @property
    def charts(self):
        """(measure, [(day, score)], results with the latest first) for each that was answered."""
        return charts(self.results)


def charts(results):
    """By measure: its points for a line (a gap stays a gap) and its results, the latest first.

    Each version for itself, the latest first: its points are not those of another.
    """
    by_version = defaultdict(list)
    for result in results:
        by_version[result.measure, -result.version].append(result)
    return [
        (found[0].asked, [(each.practice_date, each.score) for each in found], found[::-1])
        for _version, found in sorted(by_version.items())
    ]
