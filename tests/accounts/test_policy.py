"""One policy table: the resolver is walked, and an address the table does not know fails."""

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from accounts import policy
from tests.accounts.matrix import ROLES, addresses, expected
from tests.accounts.world import REDIRECTS, SAYS_401, objects, owners

ALL = sorted(set(addresses()), key=lambda address: address.name)
# allauth tests its own pages; test_sign_in.py holds how they are set up here.
OURS = [address for address in ALL if address.name not in policy.LIBRARY_RULES]
HATS = (policy.ANYONE, policy.SIGNED_IN, policy.CLIENT, policy.THERAPIST, policy.ADMIN)


def test_every_address_has_a_rule():
    unknown = [address.name for address in ALL if policy.rule_for(address.name) is None]
    assert unknown == []


def test_every_rule_has_an_address():
    local_only = {"mailbox", "mailbox-letter"}
    assert set(policy.RULES) - {address.name for address in ALL} <= local_only


@pytest.mark.django_db
@pytest.mark.parametrize("hat", HATS)
def test_every_cell(hat, cast):
    visitors, values, wrong = sign_in(cast), objects(cast), []
    for address in OURS:
        rule = policy.RULES.get(address.name)
        if rule and rule.hat == hat:
            wrong += wrong_cells(address, rule, visitors, address.url(values))
    assert wrong == []


def wrong_cells(address, rule, visitors, url):
    own = owners(address, rule)
    for role in ROLES:
        for method in ("GET", "POST", "DELETE") if role == "tess" else ("GET", "POST"):
            allowed = expected(rule, method, role, own)
            if address.name in REDIRECTS and 200 in allowed:
                allowed = allowed | {302}
            if address.name in SAYS_401 and role == "anonymous" and method == "GET":
                allowed = {401}
            answer = ask(visitors[role], method, url)
            if answer not in allowed:
                yield f"{method} {address.name} as {role}: {answer}, not {sorted(allowed)}"


def ask(visitor, method, url):
    """Every cell starts from the same world: what a request wrote is rolled back,
    and rate limits begin anew."""
    cache.clear()
    with transaction.atomic():
        answer = visitor.generic(method, url).status_code
        transaction.set_rollback(True)
    return answer


def sign_in(cast):
    """{role: a test client signed in as that member of the cast}."""
    visitors = {role: Client(raise_request_exception=False) for role in ROLES}
    for role, visitor in visitors.items():
        if role != "anonymous":
            visitor.force_login(getattr(cast, role))
    return visitors
