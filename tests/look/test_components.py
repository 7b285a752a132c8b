import re
from pathlib import Path

import pytest
from django.conf import settings

from tests.kind_words import unkind
from tests.look.render import render
from tests.reading import read


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ([], "Nothing logged yet"),
        (["", "", "next"], "Nothing logged yet"),
        (["done"], "1 practice"),
        (["done", "partly", "", "not_today"], "2 practices, one of them Partly, one Not today"),
        (
            ["partly", "partly", "not_today", "not_today"],
            "2 practices, 2 of them Partly, 2 Not today",
        ),
    ],
)
def test_a_week_is_said_in_words(days, words):
    assert f'aria-label="{words}"' in render("{% week days %}", days=days)


def test_dots_only_rise_and_many_are_only_words():
    assert render("{% dots 3 2 %}").count("is-in") == 3
    assert "<i" not in render("{% dots 14 20 %}")
    assert "1 practice so far" in render("{% dots 1 %}")
    assert "planned" not in render("{% dots 1 %}")


def test_icons_are_hidden_from_screen_readers():
    for name in ("check", "mark"):
        assert 'aria-hidden="true"' in render("{% icon name %}", name=name)


def test_words_of_a_person_are_never_markup():
    nasty = "<script>x</script>"
    source = (
        "{% toward 1 2 w %}{% who reader=w %}{% tally_chart rows w %}{% steps_in_words steps %}"
    )
    html = render(source, w=nasty, rows=[(nasty, 1)], steps=[{"title": nasty, "state": "now"}])
    assert "<script" not in html and html.count("&lt;script") == 6


def test_who_reads_it_says_so_for_each_case():
    assert "even if you are in danger" in render("{% who private=True %}")
    assert "Nobody reads this now." in render("{% who %}")
    said = read(render("{% who reader='Ana' when='By Thursday.' %}"))
    assert "Ana can see this. By Thursday. Nobody is alerted." in said


OURS = ["layouts", "components", "errors", "django", "."]


def own_templates():
    root = Path(settings.BASE_DIR) / "templates"
    return [
        path
        for folder in OURS
        for path in sorted((root / folder).glob("**/*.html" if folder != "." else "*.html"))
    ]


@pytest.mark.parametrize("path", own_templates(), ids=lambda path: path.name)
def test_templates_keep_to_the_policy_and_the_words(path):
    source = re.sub(r"{#.*?#}|{% comment %}.*?{% endcomment %}", "", path.read_text(), flags=re.S)
    assert not re.search(r"\sstyle=|\son\w+=|<style|javascript:", source)
    assert not unkind(source)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Look at it", "Look at it."),
        ("Look!", "Look!"),
        ("Why?", "Why?"),
        ("", ""),
        ("<b", "&lt;b."),
    ],
)
def test_what_people_wrote_ends_with_one_full_stop(said, shown):
    assert render("{{ said|sentence }}", said=said) == shown
