"""What the code never does: dangerous calls are looked for in its source, with the few exceptions
named and why they are harmless."""

import ast
import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
ROOMS = ("accounts", "goals", "homework", "reminders", "records", "config")
# The launcher starts servers on the machine of whoever works here; no page reaches it.
NO_PAGE = ("config/launcher/", "config/management/", "/migrations/", "homework/demo/")


def sources():
    for room in ROOMS:
        for path in sorted((PROJECT / room).rglob("*.py")):
            name = str(path.relative_to(PROJECT))
            if not any(part in name for part in NO_PAGE):
                yield name, ast.parse(path.read_text(encoding="utf-8"))


SOURCES = list(sources())


def called(tree):
    """Dotted names of what is called: "eval", "os.system", "rows.raw"."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func) if is_dotted(node.func) else f"….{last_of(node.func)}"


def is_dotted(node):
    return isinstance(node, ast.Name) or (isinstance(node, ast.Attribute) and is_dotted(node.value))


def last_of(node):
    return node.attr if isinstance(node, ast.Attribute) else ""


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def who_calls(pattern):
    wanted = re.compile(pattern)
    return {name for name, tree in SOURCES if any(map(wanted.fullmatch, called(tree)))}


def who_imports(pattern):
    wanted = re.compile(pattern)
    return {name for name, tree in SOURCES if any(map(wanted.fullmatch, imported(tree)))}


def test_nothing_is_decoded_a_second_time():
    # Addresses of servers, in the operator's environment.
    assert who_calls(r"(.*\.)?(unquote|unquote_plus|unescape)") == {
        "config/env.py",
        "config/mail_url.py",
    }


def test_html_is_made_by_templates():
    # Icons and dots out of our own files; words that Django has escaped already.
    known = {"config/templatetags/midweek.py", "config/folding/asked.py"}
    assert who_calls(r"(.*\.)?(mark_safe|format_html|format_html_join)") == known


def test_sql_is_written_by_django_or_stands_in_a_constant():
    # Functions of the database, told by name, with the token as a value.
    known = {
        "accounts/models/invitation.py",
        "reminders/models/calendar_address.py",
        "reminders/models/recipient.py",
    }
    assert who_calls(r".*\.(raw|extra)") == known
    # Which role may do what, with names out of the catalog, quoted; Django's words for an index;
    # one statement for each table, with the names of our own models.
    assert {name for name, tree in SOURCES for call in executes(tree) if is_made(call)} == {
        "accounts/ground/renewing.py",
        "accounts/ground/without_index.py",
        "config/grants.py",
        "config/row_security/__init__.py",
    }


def executes(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and last_of(node.func) in ("execute", "executemany", "raw"):
            yield node


def is_made(call):
    """Whether the statement is put together on the spot, where words might get into it."""
    return call.args and isinstance(call.args[0], ast.JoinedStr | ast.BinOp | ast.Call)


@pytest.mark.parametrize(
    "module",
    ["subprocess", "pickle", "marshal", "shelve", "yaml", "dill", "telnetlib", "ftplib", "ldap.*"],
)
def test_no_page_needs(module):
    assert who_imports(module) == set()


def test_no_xml_is_read():
    assert who_imports(r"(xml|lxml|defusedxml)(\..*)?") == set()


def test_no_text_becomes_code():
    # Templates of ours, compiled; what a template says is written as text.
    assert who_calls(r"eval|exec|compile|__import__|os\.(system|popen)") == {
        "config/folding/writing.py"
    }


def test_no_words_become_a_template_or_a_pattern():
    assert who_calls(r"(.*\.)?(Template|from_string)") == set()
    # A mark of the language between thousands, escaped.
    made = {name for name, tree in SOURCES for call in patterns(tree) if not is_fixed(call)}
    assert made == {"homework/worksheet/kinds.py"}


def patterns(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."):
            yield node


def is_fixed(call):
    """A text in the source, names in capitals in it; or nothing but an escaping."""
    first = call.args[0]
    parts = first.values if isinstance(first, ast.JoinedStr) else [first]
    names = [part.value if isinstance(part, ast.FormattedValue) else part for part in parts]
    fixed = [
        isinstance(one, ast.Constant) or (isinstance(one, ast.Name) and one.id.isupper())
        for one in names
    ]
    return last_of(call.func) == "escape" or all(fixed)


def test_chance_is_no_secret():
    # How long to wait before another try.
    assert who_imports("random") == {"accounts/models/outgoing.py"}


def test_ciphers_and_signatures_stand_in_few_files():
    assert who_imports(r"(cryptography|hmac|nacl|Crypto)(\..*)?") == {
        "accounts/ground/keyring.py",  # what people write
        "reminders/channels/web_push.py",  # RFC 8291 and 8292
        "reminders/models/vapid_key.py",  # the server's key for push services
    }


def test_no_weak_digest():
    assert who_calls(r"(.*\.)?(md5|sha1)") == set()


def test_who_speaks_to_another_server_says_how_long_and_checks_who_answers():
    assert who_imports(r"(requests|urllib\.request|http\.client|httpx|aiohttp|socket)") == {
        "reminders/channels/push.py"
    }
    for name, tree in SOURCES:
        for node in ast.walk(tree):
            if isinstance(node, ast.keyword) and node.arg == "verify":
                assert ast.unparse(node.value) != "False", name


def test_forms_and_rows_name_what_they_take():
    told = "\n".join(ast.unparse(tree) for _name, tree in SOURCES)
    assert "'__all__'" not in told
    assert not re.search(r"\*\*(dict\()?request\.(POST|GET)", told)


def test_only_machines_that_prove_themselves_need_no_form_token():
    decorated = {
        f"{name}:{node.name}"
        for name, tree in SOURCES
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        if any(ast.unparse(each) == "csrf_exempt" for each in node.decorator_list)
    }
    assert decorated == {
        "reminders/views/press.py:stop",
        "reminders/views/mail_events.py:mail_events",
        "reminders/views/health.py:metrics",
    }


# --- pages and scripts ---

TEMPLATES = sorted((PROJECT / "templates").rglob("*.html"))
SCRIPTS = sorted((PROJECT / "static").rglob("*.js"))


def lines_with(paths, pattern):
    wanted = re.compile(pattern)
    return {
        f"{path.relative_to(PROJECT)}: {found.group(0)}"
        for path in paths
        for found in wanted.finditer(path.read_text(encoding="utf-8"))
    }


def test_pages_escape_and_run_nothing_of_their_own():
    assert lines_with(TEMPLATES, r"\|\s*safe\b|autoescape\s+off|javascript:") == set()
    assert lines_with(TEMPLATES, r"\son[a-z]+=\"|\sstyle=\"") == set()
    data = r"type=\"application/json\""
    assert lines_with(TEMPLATES, rf"<script(?![^>]*\b(?:src=|{data}))") == set()


def test_values_in_attributes_stand_in_quotes():
    assert lines_with(TEMPLATES, r"\s[a-z-]+=\{\{") == set()


def test_pages_load_nothing_from_elsewhere():
    paths = [*TEMPLATES, *SCRIPTS, *(PROJECT / "static").rglob("*.css")]
    elsewhere = lines_with(
        paths, r"(?:src|href|url\(|import|fetch\()\s*[=(]?\s*[\"']?(?:https?:)?//\S+"
    )
    assert elsewhere == set()


def test_scripts_put_words_in_as_text():
    told = lines_with(SCRIPTS, r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(")
    # A fixed paragraph, whose words come after as text.
    assert told == {"static/js/unsent.js: insertAdjacentHTML"}


def test_a_script_sets_one_cookie_as_the_server_says_it():
    assert lines_with(SCRIPTS, r"document\.cookie|cookieStore") == {
        "static/js/leave-now.js: document.cookie"
    }


def test_a_script_asks_no_other_window_and_answers_none():
    """Messages go between our pages and our own worker, which only our origin can reach."""
    assert lines_with(SCRIPTS, r"window\.addEventListener\(\"message\"|parent\.|opener\b") == set()


def test_passwords_may_be_pasted():
    assert lines_with([*TEMPLATES, *SCRIPTS], r"onpaste|\"paste\"") == set()
