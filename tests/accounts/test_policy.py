"""One policy table: the resolver is walked, and an address the table does not know fails.

Each address is asked with each method by each role for objects of two clients of one clinic, of
one of another clinic, and of nobody. Whoever is refused has changed nothing; neither has looking.
"""

import pytest
from django.db import transaction

from accounts import policy
from tests.accounts.matrix import (
    DONE,
    LOOKING,
    METHODS,
    OWNERS,
    ROLES,
    addresses,
    expected,
)
from tests.accounts.world import REDIRECTS, SAYS_401, World
from tests.conftest import CELLS
from tests.written import Written

ALL = sorted(set(addresses()), key=lambda address: address.name)
OURS = [address for address in ALL if address.name not in policy.LIBRARY_RULES]
LIBRARYS = [address for address in ALL if address.name in policy.LIBRARY_RULES]
HATS = (policy.ANYONE, policy.SIGNED_IN, policy.CLIENT, policy.THERAPIST, policy.ADMIN)
# Looking at these is reading: that it was read is kept, and why somebody needs a look with it.
READ = {"homework_practiceentry", "homework_weekreport", "homework_measureresult"}
WHY = "homework_attention"
NOTED = {
    "caseload": {WHY},
    "caseload-next": {WHY},
    "client-page": {WHY, *READ},
    "entry": {"homework_entryfeedback"},
    "entry-feedback": {WHY, *READ},
    "feedback": {"homework_review"},
    "flag": {WHY, *READ},
    "measures": {WHY, *READ},
    "review": {WHY, *READ},
    "session-pdf": {WHY, *READ},
    "session-sheet": {WHY, *READ},
    "summary": {WHY, *READ},
}


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        made = World()
        made.written = Written()
        yield made
        transaction.set_rollback(True)


def test_every_address_has_a_rule():
    unknown = [address.name for address in ALL if policy.rule_for(address.name) is None]
    assert unknown == []


def test_every_rule_has_an_address():
    local_only = {"mailbox", "mailbox-letter"}
    assert set(policy.RULES) - {address.name for address in ALL} <= local_only


@pytest.mark.parametrize("owner", OWNERS)
@pytest.mark.parametrize("hat", HATS)
def test_every_cell(hat, owner, world, record_property):
    asked = [address for address in OURS if policy.rule_for(address.name).hat == hat]
    wrong, cells = [], 0
    for address, role, method in each_cell(asked, owner):
        cells += 1
        allowed = expected(address, policy.rule_for(address.name), method, role, owner)
        if address.name in REDIRECTS and 200 in allowed:
            allowed = allowed | {302}
        if address.name in SAYS_401 and ROLES[role].is_nobody and method in LOOKING:
            allowed = {401}
        url = address.url(world.objects[owner])
        wrong += complaints(world, role, method, url, allowed, (address.name, owner))
    record_property(CELLS, cells)
    assert not wrong, "\n".join(wrong)


def each_cell(asked, owner):
    """GET and POST for each owner; the other methods, and addresses without an object, once."""
    for address in asked:
        if owner == "cleo" or address.arguments:
            for role in ROLES:
                for method in METHODS if owner == "cleo" else ("GET", "POST"):
                    yield address, role, method


def complaints(world, role, method, url, allowed, cell):
    answer, written = world.ask(role, method, url).status_code, world.written.since()
    told = f"{method} {' of '.join(cell)} as {role}: {answer}"
    if answer not in allowed:
        yield f"{told}, not {sorted(allowed)}"
    may_write = method not in LOOKING and not allowed.isdisjoint(DONE - {302})
    if not may_write and written - NOTED.get(cell[0], set()):
        yield f"{told} and wrote {written}"


LENIENT = DONE | {400, 401, 403, 404, 405, 410}


def test_the_librarys_pages(world, record_property):
    """What they do is theirs (tests/accounts/test_sign_in.py holds how they are set up here):
    whoever is nobody reaches none that asks for a person, and looking changes nothing."""
    wrong, cells = [], 0
    for address, role, method in each_cell(LIBRARYS, "cleo"):
        cells += 1
        rule = policy.rule_for(address.name)
        allowed = expected(address, rule, method, role, "nobody")
        if allowed == {405}:
            # Theirs may ask who somebody is before they say no.
            allowed = {302, 405}
        elif allowed != {302}:
            allowed = LENIENT
        url = address.url({"pk": 1})
        wrong += complaints(world, role, method, url, allowed, (address.name, "one's own"))
    record_property(CELLS, cells)
    assert not wrong, "\n".join(wrong)


# Two objects in one address: the therapy is one's own, what hangs from it is another's.
NESTED = [a for a in OURS if "therapy" in a.arguments and len(a.arguments) > 1]


@pytest.mark.parametrize("owner", ["carl", "zack", "nobody"])
def test_what_hangs_from_a_therapy_is_looked_for_in_that_therapy(owner, world, record_property):
    wrong, cells = [], 0
    for address in NESTED:
        values = world.objects[owner] | {"therapy": world.objects["cleo"]["therapy"]}
        for role in ("tess", "will", "vera"):
            for method in ("GET", "HEAD", "POST"):
                cells += 1
                allowed = expected(address, policy.rule_for(address.name), method, role, "cleo")
                allowed = {404} if allowed & (DONE) else allowed
                cell = (address.name, f"{owner} in one's own")
                wrong += complaints(world, role, method, address.url(values), allowed, cell)
    record_property(CELLS, cells)
    assert not wrong, "\n".join(wrong)
