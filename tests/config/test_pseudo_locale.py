"""A language that brackets what it says: whatever stands outside was never marked."""

import gettext
import re
from html.parser import HTMLParser

import pytest

pytestmark = pytest.mark.django_db

SAID = re.compile(r"⟦[^⟦⟧]*⟧")
WORD = re.compile(r"[^\W\d_]{2,}")
SHOWN = {"alt", "title", "aria-label", "placeholder"}
UNSEEN = {"script", "style", "option"}
NAMES = {"Midweek", "English", "Deutsch"}


class Bracketing(gettext.NullTranslations):
    def gettext(self, message):
        return f"⟦{message}⟧"

    def ngettext(self, one, many, number):
        return self.gettext(one if number == 1 else many)

    def to_language(self):
        return "en"


class Page(HTMLParser):
    """Collects what a person reads, or hears."""

    def __init__(self):
        super().__init__()
        self.read, self.unseen = [], 0

    def handle_starttag(self, tag, attrs):
        self.unseen += tag in UNSEEN
        self.read += [f"⟨{value}⟩" for name, value in attrs if value and name in SHOWN]

    def handle_endtag(self, tag):
        self.unseen -= tag in UNSEEN

    def handle_data(self, data):
        if not self.unseen:
            self.read.append(data)


def unbracketed(text, own):
    page = Page()
    page.feed(text)
    rest = "".join(page.read)
    while SAID.search(rest):
        rest = SAID.sub(" ", rest)
    return set(WORD.findall(rest)) - NAMES - own


@pytest.fixture
def bracketing(invented):
    return invented(Bracketing())


def read_by(person, signed_in):
    person.language = "en"
    person.save(update_fields=["language"])
    return signed_in(person)


def own_words(cast):
    """What the people of this clinic wrote themselves: names, goals, homework."""
    plan = cast.plan
    written = [
        cast.goal.title,
        cast.step.title,
        plan.focus,
        cast.goal.why,
        cast.therapy.clinic.name,
    ]
    written += [step.title for step in cast.goal.steps.all()]
    written += [cast.cleo.name, cast.tess.name, cast.cleo.email, cast.tess.email]
    written += [cast.cleo.time_zone, cast.tess.time_zone]
    for homework in plan.assignments.all():
        written += [homework.title, homework.smallest, homework.why, homework.how]
    return set(WORD.findall(" ".join(filter(None, written))))


@pytest.mark.parametrize(
    "path", ["/today/", "/goals/", "/toolbox/", "/history/", "/report/", "/me/", "/me/reminders/"]
)
def test_all_that_a_client_reads_is_marked(path, bracketing, cast, signed_in):
    page = read_by(cast.cleo, signed_in).get(path, follow=True).text
    assert "⟦" in page
    assert unbracketed(page, own_words(cast)) == set()


@pytest.mark.parametrize("path", ["/caseload/", "/library/", "/away/", "/me/"])
def test_all_that_a_therapist_reads_is_marked(path, bracketing, cast, signed_in):
    page = read_by(cast.tess, signed_in).get(path, follow=True).text
    assert "⟦" in page
    assert unbracketed(page, own_words(cast)) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>⟦Well ⟦done⟧ today⟧</p>", set()),
        ("<p>⟦Well⟧ done</p>", {"done"}),
        ('<a title="Open">⟦it⟧</a>', {"Open"}),
    ],
)
def test_the_search_finds_what_stands_outside(text, found):
    assert unbracketed(text, set()) == found
