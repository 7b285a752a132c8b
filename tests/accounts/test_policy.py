"""One policy table: the resolver is walked, and an address the table does not know fails."""

import pytest

from accounts import policy
from tests.accounts.matrix import METHODS, ROLES, addresses, expected
from tests.accounts.world import objects, owners, redirects

ALL = sorted(set(addresses()), key=lambda address: address.name)
# allauth tests its own pages; test_sign_in.py holds how they are set up here.
OURS = [address for address in ALL if address.name not in policy.LIBRARY_RULES]


def test_every_address_has_a_rule():
    unknown = [address.name for address in ALL if policy.rule_for(address.name) is None]
    assert unknown == []


def test_every_rule_has_an_address():
    local_only = {"mailbox", "mailbox-letter"}
    assert set(policy.RULES) - {address.name for address in ALL} <= local_only


@pytest.mark.django_db
@pytest.mark.parametrize("address", OURS, ids=lambda address: address.name)
def test_every_cell(address, cast, client, subtests):
    rule, url = policy.RULES[address.name], address.url(objects(cast))
    own = owners(address)
    for role in ROLES:
        for method in METHODS:
            with subtests.test(role=role, method=method):
                answer = ask(client, cast, role, method, url)
                allowed = expected(rule, method, role, address, own)
                if method == "GET" and address.name in redirects:
                    allowed = allowed | {302} if 200 in allowed else allowed
                assert answer in allowed


def ask(client, cast, role, method, url):
    client.logout()
    if role != "anonymous":
        client.force_login(getattr(cast, role))
    return client.generic(method, url).status_code
