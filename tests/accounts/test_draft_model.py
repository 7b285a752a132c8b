import uuid

import pytest

from accounts.models import Draft
from tests.threads import at_once

pytestmark = pytest.mark.django_db
FORM = uuid.UUID(int=7)


def keep(cast, text, author=None):
    return Draft.objects.keep(
        therapy=cast.therapy,
        author=author or cast.cleo,
        form="report",
        subject=FORM,
        answers={"topics": text},
    )


def test_the_later_word_of_a_form_wins(cast):
    keep(cast, "Sun")
    keep(cast, "Sunday")
    assert Draft.objects.get().answers == {"topics": "Sunday"}
    assert Draft.objects.answers_of(cast.cleo, "report", FORM) == {"topics": "Sunday"}


def test_each_author_has_their_own(cast):
    keep(cast, "Mine")
    keep(cast, "Theirs", author=cast.tess)
    assert Draft.objects.answers_of(cast.cleo, "report", FORM) == {"topics": "Mine"}
    assert Draft.objects.answers_of(cast.otto, "report", FORM) == {}


def test_what_was_sent_is_forgotten(cast):
    keep(cast, "Sunday")
    Draft.objects.forget(cast.cleo, "report", FORM)
    assert Draft.objects.answers_of(cast.cleo, "report", FORM) == {}


def test_it_prints_the_name_of_its_form_only(cast):
    assert str(keep(cast, "Sunday")) == "Draft of report"


@pytest.mark.django_db(transaction=True)
def test_two_tabs_that_save_at_once_keep_one_draft(cast):
    at_once(lambda n: keep(cast, f"Tab {n}"), times=6)
    assert Draft.objects.get().answers["topics"].startswith("Tab")
