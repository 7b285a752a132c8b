"""What became of a send, written down."""

from time import monotonic, sleep

from django.db import InterfaceError, OperationalError, connection

from accounts.models import DeliveryProblem
from accounts.post import code_of
from accounts.wall import in_clinics
from reminders.channels import FALLBACK, channel
from reminders.models import Delivery, ReminderSlot

State = Delivery.State
UNPROVED = "unproved"
# A database that restarts is back within seconds; until then nothing else is sent.
PATIENCE = 20


def note_sent(parcels):
    """They left: one statement, committed before another message goes in their place."""
    patiently(Delivery.mark_sent, [parcel.pk for parcel in parcels])


def patiently(note, *facts):
    """A database that is away is waited for. To give up would be to send once more."""
    deadline = monotonic() + PATIENCE
    while True:
        try:
            return note(*facts)
        except (OperationalError, InterfaceError):
            if monotonic() > deadline or connection.in_atomic_block:
                raise
            connection.close()
            sleep(0.1)


def settle_sent(parcels):
    """The slots of what has left, and the problems that it proves solved."""
    if parcels:
        with in_clinics(*{parcel.delivery.clinic_id for parcel in parcels}):
            settle(parcels)


def settle(parcels):
    ReminderSlot.objects.filter(delivery__in=[parcel.pk for parcel in parcels]).settle("sent")
    reached = {
        (p.delivery.clinic_id, p.recipient.user_id, way): p.fenced_at
        for p in parcels
        for way in (p.channel, *stood_in_for(p.channel))
    }
    problems = DeliveryProblem.objects.filter(
        solved_at=None, user__in={user for _clinic, user, _channel in reached}
    )
    for problem in problems:
        sent_at = reached.get((problem.clinic_id, problem.user_id, problem.channel))
        # What came back from this very message is none that it solves.
        if sent_at and problem.since < sent_at:
            problem.solve()


def note_failure(delivery, error) -> str:
    """Where it is not tried again, its slots go by another way, or staff see that they do not."""
    with in_clinics(delivery.clinic_id):
        state = delivery.not_sent(error)
        if state in (State.FAILED, State.DEAD) and not hand_on(delivery):
            note_problem(delivery, code_of(error))
            ReminderSlot.objects.filter(delivery=delivery).settle(state)
    return state


def stood_in_for(channel):
    """The channels whose messages come by this one when their own way is shut."""
    return [name for name, other in FALLBACK.items() if other == channel]


def hand_on(delivery):
    """Another channel takes the slots over, where there is one that reaches the person."""
    other = FALLBACK.get(delivery.channel)
    if not other or not channel(other).reachable({delivery.recipient.user_id}):
        return False
    slots = ReminderSlot.objects.open().filter(delivery=delivery)
    return bool(slots.update(channel=other, delivery=None))


def note_problem(delivery, code):
    """Staff see whom reminders do not reach, until one does."""
    DeliveryProblem.objects.get_or_create(
        clinic_id=delivery.clinic_id,
        user_id=delivery.recipient.user_id,
        channel=delivery.channel,
        solved_at=None,
        defaults={"code": code},
    )


def note_unproved(deliveries):
    """Nothing goes to an address that nobody has proved. Staff see it: the person may not look.
    A mailbox that came back is left alone, and known already."""
    for delivery in deliveries:
        note_problem(delivery, UNPROVED)
