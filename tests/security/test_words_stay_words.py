"""Markup that somebody wrote is shown as the words it is: in every column, on every page."""

import pytest
from django.db import transaction
from django.test import Client

from accounts import policy
from accounts.models import Membership
from tests.accounts.matrix import addresses
from tests.everything import fill

ODD = "<img src=x onerror=alert(1)><script>alert('8Q3X')</script>\"'{{ 7001*7 }}"
CODE = ("<img src=x", "<script>alert", "49007", '"8Q3X')
ADDRESSES = sorted(set(addresses()), key=lambda address: address.name)


@pytest.fixture(scope="module")
def filled(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield fill("odd", lambda label: ODD[:60] if short(label) else ODD)
        transaction.set_rollback(True)


def short(label):
    return label.endswith(("rating_label", "where", "with_whom", "client_name", "consented_by"))


def visitors(w):
    """The client, and a therapist who is an admin too."""
    Membership.objects.filter(user=w.lead).update(is_admin=True)
    for user in (w.lead, w.client):
        user.name = ODD[:60]
        user.save(update_fields=["name"])
    w.clinic.name = ODD[:60]
    w.clinic.save(update_fields=["name"])
    for user in (w.client, w.lead):
        visitor = Client()
        visitor.force_login(user)
        yield visitor


def objects(w):
    return {
        "therapy": w.therapy.pk,
        "record": w.therapy.pk,
        "assignment": w.assignment.pk,
        "entry": w.entry.pk,
        "plan": w.next_plan.pk,
        "proposal": w.proposal.pk,
        "review": w.review.pk,
        "report": w.report.pk,
        "goal": w.goal.pk,
        "step": w.step.pk,
        "session": w.session.pk,
        "given": w.given.pk,
        "result": w.result.pk,
        "flag": w.flag.pk,
        "membership": w.memberships[0].pk,
        "form": "log",
        "subject": w.assignment.pk,
    }


def test_markup_that_somebody_wrote_is_shown_as_words(filled):
    known, seen = objects(filled), 0
    for visitor in visitors(filled):
        for address in ADDRESSES:
            if policy.rule_for(address.name).allows("GET") and set(address.arguments) <= set(known):
                with transaction.atomic():
                    answer = visitor.get(address.url(known))
                    transaction.set_rollback(True)
                if answer.get("Content-Type", "").startswith("text/html"):
                    seen += "&lt;img src=x" in answer.text
                    assert not [code for code in CODE if code in answer.text], address.name
    # It stood there to be found.
    assert seen > 20
