"""What the room of records hangs into /me/, the toolbox and the clinic's page about data."""

from django.db.models import F, Q

from accounts import sections
from accounts.models import Therapy
from records.farewell import not_reached
from records.models import Brought, Erasure

MOST = 50
WAITS = Q(client__erasures__undone_at=None, client__erasures__done_at=None)


def mine(request):
    """For clients: the way to a copy of everything, and to its end, with its day once asked for."""
    return {"waits": Erasure.objects.waiting_of(request.user)} if request.hats.client else None


def in_toolbox(request):
    """Skills from elsewhere, told apart from what is counted here: the newest word on each."""
    found = Brought.objects.filter(therapy__client=request.user, kind=Brought.Kind.SKILL)
    newest = {(one.origin, one.title): one for one in found.order_by("at", "pk")}
    return {"skills": list(newest.values())} if newest else None


def of_clinic(request):
    """Whose wish waits, whom nothing has told that their years are over soon, and until when
    records are locked away; of these nothing else."""
    here = Therapy.objects.filter(clinic=request.clinic)
    wishes = here.filter(WAITS, client__erasures__isnull=False).annotate(
        asked_at=F("client__erasures__asked_at"), due_at=F("client__erasures__due_at")
    )
    locked = here.locked_away().order_by("locked_away_until")
    return {
        "not_reached": not_reached(request.clinic)[:MOST],
        "wishes": wishes.order_by("due_at")[:MOST],
        "locked_away": locked.values_list("locked_away_until", flat=True)[:MOST],
        "more": max(locked.count() - MOST, 0),
    }


def register():
    sections.register("me", "records", "records/me_section.html", mine)
    sections.register("toolbox", "brought", "records/toolbox_section.html", in_toolbox)
    sections.register("data", "records", "records/data_section.html", of_clinic)
