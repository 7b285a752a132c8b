"""Looking is noted: whoever opens a page has read what stands on it."""

from accounts.policy import WRITERS
from homework.models import PracticeEntry
from homework.signals import therapy_touched


def new_entries(weeks):
    """Shared entries of these weeks that nobody has opened before."""
    told = (told for week in weeks for work in week.works for told in work.told)
    return [each for each in told if each.is_new]


def mark_read(therapy, weeks, *, by):
    """Entries are opened by whoever looks; reports are read by who leads or stands in.

    A supervisor's look leaves the report unread: the therapist has still to read it.
    """
    if new := [each.pk for each in new_entries(weeks)]:
        PracticeEntry.objects.filter(pk__in=new, opened_at=None).mark_opened(by=by)
        therapy_touched.send(PracticeEntry, therapy=therapy)
    if therapy.access in WRITERS:
        for week in weeks:
            if week.report:
                week.report.read(by=by)
