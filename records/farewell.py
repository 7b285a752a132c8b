"""A mail in good time before the years of a record are over: how its owner fetches their copy.

One that could not leave is written anew, until the day. Whom none has reached stands on the
clinic's page about data (records/sections.py): somebody there can still call them.
"""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now
from django.utils import timezone

from accounts import emails
from accounts.models import Letter, Therapy
from accounts.wall import every_clinic
from records.erasing import past_the_wall, without_harm, works_here

AHEAD = timedelta(days=30)
OF_USE = timedelta(days=7)
# An address that refused, or a server that was down for long, has this much time to mend.
AGAIN_AFTER = timedelta(days=3)
NOT_LEFT = (*Letter.CAME_BACK, Letter.State.EXPIRED)
NEVER, LONG_AGO = Q(end_told_at=None), Q(end_told_at__lt=Now() - AGAIN_AFTER)


def tell_in_time():
    """One round. Gives how many have been written to."""
    with every_clinic():
        soon = list(ending_soon().filter(NEVER | LONG_AGO, is_proved=True))
        lost = not_left(soon)
    return sum(without_harm(tell, each) for each in soon if not each.end_told_at or each in lost)


def ending_soon():
    """By the database's clock. Whoever has asked for the end themselves knows of it."""
    ending = Therapy.objects.filter(kept_until__gt=Now(), kept_until__lte=Now() + AHEAD)
    theirs = ending.filter(ended_at__isnull=False, leaves_at=None, client__isnull=False)
    # Mail goes only to an address that its owner has proved (User.may_be_mailed).
    address = {"user": OuterRef("client"), "email": OuterRef("client__email")}
    proved = Exists(EmailAddress.objects.filter(**address, verified=True))
    return theirs.annotate(is_proved=proved).select_related("client")


def not_reached(clinic):
    """Whose record here ends soon and whom no mail can tell, by the day of its end."""
    soon = list(ending_soon().filter(clinic=clinic).order_by("kept_until"))
    lost = not_left(soon)
    return [each for each in soon if each in lost or not (each.end_told_at or each.is_proved)]


def not_left(therapies):
    """Those of them whose last mail has come to an end without leaving."""
    told = {key_of(each): each for each in therapies if each.end_told_at}
    letters = Letter.objects.filter(about__in=told).order_by("created_at")
    last = dict(letters.values_list("about", "state"))
    return {told[about] for about, state in last.items() if state in NOT_LEFT}


def key_of(therapy):
    return emails.key_of("ends_soon", str(therapy.pk))


@past_the_wall
def tell(therapy):
    """Of two rounds at once, the one that notes it writes."""
    untold = Therapy.objects.filter(NEVER | LONG_AGO, pk=therapy.pk)
    if not untold.update(end_told_at=Now()):
        return
    client = therapy.client
    # What is over by then goes first, or with it (erasing.let_go).
    over = Q(ended_at__isnull=False, kept_until__lte=therapy.kept_until)
    others = Therapy.objects.of_client(client).exclude(pk=therapy.pk).exclude(over).exists()
    facts = {
        # A day, not a moment: the filter `date` would move that to the worker's zone.
        "day": timezone.localtime(therapy.kept_until, client.zone).date(),
        "in_part": others,
        "with_sign_in": not works_here(client) and not others,
    }
    with emails.language_of(client.email, client):
        mail = emails.write("ends_soon", client.email, **facts)
    emails.leave(mail, about=key_of(therapy), of_use=OF_USE)
