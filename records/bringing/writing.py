"""Writes the chosen pieces into a therapy, in one transaction."""

from django.db import transaction
from django.utils import timezone

from accounts.models import AuditEvent, Therapy
from goals.models import EndGoal
from records.models import Brought


class HasEnded(Exception):
    """Between the page and the press."""


@transaction.atomic
def bring(therapy, pieces, *, by):
    """Goals become goals here, with steps still to be agreed on; the rest is kept to be read.

    What is here already is not written again: a file that comes twice changes nothing. Of goals
    with one title, the first becomes a goal here. Gives how many pieces are new.
    """
    therapy.lock()
    if not Therapy.objects.open().of_client(by).filter(pk=therapy.pk).exists():
        raise HasEnded
    before = [(row.kind, row.facts) for row in therapy.brought.all()]
    goals = {facts["title"] for kind, facts in before if kind == "goal"}
    new = 0
    for piece in pieces:
        if (piece.kind, piece.facts) in before:
            before.remove((piece.kind, piece.facts))
            continue
        if piece.kind == "goal" and piece.title not in goals:
            bring_goal(therapy, piece.facts, by)
            goals.add(piece.title)
        Brought.objects.create(
            clinic_id=therapy.clinic_id,
            therapy=therapy,
            kind=piece.kind,
            origin=piece.origin,
            facts=piece.facts,
            by=by,
        )
        new += 1
    if new:
        therapy.brought_at = timezone.now()
        therapy.save(update_fields=["brought_at"])
        AuditEvent.record(by, "record.brought", therapy, pieces=new)
    return new


def bring_goal(therapy, facts, by):
    words = {name: facts[name] for name in ("title", "why", "how_known")}
    goal = EndGoal.name(therapy, **words, by=by)
    for each in facts["steps"]:
        step = goal.add_step(each["title"], by=by)
        if each["closed_as"]:
            step.close(each["closed_as"], by=by)
    if facts["closed_as"]:
        goal.close(facts["closed_as"], by=by)
