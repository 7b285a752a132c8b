"""Looking is noted: whoever opens a page has read what stands on it."""

from accounts.rule import WRITERS
from homework.models import PracticeEntry
from homework.signals import therapy_touched


def new_entries(weeks):
    """Shared entries of these weeks that wait to be read."""
    told = (told for week in weeks for work in week.works for told in work.told)
    return [each for each in told if each.is_new]


def mark_read(therapy, weeks, *, by):
    """Entries are opened by whoever looks; what is read was read by who leads or stands in.

    A supervisor's look leaves entries and report unread: the therapist has still to read them.
    """
    mark_opened(therapy, new_entries(weeks), by=by)
    for week in weeks:
        mark_report_read(therapy, week.report, by=by)


def mark_opened(therapy, told, *, by):
    """These entries were shown in full."""
    if new := [each.pk for each in told]:
        shown = PracticeEntry.objects.filter(pk__in=new)
        if therapy.access in WRITERS:
            shown.mark_heard(by=by)
        else:
            shown.mark_opened(by=by)
        therapy_touched.send(PracticeEntry, therapy=therapy)


def mark_quoted(entries, *, by):
    """Some of their words were read: they cannot be unsaid, and wait to be read as before."""
    if entries:
        PracticeEntry.objects.filter(pk__in=[each.pk for each in entries]).mark_opened(by=by)


def mark_report_read(therapy, report, *, by):
    if report and therapy.access in WRITERS:
        report.read(by=by)
