"""Help is one press away: on every page of a client, at the sign-in and where something broke."""

import gzip

import pytest
from django.template.loader import render_to_string

from accounts import policy
from tests.accounts.matrix import addresses
from tests.accounts.objects import objects

pytestmark = pytest.mark.django_db
HELP = 'href="/help/"'
OWN_HATS = {policy.CLIENT, policy.SIGNED_IN, policy.ANYONE}


def pages_of(client, cast):
    """Every page that Cleo can open, by its name."""
    values = objects(cast)
    for address in addresses():
        rule = policy.rule_for(address.name)
        if rule is None or rule.hat not in OWN_HATS or not rule.allows("GET"):
            continue
        if address.name == "account_logout" or set(address.arguments) - set(values):
            continue
        answer = client.get(address.url(values))
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            yield address.name, answer.content.decode()


def test_every_page_of_a_client_has_it(cast, signed_in):
    pages = dict(pages_of(signed_in(cast.cleo), cast))
    assert {"today", "goals", "toolbox", "history", "report", "me", "entry"} <= set(pages)
    assert [name for name, page in pages.items() if HELP not in page and name != "leave"] == []


def test_so_has_every_page_after_the_end(cast, signed_in):
    client = signed_in(cast.cleo)
    cast.therapy.end(by=cast.tess)
    ended = f"/me/therapies/{cast.therapy.pk}/"
    for url in (ended, "/today/", "/goals/", "/toolbox/", "/history/", "/me/"):
        assert HELP in client.get(url).text, url


def test_so_have_the_front_page_and_the_sign_in(client, cast):
    for url in ("/", "/accounts/login/"):
        assert HELP in client.get(url).text


@pytest.mark.parametrize("status", [400, 403, 404, 429, 500])
def test_so_has_every_page_that_says_no(status):
    assert HELP in render_to_string(f"{status}.html")


def test_the_page_is_small_and_needs_no_script(signed_in, cast):
    page = signed_in(cast.cleo).get("/help/")
    assert 'href="tel:' in page.text and "hx-" not in page.text
    assert len(gzip.compress(page.content)) < 4000
