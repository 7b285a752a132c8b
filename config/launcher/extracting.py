"""Collects what is marked for translation, without GNU gettext, which is not on every machine."""

import ast
import re
from pathlib import Path
from typing import NamedTuple

import polib
from django.utils.translation.template import templatize

ROOMS = ("accounts", "goals", "homework", "reminders", "records", "config")
# Read by nobody but the developers, and by the operator of a server.
UNSEEN = ("templates/dev/", "config/launcher/", "/management/", "homework/demo/")
ONE = {"_", "gettext", "gettext_lazy", "translated"}
MANY = {"ngettext", "ngettext_lazy"}
TEXT = r"""u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
IN_TEMPLATE = re.compile(rf"\b(?:gettext|ngettext|_)\({TEXT}(?:, {TEXT})?")


class Message(NamedTuple):
    """What is said of one thing and, where it is counted, of several."""

    one: str
    many: str = ""


def collect(project: Path) -> dict[Message, str]:
    """Every marked message, with the file that says it first."""
    found: dict[Message, str] = {}
    for path in _files(project):
        name = path.relative_to(project).as_posix()
        said = in_python if path.suffix == ".py" else in_template
        for message in said(path.read_text("utf-8")):
            found.setdefault(message, name)
    # A catalogue knows one of a name: what is counted somewhere answers for it uncounted, too.
    counted = {message.one for message in found if message.many}
    return {each: name for each, name in found.items() if each.many or each.one not in counted}


def in_template(text: str) -> list[Message]:
    groups = IN_TEMPLATE.findall(templatize(text))
    return [Message(*(ast.literal_eval(each) for each in group if each)) for group in groups]


def in_python(text: str) -> list[Message]:
    calls = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call))
    return [Message(*texts) for call in calls if (texts := _texts(call))]


def _texts(call: ast.Call) -> list[str]:
    name = getattr(call.func, "id", "")
    arguments = call.args[: 1 if name in ONE else 2 if name in MANY else 0]
    texts = [each.value for each in arguments if isinstance(each, ast.Constant)]
    return [each for each in texts if isinstance(each, str)]


def _files(project: Path):
    for pattern in ("templates/**/*.*", *(f"{room}/**/*.py" for room in ROOMS)):
        for path in sorted(project.glob(pattern)):
            if not any(unseen in path.as_posix() for unseen in UNSEEN):
                yield path


def wanted(project: Path) -> dict[Message, str]:
    """What is marked, then what Django and allauth say and Midweek says in its own voice."""
    own_voice = polib.pofile(str(project / "locale/en_GB/LC_MESSAGES/django.po"))
    found = collect(project)
    for entry in own_voice:
        found.setdefault(Message(entry.msgid, entry.msgid_plural), "")
    return found


def update(project: Path, source: Path) -> int:
    """Bring a catalogue up to date, keep what is translated; return how many lack words.

    Without line numbers and dates, so that a diff shows words and nothing else.
    """
    catalogue = polib.pofile(str(source), wrapwidth=98)
    known = {Message(each.msgid, each.msgid_plural): each for each in catalogue}
    catalogue[:] = [
        _entry(message, name, known.get(message)) for message, name in wanted(project).items()
    ]
    catalogue.save()
    return len(catalogue.untranslated_entries())


def _entry(message: Message, name: str, known: polib.POEntry | None) -> polib.POEntry:
    entry = polib.POEntry(msgid=message.one, msgid_plural=message.many)
    entry.occurrences = [(name, "")] if name else []
    entry.msgstr = known.msgstr if known else ""
    if message.many:
        entry.msgstr_plural = known.msgstr_plural if known else {0: "", 1: ""}
    return entry
