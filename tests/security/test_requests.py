"""What is sent is not believed: no form is taken without its token, no field that was not asked
for changes anything, and nothing that is typed breaks a page."""

from contextlib import contextmanager
from unittest.mock import patch

import pytest
from django.test import Client
from django.utils.datastructures import MultiValueDict

from accounts import policy
from accounts.models import Membership, User
from tests.accounts.matrix import addresses
from tests.written import Written

ADDRESSES = sorted(set(addresses()), key=lambda address: address.name)
FORMS = [each for each in ADDRESSES if "POST" in policy.rule_for(each.name).methods]
WEARS = {policy.CLIENT: "cleo", policy.THERAPIST: "tess", policy.ADMIN: "ada"}
HOW = {"secure": True, "headers": {"host": "midweek.example.org"}}
# Each proves in another way whose it is (tests/security/test_source.py).
NO_TOKEN = {"stop", "mail-events"}


def role_for(address):
    return WEARS.get(policy.rule_for(address.name).hat, "cleo")


@pytest.fixture
def strict(world):
    """The same visitors, whose forms need their token."""
    for visitor in world.visitors.values():
        visitor.handler.enforce_csrf_checks = True
    yield world
    for visitor in world.visitors.values():
        visitor.handler.enforce_csrf_checks = False


def test_no_form_is_taken_without_its_token(strict):
    values, taken, written = {"pk": 1, **strict.objects["cleo"]}, [], Written()
    for address in FORMS:
        answer = strict.ask(role_for(address), "POST", address.url(values), {"x": "1"}, **HOW)
        wrote = written.since()
        if wrote or answer.status_code not in (401, 403, 404, 405):
            taken.append(f"{address.name}: {answer.status_code}")
    assert {each.split(":")[0] for each in taken} <= NO_TOKEN


@pytest.mark.parametrize("kind", ["text/plain", "application/json"])
def test_nor_in_another_shape(strict, kind):
    data = '{"note": "x"}'
    url = f"/today/{strict.objects['cleo']['assignment']}/entries/"
    answer = strict.ask("cleo", "POST", url, data, content_type=kind, **HOW)
    assert answer.status_code in (401, 403)


# What a page might mistake for something else: SQL, a pattern, a template, a path, a letter that
# the database has not, one that was encoded twice.
ODD = [
    "' OR 1=1 --",
    '"; DROP TABLE accounts_user; --',
    ".*(",
    "{{ 7*7 }}{% debug %}",
    "{0.__class__}%s%n",
    "../../etc/passwd",
    "a\x00b",
    "%253Cscript%253E",
    "-1",
    "9" * 400,
    "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    "é\u202e\ufeff",
    "<script>alert(1)</script>",
]


@pytest.fixture(scope="module")
def asked(world):
    """{(method, address name): the names of what its view reads}, found by watching it read."""
    found, values = {}, {"pk": 1, **world.objects["cleo"]}
    for address in ADDRESSES:
        for method in {"GET", "POST"} & set(policy.rule_for(address.name).methods):
            with watched() as names:
                world.ask(role_for(address), method, address.url(values), {"x": "1"}, **HOW)
            found[method, address.name] = names - {"csrfmiddlewaretoken", "x"}
    return found


@contextmanager
def watched():
    names, get, getlist = set(), MultiValueDict.__getitem__, MultiValueDict._getlist

    def note(method):
        def noting(self, name, *args, **kwargs):
            names.add(name)
            return method(self, name, *args, **kwargs)

        return noting

    with (
        patch.object(MultiValueDict, "__getitem__", note(get)),
        patch.object(MultiValueDict, "_getlist", note(getlist)),
    ):
        yield names


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_an_odd_address_breaks_no_page_and_is_not_said_back_as_code(odd, world, asked):
    values = world.objects["cleo"]
    for address in ADDRESSES:
        names = asked.get(("GET", address.name))
        if names and address.name in policy.RULES:
            data = dict.fromkeys(names, odd)
            answer = world.ask(role_for(address), "GET", address.url(values), data, **HOW)
            assert answer.status_code != 500, address.name
            assert not answer.get("Content-Type", "").startswith("text/html") or (
                "<script>alert" not in answer.text and "49{% debug" not in answer.text
            ), address.name


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_an_odd_field_breaks_no_form(odd, world, asked):
    """Every field that a view reads, filled with it."""
    values = world.objects["cleo"]
    for address in FORMS:
        if address.name in policy.RULES:
            data = dict.fromkeys(asked["POST", address.name], odd)
            answer = world.ask(role_for(address), "POST", address.url(values), data, **HOW)
            assert answer.status_code < 500, address.name


POWERS = {
    "is_staff": "on",
    "is_superuser": "on",
    "is_active": "on",
    "is_admin": "on",
    "is_therapist": "on",
    "role": "admin",
    "id": "1",
    "pk": "1",
    "user": "1",
    "lead": "1",
    "client": "1",
    "therapy": "1",
    "clinic_id": "1",
    "client_id": "1",
    "__proto__": "1",
}


def test_fields_that_nobody_asked_for_change_nothing(world):
    rows = powers()
    for path in ("/me/", "/me/zone/"):
        for role in ("cleo", "tess", "emil"):
            data = {"name": "N", "time_zone": "Europe/Paris", "language": "de"} | POWERS
            with_power = world.visitors[role].post(path, data, **HOW)
            assert with_power.status_code in (302, 422)
    assert powers() == rows


def powers():
    people = User.objects.values_list("pk", "is_staff", "is_superuser", "is_active", "email")
    places = Membership.objects.values_list("user", "clinic", "is_admin", "is_therapist")
    return set(people), set(places)


def test_two_values_of_one_name_are_checked_as_one(world):
    """The last one counts, for the check and for what is done."""
    mine, others = (world.objects[owner]["exercise"] for owner in ("cleo", "zack"))
    url = f"/caseload/{world.objects['cleo']['therapy']}/plan/assignments/"
    data = {"exercise": [str(mine), str(others)]}
    written = Written()
    answer = world.ask("tess", "POST", url, data, **HOW)
    assert answer.status_code == 422 and "homework_assignment" not in written.since()


def test_another_scheme_or_host_is_no_link(world):
    for link in ("javascript:alert(1)", "data:text/html,x", "//evil.test/", "http://plain.test/"):
        data = {"title": "T", "new_skill": "S", "whose": "own", "link": link}
        data["usual_count"] = "3"
        answer = world.ask("tess", "POST", "/library/new/", data, **HOW)
        assert answer.status_code == 422 and "https://" in answer.text


def test_nobody_is_led_away(world):
    """Pages that lead on take an address of ours, or lead home."""
    for outside in ("https://evil.test/", "//evil.test/", "/\\evil.test", "https:evil.test"):
        for path in ("/accounts/login/", "/unlock/", "/language/"):
            data = {"next": outside, "language": "de"}
            answer = Client().post(path, data, **HOW)
            place = answer.headers.get("Location", "/")
            assert "evil.test" not in place.split("?")[0], (path, place)
