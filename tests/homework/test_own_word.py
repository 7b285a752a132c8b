"""A client's own word for homework stands on their pages, in both languages, and nowhere else."""

import pytest

from tests.accounts.objects import objects

pytestmark = pytest.mark.django_db


@pytest.fixture
def named(cast):
    """Cleo with a word of her own, and every kind of thing that has a page."""
    cast.cleo.homework_word = "my <steps>"
    cast.cleo.save(update_fields=["homework_word"])
    return objects(cast)


@pytest.fixture
def pages(cast, named):
    practised = cast.assignment
    practised.how = "Go to the stop."
    practised.save(update_fields=["how"])
    today = f"/today/{practised.pk}"
    return {
        "over": [
            "/today/",
            f"{today}/log/",
            f"/report/{cast.therapy.pk}/",
            "/history/",
            f"/history/{named['entry']}/",
            f"/plans/{named['plan']}/",
            f"/proposals/{cast.therapy.pk}/",
        ],
        "titled": ["/today/", f"{today}/start/", "/history/", f"/plans/{named['plan']}/"],
    }


@pytest.mark.parametrize("language", ["en-gb", "de"])
def test_it_stands_over_every_page_that_holds_homework(signed_in, cast, pages, language):
    cast.cleo.language = language
    cast.cleo.save(update_fields=["language"])
    cleo = signed_in(cast.cleo)
    for path in pages["over"]:
        assert '<p class="voice">My &lt;steps&gt;</p>' in cleo.get(path).text, path
    for path in pages["titled"]:
        page = cleo.get(path, follow=True).text
        assert "· My &lt;steps&gt;</title>" in page, path


@pytest.mark.parametrize(
    ("language", "words"),
    [("en-gb", "My &lt;steps&gt; this week:"), ("de", "My &lt;steps&gt; in dieser Woche:")],
)
def test_goals_call_this_weeks_homework_by_it(signed_in, cast, language, words):
    cast.cleo.language, cast.cleo.homework_word = language, "my <steps>"
    cast.cleo.save(update_fields=["language", "homework_word"])
    assert words in signed_in(cast.cleo).get("/goals/").text


def test_somebody_with_two_hats_finds_it_in_the_switch(signed_in, cast):
    cast.tess.homework_word = "small things"
    cast.tess.save(update_fields=["homework_word"])
    cast.harbour.memberships.filter(user=cast.tess).update(is_admin=True)
    page = signed_in(cast.tess).get("/caseload/").text
    assert "Small things" not in page
    cast.other.client = cast.tess
    cast.other.save(update_fields=["client"])
    assert "Small things" in signed_in(cast.tess).get("/caseload/").text


def test_nobody_else_reads_it(signed_in, cast, named):
    tess = signed_in(cast.tess)
    of_cleo = f"/caseload/{cast.therapy.pk}/"
    for path in ("/caseload/", of_cleo, f"{of_cleo}review/", f"{of_cleo}weeks/", f"{of_cleo}show/"):
        answer = tess.get(path, follow=True)
        assert answer.status_code == 200, path
        assert "steps&gt;" not in answer.text, path


def test_without_one_nothing_changes(signed_in, cast):
    page = signed_in(cast.cleo).get("/today/").text
    assert "<title>Today</title>" in page and '<p class="voice"></p>' not in page
