"""Finds words of the interface that nobody marked for translation. Rough, and rather strict."""

import ast
import re
from html.parser import HTMLParser

# Words, and quotes: each language has its own.
WORD = re.compile(r"[^\W\d_]{2,}|[“”]")
# In this order: what is marked or never shown goes, then whatever else the template language has.
MARKED = re.compile(
    r"\{#.*?#\}"
    r"|\{% comment.*?\{% endcomment %\}"
    # Blocks that fill an attribute with names of classes.
    r"|\{% block \w*class\w* %\}.*?\{% endblock.*?%\}"
    r"|\{% blocktrans(?:late)?\b.*?\{% endblocktrans(?:late)? %\}"
    # Tags whose name the template chooses.
    r"|</?(?=\{[%{])(?:\{%.*?%\}|\{\{.*?\}\}|[^>{])*>"
    r"|\{%.*?%\}|\{\{.*?\}\}",
    re.S,
)
SHOWN = {"alt", "title", "aria-label", "aria-description", "placeholder"}
UNSEEN = {"script", "style"}
NAMES = {"Midweek"}
# Keyword arguments whose value a person reads.
SAID = {"label", "help_text", "verbose_name", "empty_label", "message"}


class Page(HTMLParser):
    """Collects what a person would read."""

    def __init__(self):
        super().__init__()
        self.read, self.unseen = [], 0

    def handle_starttag(self, tag, attrs):
        self.unseen += tag in UNSEEN
        self.read += [value for name, value in attrs if value and name in SHOWN]

    def handle_endtag(self, tag):
        self.unseen -= tag in UNSEEN

    def handle_data(self, data):
        if not self.unseen:
            self.read.append(data)


def in_template(text):
    """Unmarked texts of a template, HTML or plain."""
    page = Page()
    page.feed(MARKED.sub(" ", text))
    return [" ".join(each.split()) for each in page.read if set(WORD.findall(each)) - NAMES]


def in_python(text):
    """Unmarked texts of labels, help, choices and errors."""
    found = []
    for node in ast.walk(ast.parse(text)):
        found += [each.value for each in said_by(node) if is_words(each)]
    return found


def is_words(node):
    return (
        isinstance(node, ast.Constant) and isinstance(node.value, str) and WORD.search(node.value)
    )


def said_by(node):
    """The expressions in a node that a person will read."""
    if isinstance(node, ast.Call):
        yield from (keyword.value for keyword in node.keywords if keyword.arg in SAID)
        yield from errors_of(node)
    elif isinstance(node, ast.ClassDef) and any("Choices" in ast.unparse(b) for b in node.bases):
        pairs = [each.value for each in node.body if isinstance(each, ast.Assign)]
        yield from (pair.elts[-1] for pair in pairs if isinstance(pair, ast.Tuple))


def errors_of(call):
    name = ast.unparse(call.func)
    if name.endswith("ValidationError"):
        yield from call.args[:1]
    elif name.startswith("messages.") or name.endswith("add_error"):
        yield from call.args[1:2]
    for keyword in call.keywords:
        if keyword.arg == "error_messages" and isinstance(keyword.value, ast.Dict):
            yield from keyword.value.values
