"""A clinic in counts for its admins: nothing of any one client, no group small enough to be one."""

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homework.models import Attention
from homework.progress import WEEK

# Fewer than this could be known by name; none is as telling as one.
SMALLEST = 5


def tells(*codes):
    """Lines in which one of these reasons stands."""
    found = Q()
    for code in codes:
        found |= Q(reasons__contains=[[code]])
    return found


LABELS = {
    "practised": gettext_lazy("logged a practice in the last 7 days"),
    "quiet": gettext_lazy("logged nothing for a week or longer, with a plan"),
    "waiting": gettext_lazy("have a week plan that waits for a yes"),
    "to_read": gettext_lazy("sent a report that nobody has read yet"),
    "unreached": gettext_lazy("are not reached by reminders"),
}


class ClinicCounts:
    """How many of a clinic's clients, by what is true of them now. One query."""

    def __init__(self, clients, counts):
        self.clients, self.counts = clients, counts

    @classmethod
    def of(cls, clinic):
        rows = Attention.objects.filter(clinic=clinic, therapy__ended_at=None)
        counts = rows.aggregate(
            clients=Count("pk"),
            practised=Count("pk", Q(last_entry_on__gt=timezone.localdate() - WEEK)),
            quiet=Count("pk", tells("quiet", "stalled")),
            waiting=Count("pk", tells("plan_waits")),
            to_read=Count("pk", Q(unread_reports__gt=0)),
            unreached=Count("pk", tells("bounce")),
        )
        return cls(counts.pop("clients"), counts)

    @property
    def rows(self):
        """(what is true of them, how many in words)."""
        return [(label, self.in_words(self.counts[name])) for name, label in LABELS.items()]

    def in_words(self, count):
        """What is small stays unsaid, and so does a rest so small that it would tell the same."""
        if count < SMALLEST:
            return _("fewer than %(least)d") % {"least": SMALLEST}
        if 0 < self.clients - count < SMALLEST:
            return _("nearly all")
        return str(count)
