"""The record as one page that needs nothing beside it, and the same page as PDF."""

import re
from html.parser import HTMLParser

from django.template.loader import render_to_string

from config import pdf

SPACE = re.compile(r"\s+")
HEADINGS = ("h1", "h2", "h3", "h4", "h5")
# What holds words; everything else on the page only holds these.
LEAVES = (*HEADINGS, "p", "blockquote", "li", "dt", "dd", "th", "td")


def words_of(record):
    # A page has no way to write NUL, not even escaped.
    return render_to_string("records/page.html", {"record": record}).replace("\0", "\ufffd")


def in_one_page(record):
    return words_of(record).encode()


def in_pdf(record):
    blocks = Blocks()
    blocks.feed(words_of(record))
    return pdf.made("record", {"title": blocks.title, "blocks": blocks.found})


class Blocks(HTMLParser):
    """Our own page as what pdf/record.typ prints, so that the words have one home.

    `found` holds {"kind", "level", "text", "quiet"}; kind is heading, p, quote, li, dt, dd, th or
    td. Whoever breaks lines in what they write finds them broken there too.
    """

    def __init__(self):
        super().__init__()
        self.found, self.title = [], ""
        self.tags, self.text = [], []
        self.level, self.skips = 0, False

    def handle_starttag(self, tag, attrs):
        classes = (dict(attrs).get("class") or "").split()
        if tag in LEAVES:
            self.text = []
            self.quiet = "quiet" in classes
        self.tags.append((tag, "said" in classes or tag == "dd"))

    def handle_endtag(self, tag):
        # Tags that nothing closes (meta, html) lie below.
        while self.tags and self.tags.pop()[0] != tag:
            pass
        if tag == "title":
            self.title = "".join(self.text).strip()
        elif tag in LEAVES and (text := "".join(self.text).strip()):
            self.found.append(self.block(tag, text))
            self.text = []

    def block(self, tag, text):
        kind = "heading" if tag in HEADINGS else tag
        if tag == "blockquote" or any(each == "blockquote" for each, _said in self.tags):
            kind = "quote"
        if kind == "heading":
            # No level is left out: whoever jumps from heading to heading misses nothing.
            self.level = min(HEADINGS.index(tag), self.level) + 1
        return {"kind": kind, "level": self.level, "text": text, "quiet": self.quiet}

    def handle_data(self, data):
        tags = [tag for tag, _said in self.tags]
        if {"style", "nav"} & set(tags):
            return
        said = any(said for _tag, said in self.tags)
        self.text.append(data if said else SPACE.sub(" ", data))
