"""What happens below changes who is to be reminded of what."""

from django.dispatch import receiver

from accounts.models import therapy as therapies
from homework import signals
from reminders.models import Recipient, ReminderSlot


def replan(therapy, reason=""):
    """Lay out the client's slots anew; with a reason, the open ones go at once."""
    if therapy.client_id is None:
        return
    if reason:
        ReminderSlot.objects.waiting().filter(therapy=therapy).cancel(reason)
    Recipient.objects.get_or_create(clinic_id=therapy.clinic_id, user_id=therapy.client_id)
    Recipient.objects.replan(user=therapy.client_id, clinic_id=therapy.clinic_id)


@receiver(therapies.therapy_accepted)
@receiver(therapies.therapy_resumed)
def on_start(sender, therapy, **kwargs):
    replan(therapy)


@receiver(therapies.therapy_paused)
def on_pause(sender, therapy, **kwargs):
    replan(therapy, "therapy-paused")


@receiver(therapies.therapy_ended)
def on_end(sender, therapy, **kwargs):
    replan(therapy, "therapy-ended")


@receiver(signals.plan_agreed)
def on_agreement(sender, plan, **kwargs):
    replan(plan.therapy)


@receiver(signals.plan_closed)
def on_close(sender, plan, **kwargs):
    ReminderSlot.objects.waiting().filter(assignment__plan=plan).cancel("plan-closed")


@receiver(signals.assignment_withdrawn)
def on_withdrawal(sender, assignment, **kwargs):
    ReminderSlot.objects.waiting().filter(assignment=assignment).cancel("withdrawn")
