"""The record as one page that needs nothing beside it, and the same page as PDF."""

import re
from html.parser import HTMLParser

from django.template.loader import render_to_string

from config import pdf

SPACE = re.compile(r"\s+")
HEADINGS = ("h1", "h2", "h3", "h4", "h5")
# What holds words; everything else on the page only holds these.
ROWS = {"ul": "list", "ol": "list", "dl": "pairs", "table": "table"}
LEAVES = (*HEADINGS, "p", "blockquote", "li", "dt", "dd", "th", "td")


def words_of(record):
    # A page has no way to write NUL, not even escaped.
    return render_to_string("records/page.html", {"record": record}).replace("\0", "\ufffd")


def in_one_page(record):
    return words_of(record).encode()


def in_pdf(record):
    blocks = Blocks()
    blocks.feed(words_of(record))
    return pdf.made("record", {"blocks": blocks.found})


class Blocks(HTMLParser):
    """Our own page as what pdf/record.typ prints, so that the words have one home.

    `found` holds blocks by their kind: heading (level, text), p and quote (text, quiet, strong),
    and with `rows` of texts: list, pairs, table. Lines break where whoever wrote broke them.
    """

    def __init__(self):
        super().__init__()
        self.found = []
        self.tags, self.text = [], []
        self.level, self.quiet, self.strong = 0, False, False

    def handle_starttag(self, tag, attrs):
        classes = (dict(attrs).get("class") or "").split()
        if tag in LEAVES:
            self.text, self.quiet, self.strong = [], "quiet" in classes, False
        elif tag in ROWS:
            self.found.append({"kind": ROWS[tag], "rows": []})
        elif tag == "tr":
            self.found[-1]["rows"].append([])
        elif tag == "small":
            self.text.append("(")
        elif tag == "b":
            self.strong = True
        self.tags.append((tag, "said" in classes or tag == "dd"))

    def handle_endtag(self, tag):
        # Tags that nothing closes (meta, html) lie below.
        while self.tags and self.tags.pop()[0] != tag:
            pass
        if tag == "small":
            self.text.append(")")
        elif tag in LEAVES and (text := "".join(self.text).strip()):
            self.text = []
            self.put(tag, text)

    def put(self, tag, text):
        if tag in ("dt", "li"):
            self.found[-1]["rows"].append([text])
        elif tag in ("dd", "th", "td"):
            self.found[-1]["rows"][-1].append(text)
        elif tag in HEADINGS:
            # No level is left out: whoever jumps from heading to heading misses nothing.
            self.level = min(HEADINGS.index(tag), self.level) + 1
            self.found.append({"kind": "heading", "level": self.level, "text": text})
        else:
            told = tag == "blockquote" or "blockquote" in [each for each, _said in self.tags]
            kind = "quote" if told else "p"
            how = {"quiet": self.quiet, "strong": self.strong}
            self.found.append({"kind": kind, "text": text, **how})

    def handle_data(self, data):
        tags = [tag for tag, _said in self.tags]
        if {"style", "nav"} & set(tags):
            return
        said = any(said for _tag, said in self.tags)
        self.text.append(data if said else SPACE.sub(" ", data))
