"""The clinic that is measured, loaded by COPY."""

from dataclasses import dataclass

from django.core.management import call_command
from django.db.models import Count

from accounts.models import Therapy, User
from homework.models import Assignment


@dataclass(frozen=True)
class Measured:
    """Whose pages are read, and whose homework is logged: another's, so that it stays a year."""

    client: User
    therapist: User
    therapy: Therapy
    logger: User
    logged: Assignment


def prepare(clients, weeks):
    call_command("prepare", verbosity=0)
    call_command("seed_demo", clients=clients, weeks=weeks)
    return choose()


def choose():
    """A therapist with a full caseload, and two of their clients with a running plan."""
    running = Assignment.objects.running().filter(
        therapy__client__isnull=False, therapy__ended_at=None, therapy__paused_at=None
    )
    lead = (
        running.values("therapy__lead")
        .annotate(clients=Count("therapy", distinct=True))
        .order_by("-clients", "therapy__lead")[0]["therapy__lead"]
    )
    theirs = running.filter(therapy__lead=lead).select_related("therapy__client")
    read, logged = theirs.order_by("therapy").first(), theirs.order_by("therapy").last()
    return Measured(
        client=read.therapy.client,
        therapist=User.objects.get(pk=lead),
        therapy=read.therapy,
        logger=logged.therapy.client,
        logged=logged,
    )
