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
    slots = delivery.slots.open().select_related("therapy__clinic", "assignment__plan")
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
        DeliveryProblem.objects.filter(
            clinic=delivery.clinic_id, user=delivery.recipient.user, channel=delivery.channel
        ).filter(solved_at=None).update(solved_at=timezone.now())
    return Delivery.State.SENT


def record_failure(delivery, error):
    """A refused address fails for good and staff see it; anything else is tried later."""
    name = type(error).__name__
    logger.warning("delivery %s: %s", delivery.pk, name)
    with transaction.atomic():
        if not is_permanent(error):
            delivery.try_later(name)
            return Delivery.State.WAITING
        delivery.finish(Delivery.State.FAILED, error=name)
        DeliveryProblem.objects.get_or_create(
            clinic_id=delivery.clinic_id,
            user=delivery.recipient.user,
            channel=delivery.channel,
            solved_at=None,
            defaults={"code": name},
        )
    return Delivery.State.FAILED


def is_permanent(error):
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= 500 for code, _words in error.recipients.values())
    return isinstance(error, SMTPResponseException) and error.smtp_code >= 500
