"""Erasing: a therapy, a person, and again what a restored backup has brought back.

Each therapy goes in a transaction of its own, with all that hangs from it; a round that dies
goes on where it was. What the law keeps is locked away first, and erased when its time is over.
"""

import logging
from dataclasses import dataclass
from datetime import datetime
from functools import wraps

from django.contrib.sessions.models import Session
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone

from accounts.models import AuditEvent, Letter, Membership, ParkedPost, Therapy, User
from accounts.wall import every_clinic, in_clinics
from homework.models import LibraryFile
from records.models import Erased, Erasure
from records.models.erasure import WAIT
from records.receipts import send_notice, send_receipt

logger = logging.getLogger("midweek.records")


def in_its_clinic(verb):
    """A transaction for each therapy, in its own clinic."""

    @wraps(verb)
    def inside(therapy, **facts):
        with in_clinics(therapy.clinic_id):
            return verb(therapy, **facts)

    return inside


def past_the_wall(verb):
    """A transaction for each person, in whatever clinics they have been."""

    @wraps(verb)
    def inside(row):
        with every_clinic():
            return verb(row)

    return inside


def erase_due():
    """One round: wishes whose days are over, and records whose years are. Gives their number."""
    with every_clinic():
        over = list(past_retention())
        wishes = list(Erasure.objects.due())
    work = [(carry_out, wish) for wish in wishes] + [(let_go, therapy) for therapy in over]
    return sum(without_harm(verb, row) for verb, row in work)


def without_harm(verb, row):
    """One that cannot be erased keeps nobody else's record here; the next round tries again."""
    try:
        verb(row)
    except Exception as error:
        # Its name only: what goes wrong may hold somebody's words.
        logger.error("%s: %s", row, type(error).__name__)
        return False
    return True


def past_retention():
    """Ended, their years over, and no law that keeps what is locked away."""
    over = Q(locked_away_until=None) | Q(locked_away_until__lte=Now())
    return Therapy.objects.filter(over, ended_at__isnull=False, kept_until__lte=Now())


def carry_out(erasure):
    """Taken back at the last moment, it is seen here; after that nobody can (Erasure.undo)."""
    with every_clinic():
        if not erasure.still_waits() or not erasure.has_come:
            return
        therapies = list(Therapy.objects.of_client(erasure.user))
    for therapy in therapies:
        lock_away_or_erase(therapy, by=erasure.user)
    finish(erasure)


@past_the_wall
def ask_anew(erasure):
    """Of a backup that was restored: whether it was taken back since then, nobody knows. So its
    owner is told, and can take it back once more."""
    if erasure.begin_anew():
        send_notice(erasure)


@in_its_clinic
def lock_away_or_erase(therapy, *, by):
    """The clinic's years begin with the end of the therapy: one that goes on ends here."""
    # Another round may have locked it away meanwhile: then it is theirs no more, and the law's.
    if not still_there(therapy) or therapy.client_id != by.pk:
        return
    if therapy.accepted_at:
        therapy.end(by=by)
    if therapy.ended_at and therapy.kept_until > timezone.now():
        lock_away(therapy, until=therapy.kept_until)
    else:
        erase(therapy)


@dataclass(frozen=True)
class Kept:
    """A therapy that the law keeps for a while: locked away until then."""

    therapy: Therapy
    until: datetime


def kept_for(therapy):
    """What would become of a therapy that was erased on the day a new wish is carried out."""
    until = therapy.kept_until or timezone.now() + WAIT + therapy.clinic.retention
    stays = therapy.accepted_at and until > timezone.now()
    return Kept(therapy, until) if stays else None


def still_there(therapy):
    """Locked until the transaction ends, and as it is now; nothing once it is gone."""
    rows = Therapy.objects.select_for_update().filter(pk=therapy.pk)
    if not rows.exists():
        return False
    therapy.refresh_from_db()
    return True


@past_the_wall
def let_go(therapy):
    """Its years are over. A client goes with their last therapy, as nothing is left to sign in
    for; where a wish of theirs waits, with that, which has a receipt for them."""
    client = therapy.client
    if client:
        client.hold()
    erase(therapy)
    if client and not is_still_here_for_something(client):
        forget(client)


def is_still_here_for_something(client):
    treated = Therapy.objects.of_client(client).exists()
    return treated or works_here(client) or Erasure.objects.waiting_of(client)


@in_its_clinic
def erase(therapy):
    """All of it, or nothing: every row that hangs from it, and what lies outside of them."""
    if not still_there(therapy):
        return
    Erased.note(Erased.What.THERAPY, therapy.pk)
    AuditEvent.record(None, "record.erased", therapy)
    erase_loose_ends(therapy)
    therapy.delete()
    LibraryFile.objects.filter(clinic=therapy.clinic_id).let_go()


def erase_loose_ends(therapy):
    """Mails and parked words that no foreign key leads to."""
    Letter.objects.filter(about__in=therapy.invitations.values("pk")).delete()
    with every_clinic():
        ParkedPost.objects.filter(path__contains=str(therapy.pk)).delete()


@in_its_clinic
def lock_away(therapy, *, until):
    """Nobody reads it any more. What only its client has ever read is no part of what is kept."""
    if not still_there(therapy):
        return
    Erased.note(Erased.What.LOCKED_AWAY, therapy.pk, until)
    AuditEvent.record(None, "record.locked_away", therapy)
    erase_loose_ends(therapy)
    # A backup may be from before its end.
    therapy.end(by=therapy.client or therapy.lead)
    therapy.drafts.all().delete()
    therapy.entries.filter(private=True, opened_at=None).delete()
    therapy.lock_away(until=until)


@past_the_wall
def finish(erasure):
    """The person goes last, with their receipt. What they have joined meanwhile goes first: with
    the next round."""
    if not erasure.still_waits():
        return
    erasure.user.hold()
    if Therapy.objects.of_client(erasure.user).exists():
        return
    erasure.done_at = timezone.now()
    erasure.save(update_fields=["done_at"])
    send_receipt(erasure)
    if not works_here(erasure.user):
        forget(erasure.user)


def works_here(user):
    """Whoever works or worked in a clinic keeps a name: their clients' records carry it."""
    return user.is_staff or Membership.objects.filter(user=user).exists()


@past_the_wall
def forget(user):
    """The row stays, empty: the audit's rows point at it, and they may not change."""
    Erased.note(Erased.What.PERSON, user.pk)
    keys = user.usersession_set.values("session_key")
    Session.objects.filter(session_key__in=keys).delete()
    for relation in hanging_from_a_person():
        relation.related_model._base_manager.filter(**{relation.field.name: user}).delete()
    nobody = User(pk=user.pk, is_active=False, date_joined=user.date_joined)
    nobody.set_unusable_password()
    nobody.save(force_update=True)


def hanging_from_a_person():
    """Relations of what goes with its person, those without a name of their own too."""
    for field in User._meta.get_fields(include_hidden=True):
        if field.auto_created and getattr(field, "on_delete", None) is models.CASCADE:
            yield field
