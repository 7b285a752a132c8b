"""The data files of the measures: sound, scored as their authors say, in both languages."""

import copy
import json

import pytest
from django.utils import translation

from homework.measures import measure, measures
from homework.measures.check import problems
from homework.measures.loading import FOLDER

FILES = sorted(FOLDER.glob("*.json"))


def filled(key, value):
    return {item.key: value for item in measure(key).items()}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_file_is_sound(path):
    assert list(problems(json.loads(path.read_text(encoding="utf-8")))) == []


BREAKS = {
    "no licence": (lambda told: told.update(licence=""), "licence"),
    "no wording in German": (lambda told: told["words"].pop("de"), "words.de.items"),
    "an item without words": (lambda told: told["words"]["en"]["items"].pop("1"), "words.en.items"),
    "a gap between bands": (lambda told: told["bands"]["parts"].pop(1), "bands.moderate"),
    "bands that end early": (lambda told: told["bands"]["parts"].pop(), "bands"),
    "a score out of reach": (lambda told: told["score"].update(to=30), "score"),
    "no source for a change": (lambda told: told["change"].pop("source"), "change"),
    "a flag on nothing": (lambda told: told.update(flag={"item": "x", "above": 0}), "flag.item"),
    "the same item twice": (lambda told: told["items"].append(told["items"][0]), "items"),
    "options that nobody named": (lambda told: told["items"][0].update(options="y"), "items.1"),
}


@pytest.mark.parametrize("name", BREAKS)
def test_what_is_wrong_is_named_by_its_place(name):
    breaks, place = BREAKS[name]
    told = copy.deepcopy(measure("gad-7").told)
    breaks(told)
    assert any(problem.startswith(place) for problem in problems(told))


@pytest.mark.parametrize(("key", "most"), [("phq-9", 27), ("gad-7", 21)])
def test_a_score_is_the_sum_of_what_counts(key, most):
    assert measure(key).score(filled(key, 0)) == 0
    assert measure(key).score(filled(key, 3)) == most == measure(key).top


@pytest.mark.parametrize("key", measures())
def test_with_a_question_left_out_there_is_no_score(key):
    answers = filled(key, 1) | {"4": None}
    assert measure(key).score(answers) is None
    assert [item.key for item in measure(key).left_out(answers)] == ["4"]


def test_the_question_about_difficulty_does_not_count():
    answers = filled("phq-9", 1)
    assert measure("phq-9").score(answers | {"difficulty": 3}) == 9
    assert measure("phq-9").score(answers | {"difficulty": None}) == 9


EDGES = {
    "phq-9": {
        "minimal": (0, 4),
        "mild": (5, 9),
        "moderate": (10, 14),
        "moderately severe": (15, 19),
        "severe": (20, 27),
    },
    "gad-7": {"minimal": (0, 4), "mild": (5, 9), "moderate": (10, 14), "severe": (15, 21)},
}


@pytest.mark.parametrize("key", EDGES)
def test_bands_are_those_that_their_authors_printed(key):
    for words, edges in EDGES[key].items():
        assert [measure(key).band(edge, under_18=False) for edge in edges] == [words, words]


@pytest.mark.parametrize("key", measures())
def test_there_are_no_bands_under_18(key):
    assert all(not measure(key).band(n, under_18=True) for n in range(measure(key).top + 1))
    assert measure(key).band(None, under_18=False) == ""


CHANGES = [
    ("phq-9", 10, 15, "better"),
    ("phq-9", 11, 15, ""),
    ("phq-9", 15, 10, "worse"),
    ("gad-7", 6, 10, "better"),
    ("gad-7", 7, 10, ""),
    ("gad-7", 10, 6, "worse"),
    ("phq-9", None, 10, ""),
    ("phq-9", 10, None, ""),
]


@pytest.mark.parametrize(("key", "score", "before", "said"), CHANGES)
def test_a_change_is_said_from_so_many_points_on_and_never_under_18(key, score, before, said):
    assert measure(key).change(score, before, under_18=False) == said
    assert measure(key).change(score, before, under_18=True) == ""


def test_only_the_ninth_question_of_phq_9_raises_a_flag():
    phq = measure("phq-9")
    assert [phq.raises_flag({"9": value}) for value in (0, 1, 2, 3)] == [False, True, True, True]
    assert not phq.raises_flag(filled("phq-9", 3) | {"9": 0})
    assert not phq.raises_flag({"9": None}) and not phq.raises_flag({})
    assert not measure("gad-7").raises_flag(filled("gad-7", 3))


def test_the_wording_is_that_of_the_reader():
    with translation.override("de"):
        assert measure("phq-9").items()[0].question.startswith("Wenig Interesse")
        assert measure("gad-7").band(20, under_18=False) == "schwer"
    with translation.override("fr"):
        assert measure("phq-9").items()[0].question.startswith("Little interest")
