"""What docs/access.md and docs/limits.md say, out of the code that holds it.

`bin/midweek exec -- python -m tests.security.papers` writes them anew.
"""

import importlib
import os
import pkgutil
from pathlib import Path

import django
from django.conf import settings
from django.utils.translation import override

PROJECT = Path(__file__).resolve().parents[2]
ROOMS = ("accounts", "goals", "homework", "reminders", "records")
WHO = {
    "anyone": "anybody",
    "signed-in": "whoever is signed in",
    "client": "a client",
    "therapist": "a therapist",
    "admin": "an admin",
}
ACCESS = """# Who may do what

Made from `accounts/policy.py`, which is asked before every view; `tests/security/test_papers.py`
keeps it so. An address that is not in the table is shut. Where an address names a therapy, the
person's relation to it decides: *lead* treats, *write* stands in, *read* supervises. Whoever has
none is told that nothing is there. What hangs from a therapy is looked for in it.

| address | is for | looking | sending |
|---|---|---|---|
"""
LIMITS = """# What is taken, and how often

Made from the code; `tests/security/test_papers.py` keeps it so. How long a sign-in lasts:
[sign-in.md](sign-in.md); files: [uploads.md](uploads.md).
"""


def access():
    from accounts import policy

    lines = []
    for name, rule in (policy.RULES | policy.LIBRARY_RULES).items():
        looking, sending = told(rule, "GET"), told(rule, "POST")
        lines.append(f"| {name} | {WHO[rule.hat]} | {looking} | {sending} |")
    return ACCESS + "\n".join(lines) + "\n"


def told(rule, method):
    if not rule.allows(method):
        return ""
    relations = rule.relations(method)
    return ", ".join(sorted(relations)) if relations else "yes"


def limits():
    return "\n".join([LIMITS.rstrip(), "", *tries(), "", *fields()]) + "\n"


def tries():
    yield "## Tries"
    yield ""
    yield "Amount/time/by what: `ip` a network, `key` what is asked about, `user` who asks. One too"
    yield "many is answered by 429 and after what time one may go on."
    yield ""
    yield "| what | limit |"
    yield "|---|---|"
    for name, limit in settings.ACCOUNT_RATE_LIMITS.items():
        yield f"| {name} | {limit} |"
    for name in ("DATA_UPLOAD_MAX_MEMORY_SIZE", "DATA_UPLOAD_MAX_NUMBER_FIELDS"):
        yield f"| {name} | {getattr(settings, name):,} |"
    for name in dir(settings):
        if name.startswith("ACCOUNT_") and name.endswith("_TIMEOUT"):
            yield f"| {name}, seconds | {getattr(settings, name)} |"


def fields():
    yield "## Forms"
    yield ""
    yield "Checked on the server, field by field, then together (`clean` of each form); constraints"
    yield "of the database say the same once more. Fields that depend on the row are not listed."
    yield ""
    yield "| field | is | at most | needed |"
    yield "|---|---|---|---|"
    for form in forms():
        for name, field in form.base_fields.items():
            kind = type(field).__name__.removesuffix("Field")
            needed = "yes" if field.required else ""
            yield f"| {form.__name__}.{name} | {kind} | {longest(field) or ''} | {needed} |"


def longest(field):
    """The most letters, or the highest number, that a field takes."""
    from django.core.validators import MaxLengthValidator, MaxValueValidator

    for validator in field.validators:
        if isinstance(validator, MaxLengthValidator | MaxValueValidator):
            return validator.limit_value
    return None


def forms():
    """Those that views import, and those that the library is told of by name."""
    from django.forms import BaseForm
    from django.urls import get_resolver

    assert get_resolver().url_patterns
    for room in ROOMS:
        for module in pkgutil.walk_packages(importlib.import_module(room).__path__, f"{room}."):
            if ".forms" in module.name:
                importlib.import_module(module.name)
    found = {each for each in below(BaseForm) if each.__module__.split(".")[0] in ROOMS}
    return sorted(found, key=lambda form: (form.__module__, form.__name__))


def below(kind):
    for each in kind.__subclasses__():
        yield each
        yield from below(each)


PAPERS = {"docs/access.md": access, "docs/limits.md": limits}


def write():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    with override(None):
        for path, made in PAPERS.items():
            (PROJECT / path).write_text(made(), encoding="utf-8")


if __name__ == "__main__":
    write()
