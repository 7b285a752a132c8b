"""The therapist's digest: each working day what waits for them, and nothing when nothing does."""

from collections import Counter
from datetime import time, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.models import Away, Membership, Therapy
from homework.models import Attention, Flag
from reminders.kinds.base import Kind

AT = time(7, 30)
FRIDAY = 4
# It is of use all morning.
OF_USE = timedelta(hours=5)


class Digest(Kind):
    name = "digest"
    label = _("What waits for me, each working day")
    reader = "therapist"
    is_telling = True

    def lay_out(self, ahead):
        theirs = Membership.objects.therapists().filter(
            user__in=[each.user_id for each in ahead.recipients],
            clinic__in={each.clinic_id for each in ahead.recipients},
        )
        therapists = set(theirs.values_list("clinic_id", "user_id"))
        for recipient in ahead.recipients:
            if (recipient.clinic_id, recipient.user_id) in therapists:
                yield from self.of(recipient, ahead)

    def of(self, recipient, ahead):
        if not recipient.wants(self):
            return
        for day in ahead.days(recipient):
            # The weekdays that somebody chose are those of their own homework.
            if day.weekday() <= FRIDAY and not recipient.rests_on(day):
                due_at = ahead.at_time(recipient, day, AT)
                yield ahead.slot(
                    self,
                    recipient,
                    about=recipient.clinic_id,
                    day=day,
                    due_at=due_at,
                    not_after=due_at + OF_USE,
                )

    def why_not(self, slots, now):
        """Few a day, so one by one: gone from the clinic, away today, or nothing waits."""
        reasons = ((slot.pk, self.needless(slot, now)) for slot in slots)
        return {pk: reason for pk, reason in reasons if reason}

    def needless(self, slot, now):
        user, clinic = slot.recipient.user, slot.clinic_id
        # An absence goes by the calendar's days, not by those of practice.
        today = now.astimezone(user.zone).date()
        if not Membership.objects.therapists().filter(user=user, clinic=clinic).exists():
            return "gone"
        absent = Away.objects.filter(therapist=user, clinic=clinic, starts_on__lte=today)
        if absent.upcoming(today).exists():
            return "away"
        return "" if waits_for(slot.recipient) else "nothing"

    def lines(self, slots):
        found = waits_for(slots[0].recipient)
        return [words(found[name]) % {"count": found[name]} for name, words in WORDS if found[name]]

    def path(self, slots):
        return reverse("caseload")


def waits_for(recipient):
    """What waits, as counts over the therapist's own therapies of this clinic."""
    led = Therapy.objects.treated_by(recipient.user).filter(clinic=recipient.clinic_id)
    # A pause silences all but what has its day.
    by_a_day = Q(reasons__contains=[["flag"]]) | Q(reasons__contains=[["leaving"]])
    rows = Attention.objects.filter(
        Q(therapy__in=led.active()) | Q(by_a_day, therapy__in=led.open())
    )
    found = Counter()
    for row in rows.only("group", "reasons", "unread_reports", "unread_notes", "clinic"):
        codes = {code for code, _facts in row.reasons}
        found["reports"] += row.unread_reports
        found["notes"] += row.unread_notes
        found["raised"] += "flag" in codes
        found["flags"] += row.group == Attention.Group.FIRST
        found["unplanned"] += "no_plan" in codes
        found["unreached"] += "bounce" in codes
        found["leaving"] += "leaving" in codes
    found["raised"] += after_end(recipient)
    return found if found.total() else None


def after_end(recipient):
    """Flags of therapies that have ended, which stand in no caseload."""
    flags = Flag.objects.unanswered().filter(clinic=recipient.clinic_id)
    return flags.after_end(recipient.user_id).count()


WORDS = (
    ("raised", lambda n: ngettext("%(count)d flag to answer", "%(count)d flags to answer", n)),
    ("reports", lambda n: ngettext("%(count)d report to read", "%(count)d reports to read", n)),
    ("notes", lambda n: ngettext("%(count)d note to read", "%(count)d notes to read", n)),
    (
        "flags",
        lambda n: ngettext(
            "%(count)d client to look at first", "%(count)d clients to look at first", n
        ),
    ),
    (
        "unplanned",
        lambda n: ngettext(
            "%(count)d session soon without a plan", "%(count)d sessions soon without a plan", n
        ),
    ),
    (
        "unreached",
        lambda n: ngettext(
            "%(count)d person whom reminders do not reach",
            "%(count)d people whom reminders do not reach",
            n,
        ),
    ),
    (
        "leaving",
        lambda n: ngettext(
            "%(count)d record erased soon, at its client’s wish",
            "%(count)d records erased soon, at their clients’ wish",
            n,
        ),
    ),
)
