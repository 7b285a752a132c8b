"""Mail that came back after it had been accepted: staff see whom it does not reach."""

from allauth.account.signals import email_changed
from anymail.signals import tracking
from django.db.models.functions import Now
from django.dispatch import receiver

from accounts.hats import as_person
from accounts.models import DeliveryProblem, User

CODES = {
    "bounced": "bounced",
    "rejected": "bounced",
    "failed": "bounced",
    "complained": "complained",
}


@receiver(tracking)
def on_mail_event(sender, event, esp_name, **kwargs):
    """Whoever called a reminder spam gets none any more; for `unsubscribed` they said it so."""
    code = CODES.get(event.event_type)
    for user in User.objects.filter(email=(event.recipient or "").lower()):
        with as_person(user):
            for recipient in user.recipients.all():
                if code:
                    note_problem(recipient, code)
                if event.event_type in ("complained", "unsubscribed"):
                    recipient.stop(by=user)


@receiver(email_changed)
def on_another_address(sender, user, **kwargs):
    """What came back from the address before says nothing about this one."""
    for problem in DeliveryProblem.objects.filter(user=user, channel="email", solved_at=None):
        problem.solve()


def note_problem(recipient, code):
    DeliveryProblem.objects.update_or_create(
        clinic_id=recipient.clinic_id,
        user_id=recipient.user_id,
        channel="email",
        solved_at=None,
        defaults={"code": code, "since": Now()},
    )
