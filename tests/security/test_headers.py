"""What each answer says beside its content, as production says it: every address as whoever may
open it and as nobody, every error page, every file."""

import re

import pytest
from django.test import Client

from accounts import policy
from accounts.middleware.no_trace import mark_of_leave
from tests.accounts.matrix import addresses

ADDRESSES = sorted(set(addresses()), key=lambda address: address.name)
HOST = "midweek.example.org"
# From another page, over TLS.
ASKED = {"secure": True, "headers": {"host": HOST, "origin": "https://elsewhere.example.org"}}
WEARS = {policy.CLIENT: "cleo", policy.THERAPIST: "tess", policy.ADMIN: "ada"}
PUBLIC = ("/sw.js", "/manifest.webmanifest", "/offline/")
YEAR = 365 * 24 * 3600


@pytest.fixture(scope="module")
def answers(world):
    """[(told, answer), …]: each address, and a file."""
    return [*of_addresses(world), *of_errors(world)]


def of_addresses(world):
    values = {"pk": 1, **world.objects["cleo"]}
    for address in ADDRESSES:
        rule = policy.rule_for(address.name)
        url = address.url(values)
        for role in {"anonymous", WEARS.get(rule.hat, "cleo")}:
            for method in ("GET", "POST"):
                told = f"{method} {address.name} as {role}"
                yield told, world.ask(role, method, url, **ASKED), role


def of_errors(world):
    too_many = {f"field-{number}": "1" for number in range(600)}
    for role in ("anonymous", "cleo"):
        for told, method, path, data in (
            ("404", "GET", "/nowhere/", None),
            ("405", "DELETE", "/help/", None),
            ("400", "POST", "/language/", too_many),
            ("file", "GET", "/static/css/tokens.css", None),
            ("no file", "GET", "/static/css/", None),
        ):
            yield told, world.ask(role, method, path, data, **ASKED), role
    yield "403", world.ask("cleo", "GET", "/caseload/", **ASKED), "cleo"


def each(answers, complaint):
    found = [(told, complaint(answer, role)) for told, answer, role in answers]
    return [f"{told} ({what})" for told, what in found if what]


def lacks(name, value):
    def complaint(answer, _role):
        said = answer.headers.get(name)
        return None if said == value else f"{name}: {said}"

    return complaint


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("X-Frame-Options", "DENY"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Access-Control-Allow-Origin", None),
        ("Server", None),
        ("X-Powered-By", None),
    ],
)
def test_every_answer_says(name, value, answers):
    assert each(answers, lacks(name, value)) == []


def test_every_answer_asks_for_tls_from_now_on(answers):
    def complaint(answer, _role):
        said = answer.headers.get("Strict-Transport-Security", "max-age=0")
        age = int(re.search(r"max-age=(\d+)", said)[1])
        return age < YEAR or "includeSubDomains" not in said

    assert each(answers, complaint) == []


def test_every_answer_lets_a_page_load_and_run_what_is_ours_alone(answers):
    def complaint(answer, _role):
        said = answer.headers.get("Content-Security-Policy", "")
        rules = dict(rule.strip().split(" ", 1) for rule in said.split(";") if " " in rule.strip())
        tight = all(rules.get(name) == "'none'" for name in NOTHING)
        loose = [value for value in rules.values() if re.search(r"unsafe|\*|https?:", value)]
        return not tight or loose or rules.get("script-src", "'self'") != "'self'"

    assert each(answers, complaint) == []


# Nothing stands for objects too: they fall back on default-src.
NOTHING = ("default-src", "base-uri", "frame-ancestors")


def test_what_has_words_says_which_letters_it_is_in(answers):
    def complaint(answer, _role):
        kind = answer.headers.get("Content-Type", "")
        has_body = answer.streaming or answer.content
        worded = kind.startswith("text/")
        return (has_body and not kind) or (worded and "utf-8" not in kind and kind)

    assert each(answers, complaint) == []


def test_no_cache_keeps_what_somebody_signed_in_is_shown(answers):
    def complaint(answer, role):
        said = answer.headers.get("Cache-Control", "")
        return role != "anonymous" and "no-store" not in said and not is_public(answer) and said

    assert each(answers, complaint) == []


def is_public(answer):
    """The same for everybody: files, and what a phone needs before anybody signs in. A calendar
    program keeps what it was given, whatever it is told: nothing in it says what it is about."""
    path = answer.request["PATH_INFO"]
    return path.startswith(("/static/", "/calendar/")) or path in PUBLIC


def test_cookies_are_sent_over_tls_to_this_host_and_no_script_reads_them(answers):
    def complaint(answer, _role):
        return [cookie.OutputString() for cookie in answer.cookies.values() if is_loose(cookie)]

    assert each(answers, complaint) == []


def is_loose(cookie):
    """Not of one that is taken away: it holds nothing."""
    tight = cookie["secure"] and cookie["httponly"] and cookie["path"] == "/"
    tight = tight and cookie["samesite"] in ("Lax", "Strict") and not cookie["domain"]
    tight = tight and cookie.key.startswith("__Host-") and len(cookie.OutputString()) <= 4096
    return cookie.value and not tight


def test_the_mark_of_leave_is_this_hosts_and_goes_over_tls(production):
    """A script writes it, as the button is told to; taken away by the next answer."""
    name, *rules = mark_of_leave().split("; ")
    assert name == "__Host-left=1" and {"path=/", "samesite=strict", "secure"} < {*rules}
    assert not [rule for rule in rules if rule.startswith("domain")]
    client = Client()
    client.cookies["__Host-left"] = "1"
    gone = client.get("/offline/", **ASKED).cookies["__Host-left"]
    assert gone["max-age"] == 0 and gone["secure"] and gone["path"] == "/"


def test_the_key_of_a_session_stands_nowhere_else(world):
    for role in ("cleo", "tess", "ada"):
        key = world.visitors[role].cookies["__Host-session"].value
        for path in ("/me/", "/help/", "/sw.js", "/signed-in-again/"):
            assert key not in world.ask(role, "GET", path, **ASKED).text


def test_pages_lead_to_tls_and_machines_are_let_through(production):
    plain = Client(headers={"host": HOST})
    assert plain.get("/").headers["Location"] == f"https://{HOST}/"
    assert plain.get("/healthz").status_code == 200


def test_another_host_is_refused(production):
    assert Client().get("/", secure=True, headers={"host": "evil.test"}).status_code == 400
