"""An admin never sees what a client wrote: all words of a filled clinic, on every page."""

import re

import pytest

from accounts import policy
from tests.accounts.matrix import addresses
from tests.cast import member, person
from tests.everything import fill

pytestmark = pytest.mark.django_db

# What admins themselves enter or decide by: who it is, who consents, and why somebody stands in.
THEIRS = {"accounts.therapy.client_name", "accounts.therapy.consented_by", "accounts.cover.reason"}
PAGES = sorted(
    {
        each
        for each in addresses()
        if getattr(policy.rule_for(each.name), "hat", "") == policy.ADMIN
    },
    key=lambda address: address.name,
)


@pytest.fixture(scope="module")
def told():
    """Nothing but labels, so that a page that tells one says which."""
    return re.compile(r"canary-([a-z_]+(?:\.[a-z_]+)+)")


def test_no_page_tells_a_clients_words(signed_in, told):
    w = fill(say=lambda label: f"canary-{label}")
    admin = person("boss")
    member(admin, w.clinic, is_admin=True)
    window, seen = signed_in(admin), {}
    for page in PAGES:
        for url in urls(page, w):
            rule = policy.RULES[page.name]
            method = window.get if rule.allows("GET") else window.post
            if rule.allows("GET") or rule.is_question:
                answer = method(url, {"words": "canary"} if rule.is_question else {})
                assert answer.status_code == 200, url
                seen[page.name] = seen.get(page.name, set()) | set(told.findall(text_of(answer)))
    assert {"clinic-therapies", "clinic-therapy", "clinic-audit-file"} <= set(seen)
    assert {name: found - THEIRS for name, found in seen.items() if found - THEIRS} == {}
    assert THEIRS & seen["clinic-therapy"]


def urls(page, w):
    therapies = [{"therapy": each.pk} for each in (w.therapy, w.past, w.invited)]
    values = {"membership": w.memberships[0].pk, "cover": w.cover.pk, "invitation": w.invitation.pk}
    return {page.url(values | therapy) for therapy in therapies}


def text_of(answer):
    return (b"".join(answer) if answer.streaming else answer.content).decode()
