"""The printed rules: what a therapist is asked to look at, from counts and dates alone.

Each rule takes the facts of one therapy and answers with a Reason or None. No software
scans words; nothing here diagnoses or predicts (design §2.11, §2.12).
"""

from homework.need.rules import before_session as session
from homework.need.rules import first
from homework.need.rules.standing import report_read, sixth, standing

# In order of need. The place of a rule in the first three is the weight of its reason.
FIRST_RULES = (
    first.flag,
    first.report_soon,
    first.note,
    first.bounce,
    first.change,
    first.stalled,
)
SESSION_RULES = (
    session.leaving,
    session.report,
    session.new_note,
    session.measured,
    session.homework_proposed,
    session.step_proposed,
    session.consent,
    session.joined,
    session.plan_waits,
    session.no_plan,
    session.long_quiet,
    session.obstacle,
    session.step_lacking,
)
REST_RULES = (report_read, standing, sixth)


def reasons(f):
    """All that applies, in order of need; how things stand, where nobody is needed.

    Never empty for an open therapy.
    """
    if f.state == "ended":
        return []
    asked = applying(FIRST_RULES + SESSION_RULES, f)
    return asked or applying(REST_RULES, f)


def applying(rules, f):
    return [reason for rule in rules if (reason := rule(f))]
