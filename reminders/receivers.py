"""What happens below changes who is to be reminded of what."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from accounts.models import Away, Clinic, Membership, User
from accounts.models import therapy as therapies
from accounts.models.membership import membership_ended
from accounts.wall import things_of
from homework import signals
from homework.models import EntryFeedback
from reminders.models import CalendarAddress, Delivery, Recipient, ReminderSlot


def replan(therapy, reason=""):
    """Lay out the client's slots anew; with a reason, the open ones go at once."""
    if therapy.client_id is None:
        return
    if reason:
        ReminderSlot.objects.waiting().filter(therapy=therapy).cancel(reason)
    Recipient.objects.place(clinic=therapy.clinic_id, user=therapy.client_id)
    Recipient.objects.replan(user=therapy.client_id, clinic=therapy.clinic_id)


@receiver([therapies.therapy_accepted, therapies.therapy_resumed])
def on_start(sender, therapy, **kwargs):
    replan(therapy)


@receiver(signals.therapy_touched, sender=EntryFeedback)
def on_feedback(sender, therapy, **kwargs):
    replan(therapy)


@receiver(therapies.therapy_paused)
def on_pause(sender, therapy, **kwargs):
    replan(therapy, "therapy-paused")


@receiver(therapies.therapy_ended)
def on_end(sender, therapy, **kwargs):
    replan(therapy, "therapy-ended")


@receiver([signals.plan_proposed, signals.plan_agreed])
def on_plan(sender, plan, **kwargs):
    replan(plan.therapy)


@receiver(signals.plan_agreed)
def on_yes(sender, plan, **kwargs):
    """How many a day was agreed with it: from then on the person's own word, as on Me."""
    agreed = plan.agreement
    if agreed.messages_a_day:
        for recipient in agreed.by.recipients.exclude(a_day=agreed.messages_a_day):
            recipient.choose(by=agreed.by, a_day=agreed.messages_a_day)


@receiver(signals.plan_closed)
def on_close(sender, plan, **kwargs):
    closed = ReminderSlot.objects.waiting().about("practise", plan.assignments.all())
    closed.cancel("plan-closed")


@receiver(signals.assignment_withdrawn)
def on_withdrawal(sender, assignment, **kwargs):
    ReminderSlot.objects.waiting().about("practise", [assignment]).cancel("withdrawn")


@receiver(signals.session_changed)
def on_session(sender, session, **kwargs):
    replan(session.therapy)


@receiver(post_save, sender=User)
def on_person(sender, instance, created, update_fields=None, **kwargs):
    """Another zone moves every slot; a phone that others see has none."""
    if not created and (
        update_fields is None or {"time_zone", "others_see_phone"} & set(update_fields)
    ):
        Recipient.objects.replan(user=instance)


@receiver(post_save, sender=Clinic)
def on_clinic(sender, instance, created, **kwargs):
    """Its usual hour is that of everybody who chose none."""
    if not created:
        Recipient.objects.replan(clinic=instance)


@receiver(post_save, sender=Away)
def on_absence(sender, instance, **kwargs):
    led = therapies.Therapy.objects.active().filter(
        clinic=instance.clinic_id, lead=instance.therapist
    )
    Recipient.objects.replan(clinic=instance.clinic_id, user__in=led.values("client"))


@receiver(post_save, sender=Membership)
def on_membership(sender, instance, **kwargs):
    """Therapists have a digest."""
    Recipient.objects.place(clinic=instance.clinic_id, user=instance.user_id)
    Recipient.objects.replan(clinic=instance.clinic_id, user=instance.user_id)


@receiver(membership_ended)
def on_leaving(sender, membership, **kwargs):
    """What waits for them as staff does not go out. With the last place goes all that reaches
    them outside: whoever is a client somewhere keeps their own phone and calendar."""
    user, clinic = membership.user, membership.clinic_id
    theirs = {"clinic": clinic, "recipient__user": user}
    ReminderSlot.objects.open().filter(**theirs).exclude(therapy__client=user).cancel("deactivated")
    if not user.has_a_place:
        Delivery.objects.open().filter(**theirs).finish(Delivery.State.CANCELLED)
        with things_of(user.pk):
            user.devices.all().delete()
            for address in CalendarAddress.objects.filter(user=user):
                address.stop()
