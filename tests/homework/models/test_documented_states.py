"""docs/model.md against the models: every arrow drawn works, every arrow not drawn does nothing."""

from itertools import islice

import pytest
from django.db import transaction

from accounts import policy
from tests.cast import gather
from tests.homework.models.diagrams import LIVES, OUTSIDE
from tests.homework.models.lives import ALIVE

WHO = {
    "client": (policy.CLIENT, None),
    "therapist": (policy.THERAPIST, policy.WRITERS),
    "lead": (policy.THERAPIST, policy.LEAD),
    "admin": (policy.ADMIN, None),
    "guest": (policy.ANYONE, None),
}
# A new client has no therapy yet for anybody to stand in a relation to.
NOBODYS_YET = {"client-new"}
STATES = [(life, state) for life in LIVES for state in LIVES[life].states if state != OUTSIDE]
MOMENTS = [(life, state, verb) for life in LIVES for state, verb in LIVES[life].arrows]


@pytest.fixture(scope="module")
def cast(django_db_setup, django_db_blocker):
    """One cast for all: every life is undone after it was lived."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield gather()
        transaction.set_rollback(True)


def lived_to(cast, life, state):
    """The life in that state, the shortest way first; what is then done to it is undone."""
    for path in sorted(LIVES[life].paths(state), key=len):
        with transaction.atomic():
            lived = ALIVE[life](cast)
            if arrives(lived, path):
                yield lived
            transaction.set_rollback(True)


def arrives(lived, path):
    for verb, state in path:
        lived.say(verb)
        if lived.__state__ != state:
            return False
    return True


def test_every_life_is_drawn():
    assert set(LIVES) == set(ALIVE)


@pytest.mark.parametrize("name", LIVES)
def test_every_verb_is_drawn_or_named_and_has_somebody_who_says_it(name):
    life = LIVES[name]
    drawn = {verb for _state, verb in life.arrows}
    assert {verb for verb, _who, _where in life.says} == ALIVE[name].verbs()
    assert drawn <= ALIVE[name].verbs()


@pytest.mark.parametrize(("life", "state", "verb"), MOMENTS)
def test_a_drawn_arrow_leads_where_it_points(cast, life, state, verb):
    drawn, reached = LIVES[life].after(state, verb), set()
    for lived in lived_to(cast, life, state):
        lived.say(verb)
        reached.add(lived.__state__)
        if reached == drawn:
            break
    assert reached == drawn


@pytest.mark.parametrize(("life", "state"), STATES)
def test_where_no_arrow_is_drawn_nothing_changes(cast, life, state):
    births = {verb for state, verb in LIVES[life].arrows if state == OUTSIDE}
    drawn = {verb for at, verb in LIVES[life].arrows if at == state}
    undrawn = sorted(ALIVE[life].verbs() - births - drawn)
    for lived in islice(lived_to(cast, life, state), 2):
        for verb in undrawn:
            lived.say(verb)
            assert lived.__state__ == state, verb


@pytest.mark.parametrize(
    ("verb", "who", "where"),
    [row for life in LIVES.values() for row in life.says if row[1] != "time"],
)
def test_the_policy_lets_those_say_it_who_may(verb, who, where):
    rule, (hat, relations) = policy.RULES[where], WHO[who]
    says = rule.methods["POST" if rule.allows("POST") else "GET"]
    assert rule.hat == hat
    assert says == (None if where in NOBODYS_YET else relations)
