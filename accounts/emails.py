"""Mails of accounts: kept with what they tell, sent after the transaction, tried again later.

A mail server that is down breaks no page. The first attempt is the web process's own, so that
a code does not wait for a worker; those after it are the tick's (reminders/engine/letters.py).
"""

import logging
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.mail import EmailMultiAlternatives
from django.db import DatabaseError, transaction
from django.template.loader import render_to_string
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from accounts.models import Letter, User
from accounts.post import code_of

log = logging.getLogger("midweek.mail")
DAY = timedelta(days=1)
# So long somebody looks at a page that does not come, at most.
PATIENCE = 10  # seconds


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


def key_of(name, address):
    """The same for each mail of this name to this address, and telling neither."""
    return UUID(salted_hmac("accounts.letter", f"{name}:{address.lower()}").hexdigest()[:32])


def send_later(mail, request=None, *, about=None, of_use=DAY):
    """Send `mail` once the transaction has committed, and again until it has left or `of_use`
    is over. One that waits and is `about` the same is not sent any more."""
    letter = Letter.write(mail, about=about, of_use=of_use)
    transaction.on_commit(lambda: send(letter, request))


def leave(mail, *, about=None, of_use=DAY):
    """For the tick alone, which comes within two minutes: nobody waits for it on a page."""
    Letter.write(mail, about=about, of_use=of_use)


def send(letter, request=None):
    """Send, or say on the next page that it waits; the log names no address."""
    try:
        letter.send(limit=PATIENCE)
        letter.mark_sent()
    except Exception as error:  # Whatever it was: the letter is kept.
        log.warning("%s: %s", letter, code_of(error))
        put_off(letter, error)
        if request is not None:
            words = _("The e-mail has not left yet. It is tried again in a moment, by itself.")
            messages.warning(request, words)


def put_off(letter, error):
    try:
        letter.try_later(error)
    except DatabaseError:
        # Its lease is known to the database already: when it is back, so is the letter.
        log.warning("%s waits for its lease to end", letter)
