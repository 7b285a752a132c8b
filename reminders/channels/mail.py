"""The e-mail of a delivery. The outside of the envelope says nothing (design §2.5)."""

from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import F
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from reminders.channels import Permanent, Temporary


def send(delivery) -> None:
    """Send it with a Message-ID of its own: a second copy would be known as the same."""
    user = delivery.recipient.user
    with translation.override(user.language):
        mail = message(delivery, user)
    try:
        mail.send()
    except SMTPException as error:
        raise (Permanent if is_refused(error) else Temporary) from error


def is_refused(error):
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= 500 for code, _words in error.recipients.values())
    return isinstance(error, SMTPResponseException) and error.smtp_code >= 500


def message(delivery, user):
    context = {
        "words": user.cover_text,
        "today_url": settings.PUBLIC_URL + reverse("today"),
        "reminders_url": settings.PUBLIC_URL + reverse("me-reminders"),
    }
    mail = EmailMultiAlternatives(
        subject=render_to_string("emails/reminder_subject.txt", context).strip(),
        body=render_to_string("emails/reminder.txt", context),
        to=[user.email],
        headers={"Message-ID": f"<{delivery.pk}@{settings.EMAIL_DOMAIN}>"},
    )
    mail.attach_alternative(render_to_string("emails/reminder.html", context), "text/html")
    return mail


def reachable(user_ids):
    """No mail goes to an address before its owner has proved it."""
    proved = EmailAddress.objects.filter(
        user__in=user_ids, user__is_active=True, verified=True, email=F("user__email")
    )
    return set(proved.values_list("user_id", flat=True))
