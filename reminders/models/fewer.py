"""The offer of fewer reminders, after three days of them went by without a word.

It is an offer: nothing becomes fewer by itself. Whom it waits for is marked when their slots are
laid out, each day and after each change, so that Today need not look for it.
"""

from collections import defaultdict
from datetime import timedelta

from django.db.models import Max
from django.utils import timezone

from accounts.models import User
from homework.models import PracticeEntry
from reminders.models.slot import ReminderSlot

NAME = "fewer"
UNANSWERED = 3
LOOKED_BACK = timedelta(days=60)
# Whoever has answered is left alone for so long.
ASKED_AGAIN = timedelta(days=28)


def offered_fewer(recipients) -> set:
    """The ids of those whose last three days with a reminder went by: two queries for them all."""
    may_be = {each.pk: each for each in recipients if each.is_on and each.has_every_day}
    since = first_of_three(may_be)
    if not since:
        return set()
    spoke = last_words({may_be[pk].user_id for pk in since}, min(since.values()))
    places = {pk: (may_be[pk].clinic_id, may_be[pk].user_id) for pk in since}
    return {pk for pk, day in since.items() if places[pk] not in spoke or spoke[places[pk]] < day}


def first_of_three(recipients) -> dict:
    """{id: the first of the last three days with a reminder}, of those who had three."""
    sent = ReminderSlot.objects.filter(
        recipient__in=recipients,
        kind="practise",
        state=ReminderSlot.State.SENT,
        practice_date__gt=timezone.localdate() - LOOKED_BACK,
    )
    days = defaultdict(list)
    for pk, day in sent.order_by("-practice_date").values_list(*DAY).distinct():
        asked = recipients[pk].asked_fewer_on
        if asked is None or day > asked + ASKED_AGAIN:
            days[pk].append(day)
    return {pk: last[UNANSWERED - 1] for pk, last in days.items() if len(last) >= UNANSWERED}


DAY = ("recipient", "practice_date")


def last_words(users, since) -> dict:
    """{(clinic, client): the last day of which something was logged}."""
    entries = PracticeEntry.objects.standing().filter(
        therapy__client__in=users, practice_date__gte=since
    )
    last = entries.order_by().values_list("clinic", "therapy__client")
    return {(clinic, user): day for clinic, user, day in last.annotate(Max("practice_date"))}


def mark_offers(recipients):
    """So that Today asks those and nobody else. All recipients that these people are."""
    found = offered_fewer(recipients)
    asked = {each.user_id for each in recipients if each.pk in found}
    others = {each.user_id for each in recipients} - asked
    User.objects.filter(pk__in=asked).exclude(offer=NAME).update(offer=NAME)
    User.objects.filter(pk__in=others, offer=NAME).update(offer="")
