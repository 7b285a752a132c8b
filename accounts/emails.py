"""Mails of accounts: after the transaction, and a mail server that is down breaks no page."""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.contrib import messages
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from accounts.models import User

log = logging.getLogger("midweek.mail")


def write(name, to, **facts):
    """The mail `name` as text and simple HTML. Subjects are fixed words, never a person's."""
    facts["public_url"] = settings.PUBLIC_URL
    mail = EmailMultiAlternatives(
        subject=" ".join(render_to_string(f"emails/{name}_subject.txt", facts).split()),
        body=render_to_string(f"emails/{name}.txt", facts).strip() + "\n",
        to=[to],
    )
    mail.attach_alternative(render_to_string(f"emails/{name}.html", facts), "text/html")
    return mail


def language_of(address, person=None):
    """The language of whom a mail goes to; that of the page for an address nobody has here."""
    person = person or User.objects.filter(email=address.lower()).only("language").first()
    return override(person.language if person else get_language())


def send_later(mail, request=None):
    """Send `mail` once the transaction has committed."""
    transaction.on_commit(lambda: send(mail, request))


def send(mail, request=None):
    """Send, or say on the next page that it did not leave; the log names no address."""
    try:
        mail.send()
    except (SMTPException, OSError) as error:
        log.warning("a mail could not be sent: %s", type(error).__name__)
        if request is not None:
            messages.warning(request, _("The e-mail could not be sent. Try again in a minute."))
