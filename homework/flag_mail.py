"""To whoever is to answer a flag, as soon as it is theirs: that something waits, and no more.
To admins where nobody is there to answer: that somebody has to be named.

Whoever reads it over a shoulder, or the mail server, learns nothing of anybody.
"""

from datetime import timedelta
from uuid import uuid5

from accounts import emails
from accounts.models import Letter, Membership

# Longer than any flag may wait.
OF_USE = timedelta(days=3)


def tell(flag, people):
    """Once for each flag and person."""
    for each in people:
        send("waits_today", each, about=name_of(flag, each.pk))


def tell_admins(clinic):
    """Several at the same moment are one mail."""
    here = Membership.objects.admins().filter(clinic=clinic).select_related("user")
    for each in here:
        send("needs_somebody", each.user, about=name_of(clinic, each.user_id))


def send(name, person, *, about):
    with emails.language_of(person.email, person):
        mail = emails.write(name, person.email)
    emails.leave(mail, about=about, of_use=OF_USE)


def take_back(flag):
    """What has not left yet is of no use once the flag is answered."""
    here = Membership.objects.filter(clinic=flag.clinic_id).values_list("user", flat=True)
    Letter.objects.filter(about__in=[name_of(flag, person) for person in here]).cancel()


def name_of(row, person):
    return uuid5(row.pk, str(person))
