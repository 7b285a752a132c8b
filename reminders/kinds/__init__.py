"""What people are reminded of: a file for each kind, and a line here.

The order is that in which kinds stand in a message and on Me.
"""

from reminders.kinds.agree import Agree
from reminders.kinds.away import TherapistAway
from reminders.kinds.digest import Digest
from reminders.kinds.feedback import Feedback
from reminders.kinds.later import Later
from reminders.kinds.practise import Practise
from reminders.kinds.report import ReportDue
from reminders.kinds.session import SessionTomorrow
from reminders.kinds.welcome import WelcomeBack

KINDS = {
    kind.name: kind
    for kind in (
        Practise(),
        Later(),
        ReportDue(),
        SessionTomorrow(),
        Agree(),
        Feedback(),
        WelcomeBack(),
        TherapistAway(),
        Digest(),
    )
}


def chosen_by(reader):
    """The kinds that this reader, "client" or "therapist", switches on and off."""
    return [kind for kind in KINDS.values() if kind.reader == reader and kind.label]
