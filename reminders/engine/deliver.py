"""Sends one claimed delivery: fence, still wanted?, send, finish. Never inside a transaction."""

import logging
from smtplib import SMTPRecipientsRefused, SMTPResponseException

from django.db import transaction
from django.utils import timezone

from accounts import hats
from accounts.models import DeliveryProblem
from reminders.channels import mail
from reminders.engine.wanted import why_not
from reminders.models import Delivery, ReminderSlot

logger = logging.getLogger(__name__)


def deliver(delivery: Delivery) -> str:
    """Bring a delivery one step on; returns its state. An error stays with its own row."""
    with transaction.atomic():
        hats.enter_clinic(delivery.clinic_id)
        if not delivery.fence():
            return "lost"
        delivery.refresh_from_db(fields=["attempts", "state"])
        wanted = sort_out(delivery)
    if not wanted:
        return close_unwanted(delivery)
    try:
        mail.send(delivery)
    except Exception as error:
        return record_failure(delivery, error)
    return record_success(delivery)


def sort_out(delivery):
    """Settle the slots that are late or no longer wanted; returns those to send."""
    now, wanted = timezone.now(), []
    slots = delivery.slots.open().select_related("recipient", "therapy__clinic", "assignment__plan")
    for slot in slots:
        one = ReminderSlot.objects.filter(pk=slot.pk)
        if slot.not_after < now:
            one.settle(ReminderSlot.State.EXPIRED)
        elif reason := why_not(delivery.recipient, slot, now):
            one.cancel(reason)
        else:
            wanted.append(slot)
    return wanted


def close_unwanted(delivery):
    with transaction.atomic():
        late = delivery.slots.filter(state=ReminderSlot.State.EXPIRED).exists()
        state = Delivery.State.EXPIRED if late else Delivery.State.CANCELLED
        delivery.finish(state)
    return state


def record_success(delivery):
    with transaction.atomic():
        delivery.finish(Delivery.State.SENT)
        problems = DeliveryProblem.objects.filter(
            clinic=delivery.clinic_id, user=delivery.recipient.user, channel=delivery.channel
        )
        # Saved one by one (it is one at most): the caseload hears of saves, not of updates.
        for problem in problems.filter(solved_at=None):
            problem.solved_at = timezone.now()
            problem.save(update_fields=["solved_at"])
    return Delivery.State.SENT


def record_failure(delivery, error):
    """A refused address fails for good, anything else after its last attempt."""
    name = type(error).__name__
    logger.warning("delivery %s: %s", delivery.pk, name)
    state = Delivery.State.FAILED if is_permanent(error) else Delivery.State.DEAD
    with transaction.atomic():
        if state == Delivery.State.DEAD and delivery.try_later(name):
            return Delivery.State.WAITING
        if not delivery.finish(state, error=name):
            return "lost"
        DeliveryProblem.objects.get_or_create(
            clinic_id=delivery.clinic_id,
            user=delivery.recipient.user,
            channel=delivery.channel,
            solved_at=None,
            defaults={"code": name},
        )
    return state


def is_permanent(error):
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= 500 for code, _words in error.recipients.values())
    return isinstance(error, SMTPResponseException) and error.smtp_code >= 500
