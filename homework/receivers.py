"""Marks the attention row of a therapy when something of it changes: one UPDATE, no more.

Connected in HomeworkConfig.ready. Whoever reads next works the row out anew.
"""

from django.db.models.signals import post_save

from accounts.models import DeliveryProblem, Invitation, therapy_about
from accounts.models import therapy as therapies
from goals.models import EndGoal, Step
from homework import signals
from homework.models import Attention, TherapySession, WeekPlan

# The signals of this room by the name of what they bring; each of these has a therapy.
BRINGS = {
    "entry": (signals.practice_logged, signals.practice_withdrawn),
    "plan": (signals.plan_proposed, signals.plan_agreed, signals.plan_closed),
    "assignment": (signals.assignment_withdrawn,),
    "session": (signals.session_changed,),
    "report": (signals.report_sent,),
    "review": (signals.review_finished,),
}
THERAPY_SIGNALS = (
    signals.therapy_touched,
    therapies.therapy_paused,
    therapies.therapy_resumed,
    therapies.therapy_ended,
    therapies.therapy_handed_over,
    therapy_about.therapy_consent_recorded,
    therapy_about.therapy_leaving,
)
# Rows of lower rooms that no verb's signal speaks of.
WATCHED = (EndGoal, Step, Invitation)


def connect():
    for name, sent in BRINGS.items():
        for signal in sent:
            signal.connect(marking(name), weak=False, dispatch_uid=f"attention-{name}")
    for signal in THERAPY_SIGNALS:
        signal.connect(mark_therapy, dispatch_uid="attention")
    for model in WATCHED:
        post_save.connect(mark_row, sender=model, dispatch_uid="attention")
    therapies.therapy_begun.connect(begin, dispatch_uid="attention")
    therapies.therapy_accepted.connect(begin, dispatch_uid="attention")
    post_save.connect(mark_person, sender=DeliveryProblem, dispatch_uid="attention")
    therapies.therapy_begun.connect(book_first, dispatch_uid="sessions")
    therapies.therapy_ended.connect(close_plans, dispatch_uid="plans")


def marking(name):
    def mark(sender, **brought):
        Attention.objects.mark(brought[name].therapy_id)

    return mark


def mark_therapy(sender, therapy, **kwargs):
    Attention.objects.mark(therapy.pk)


def mark_row(sender, instance, **kwargs):
    if instance.therapy_id:
        Attention.objects.mark(instance.therapy_id)


def mark_person(sender, instance, **kwargs):
    """A delivery problem belongs to a person: it concerns each of their therapies here."""
    rows = Attention.objects.filter(clinic=instance.clinic_id, therapy__client=instance.user_id)
    rows.update(stale=True)


def begin(sender, therapy, **kwargs):
    Attention.objects.begin(therapy)


def book_first(sender, therapy, by, first_session_at=None, **kwargs):
    if first_session_at:
        TherapySession.book(therapy, starts_at=first_session_at, by=by)


def close_plans(sender, therapy, by, **kwargs):
    """What runs or is in preparation ends with the therapy; the record keeps it."""
    for plan in therapy.plans.open():
        plan.close(WeekPlan.ClosedReason.ENDED, by=by)
