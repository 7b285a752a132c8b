"""The e-mail of a delivery. The outside of the envelope says nothing (design §2.5)."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import F
from django.db.models.functions import Now
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from accounts.models import DeliveryProblem
from accounts.post import hand_over
from reminders.press import link_to, stop_link

# After a mailbox refused, or its owner complained, it is left alone for a while.
LEFT_ALONE = timedelta(days=7)


def send(delivery) -> None:
    """Send it with a Message-ID of its own: a second copy would be known as the same."""
    user = delivery.recipient.user
    with translation.override(user.language):
        mail = written(delivery, user)
    hand_over(mail)


def written(delivery, user):
    """As text and as HTML, with the press that stops it in the headers, too (RFC 8058)."""
    message, stop_url = delivery.message, stop_link(user, kinds_in(delivery))
    context = {
        "title": message.title,
        "lines": message.lines,
        "action": message.action,
        "url": link_to(user, message.path),
        "later_url": link_to(user, message.later) if message.later else "",
        "reminders_url": settings.PUBLIC_URL + reverse("me-reminders"),
        "stop_url": stop_url,
        "LANGUAGE_CODE": user.language,
    }
    mail = EmailMultiAlternatives(
        subject=message.title,
        body=render_to_string("emails/reminder.txt", context),
        to=[user.email],
        headers={
            "Message-ID": f"<{delivery.pk}@{settings.EMAIL_DOMAIN}>",
            "Auto-Submitted": "auto-generated",
            "List-Unsubscribe": f"<{stop_url}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )
    mail.attach_alternative(render_to_string("emails/reminder.html", context), "text/html")
    return mail


def kinds_in(delivery):
    """Whoever stops "later", which they pressed themselves, means what it repeats."""
    return {"practise" if slot.kind == "later" else slot.kind for slot in delivery.gathered}


def reachable(user_ids):
    """No mail goes to an address before its owner has proved it, nor where it bounced lately."""
    bounced = DeliveryProblem.objects.filter(
        user__in=user_ids,
        channel="email",
        code__in=("bounced", "complained"),
        solved_at=None,
        since__gt=Now() - LEFT_ALONE,
    )
    proved = EmailAddress.objects.filter(
        user__in=user_ids, user__is_active=True, verified=True, email=F("user__email")
    ).exclude(user__in=bounced.values("user"))
    return set(proved.values_list("user_id", flat=True))
