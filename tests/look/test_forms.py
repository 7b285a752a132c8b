import re

import pytest
from django import forms
from django.conf import settings

from config.form_errors import linked_errors
from config.scales import ScaleField
from tests.look.gallery import GalleryForm
from tests.look.render import render


@pytest.fixture
def html():
    return str(GalleryForm())


def test_nothing_is_chosen_beforehand_and_nothing_is_forced_by_the_browser(html):
    assert "checked" not in html and "selected" not in html.replace(' value="" selected', "")
    assert " required" not in html and "*" not in html


def test_optional_is_said_in_words(html):
    assert re.search(r"How hard was it\?\s*<span class=\"quiet\">\(optional\)", html)
    assert not re.search(r"How did it go\?\s*<span", html)


def test_who_reads_it_stands_above_the_field(html):
    assert html.index("Ana Silva can see this.") < html.index("<textarea")


def test_an_error_is_linked_to_its_field_and_read_with_it():
    form = GalleryForm({})
    html = str(form)
    for target, _message in linked_errors(form):
        assert f'id="{target}"' in html
    assert 'aria-describedby="id_day_error"' in html
    assert 'aria-invalid="true"' in html
    assert html.count('class="field field--error"') == html.count('class="field__error"') == 6


def test_the_summary_names_every_error_once_and_is_absent_without_any():
    assert render("{% error_summary form %}", form=GalleryForm({})).count("<li>") == 6
    assert render("{% error_summary form %}", form=GalleryForm()).strip() == ""
    assert render("{% error_summary form %}", form=None).strip() == ""


def test_formsets_and_whole_form_errors_are_summed_up_too():
    many = forms.formset_factory(GalleryForm, extra=1)
    formset = many({"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-code": "1"})
    assert ("id_form-0-how_0", "Fill this in.") in linked_errors(formset)


class Rated(forms.Form):
    hard = ScaleField(top=4, required=False)


@pytest.mark.parametrize(("sent", "means"), [({}, None), ({"hard": ""}, None), ({"hard": "0"}, 0)])
def test_untouched_is_no_answer_and_zero_is_one(sent, means):
    form = Rated(sent)
    assert form.is_valid()
    assert form.cleaned_data["hard"] == means


@pytest.mark.parametrize("sent", ["5", "-1", "1.5", "x"])
def test_numbers_off_the_scale_are_refused(sent):
    assert not Rated({"hard": sent}).is_valid()


def test_an_answer_is_shown_again():
    assert re.search(r'value="3"[^>]*checked', str(Rated({"hard": "3"})))


def test_a_page_says_in_one_place_what_is_to_be_mended():
    """Its layout does; what a page has of its own stands in the same block."""
    for path in (settings.BASE_DIR / "templates").rglob("*.html"):
        page = re.sub(
            r"{% block problem %}.*?{% endblock %}", "", path.read_text(), flags=re.DOTALL
        )
        if path.parent.name != "layouts" and "{% extends" in page:
            assert "{% error_summary" not in page, path
