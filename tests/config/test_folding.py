"""Folded templates: lighter, and they say the same."""

import uuid
from threading import Thread

import django
import pytest
from django.template import Context, Engine, TemplateDoesNotExist
from django.utils import translation

from config.folding.fixed import Fixed
from config.folding.loader import Loader
from config.folding.quick import Address, Phrase
from config.folding.written import nodes_of

LIBRARIES = {
    "midweek": "config.templatetags.midweek",
    "i18n": "django.templatetags.i18n",
    "odd": "tests.config.odd_tags",
}
PARTS = {
    "part": "{% load i18n %}<b>{% translate 'Done' %}</b>",
    "named": "<i>{{ name }}</i>",
    "tree": "{{ node.name }}{% for node in node.below %}{% include 'tree' %}{% endfor %}",
    "components/dots.html": "{{ done }}{{ name }}{% csrf_token %}",
    "alone": "{{ name }}{{ one }}",
    "round": "{{ forloop.counter }}",
    "layout": "<h1>{% block title %}Midweek{% endblock %}</h1>{% block main %}{% endblock %}",
    "plain": "{% autoescape off %}{% block main %}{% endblock %}{% endautoescape %}",
    "between": "{% extends 'layout' %}{% block title %}{{ block.super }}!{% endblock %}",
    "titled": "{% extends 'layout' %}{% block title %}{{ name }}{% endblock %}",
    "nested": "{% block main %}m{% block inner %}i{% endblock %}{% endblock %}",
}


def engines(source, **options):
    """The same templates, as Django reads them and folded."""
    templates = ("django.template.loaders.locmem.Loader", {**PARTS, "page": source})
    for loader in ("django.template.loaders.cached.Loader", "config.folding.Loader"):
        yield Engine(loaders=[(loader, [templates])], libraries=LIBRARIES, **options)


def said(source, **context):
    """What the page says, twice each: the second time from what was remembered."""
    plain, folded = (engine.get_template("page") for engine in engines(source))
    answers = {page.render(Context({**context})) for page in (plain, plain, folded, folded)}
    assert len(answers) == 1, answers
    return answers.pop()


def folded(source):
    _plain, engine = engines(source)
    return nodes_of(engine.get_template("page").nodelist)


def test_it_was_read_beside_this_django():
    """It stands on what Django does not promise: of another version, read both (CONTRIBUTING)."""
    assert django.VERSION[:2] == (5, 2)


def test_neighbours_that_say_the_same_for_everybody_become_one():
    (node,) = folded(
        "{% load i18n midweek %}<p>{% icon 'check' %}{% translate 'Done' %}"
        "<a href='{% url 'today' %}'>{% include 'part' %}</a></p>"
    )
    assert type(node) is Fixed


@pytest.mark.parametrize(
    ("name", "says"), [("page.html", "<p>\nHello\n</p>"), ("mail.txt", "<p>\n  Hello\n\n</p>")]
)
def test_a_page_leaves_out_how_far_in_its_lines_stand_and_a_mail_does_not(name, says):
    source = ("django.template.loaders.locmem.Loader", {name: "<p>\n  Hello\n\n</p>"})
    engine = Engine(loaders=[("config.folding.Loader", [source])])
    assert engine.get_template(name).render(Context()) == says


def test_each_language_has_its_own_text():
    page = "{% load i18n %}{% translate 'Done' %} {% include 'part' %}"
    assert said(page) == "Done <b>Done</b>"
    with translation.override("de"):
        assert said(page) == "Erledigt <b>Erledigt</b>"


@pytest.mark.parametrize(
    "source",
    [
        "{{ name }}{% include 'part' %}{{ name }}",
        "{% load i18n %}{% translate name %}",
        "{% load i18n %}{% translate 'Done' as word %}{{ word }}",
        "{% load midweek %}{% icon name %}",
        "{% for name in names %}<p>{% include 'named' %}</p>{% endfor %}",
        "{% include 'named' with name=names.1 %}{% include 'named' only %}",
    ],
)
def test_what_a_context_holds_is_asked_each_time(source):
    first = said(source, name="check", names=["a", "<b>"])
    assert first != said(source, name="user", names=["c"]) or "Done" in first


def test_branches_and_loops_are_folded_inside():
    page = "{% load i18n %}{% if yes %}<b>{% translate 'Done' %}</b>{% else %}{{ no }}{% endif %}"
    assert said(page, yes=True) == "<b>Done</b>"
    assert said(page, no="&") == "&amp;"


def test_a_part_may_include_itself():
    below = [{"name": "b", "below": []}, {"name": "c", "below": []}]
    assert said("{% include 'tree' %}", node={"name": "a", "below": below}) == "abc"


def test_a_layout_is_found_once_and_its_blocks_keep_their_order():
    page = "{% extends 'between' %}{% block main %}{{ block.super }}{{ name }}{% endblock %}"
    assert said(page, name="Cleo") == "<h1>Midweek!</h1>Cleo"


def test_a_part_that_is_not_there_is_missed_where_it_is_needed():
    page = "{% if needed %}{% include 'nowhere' %}{% endif %}"
    assert said(page) == ""
    with pytest.raises(TemplateDoesNotExist):
        said(page, needed=True)


def test_a_sentence_with_values_is_translated_and_escaped():
    words = "{% blocktranslate with name=who.name %}With {{ name }}{% endblocktranslate %}"
    page = f"{{% load i18n %}}{words}"
    assert type(folded(page)[-1]) is Phrase
    assert said(page, who={"name": "A & B"}) == "With A &amp; B"
    with translation.override("de"):
        assert said(page, who={"name": "Tess"}) == "Bei Tess"


def test_an_address_with_an_id():
    page, pk = "{% url 'log' pk %}{% url 'log' pk as here %}{{ here }}", uuid.uuid4()
    assert isinstance(folded(page)[0], Address)
    assert said(page, pk=pk) == said(page, pk=str(pk))


class Person:
    name = "Cleo"

    def short(self):
        return "C"

    @property
    def gone(self):
        raise AttributeError("gone")


@pytest.mark.parametrize(
    ("lookup", "says"),
    [
        ("person.name", "Cleo"),
        ("person.short", "C"),
        ("people.0.name", "Cleo"),
        ("facts.name", "Tess"),
        ("facts.items|length", "1"),
        ("nobody", ""),
        ("nobody.name", ""),
        ("person.nothing", ""),
        ("person.name.upper", "CLEO"),
    ],
)
def test_names_are_looked_up_as_django_does(lookup, says):
    context = {"person": Person(), "people": [Person()], "facts": {"name": "Tess"}}
    assert said(f"{{{{ {lookup} }}}}", **context) == says
    assert said(f"{{% if {lookup} %}}yes{{% endif %}}", **context) == ("yes" if says else "")


def test_a_property_that_breaks_is_heard():
    with pytest.raises(AttributeError, match="gone"):
        said("{{ person.gone }}", person=Person())


def test_a_thread_has_no_template_that_another_is_folding(monkeypatch):
    """Changed under a page that is being written, its nodes would be left out of it."""
    _plain, engine = engines("{% load i18n %}<p>{% translate 'Done' %}</p>")
    had, fold = [], Loader.fold
    other = Thread(target=lambda: had.append(list(engine.get_template("page").nodelist)))

    def watched(self, nodelist):
        if other.ident is None:
            other.start()
            other.join(0.2)
        fold(self, nodelist)

    monkeypatch.setattr(Loader, "fold", watched)
    engine.get_template("page")
    other.join(10)
    assert [[type(node) for node in nodes] for nodes in had] == [[Fixed]]


def test_what_broke_while_it_was_read_is_read_again(monkeypatch):
    _plain, engine = engines("{% include 'part' %}")
    with monkeypatch.context() as broken, pytest.raises(ZeroDivisionError):
        broken.setattr(Loader, "lighter", lambda self, node: 1 / 0)
        engine.get_template("page")
    (node,) = engine.get_template("page").nodelist
    assert type(node) is Fixed


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("{% for one in names %}{{ forloop.counter }}{{ one }} {% endfor %}", "1a 2b 3c "),
        ("{% for one in names reversed %}{{ forloop.revcounter0 }}{{ one }}{% endfor %}", "2c1b0a"),
        ("{% for one in names %}{% if forloop.last %}{{ one }}{% endif %}{% endfor %}", "c"),
        ("{% for one in names %}{% include 'round' %}{% endfor %}", "123"),
        ("{% for key, word in pairs %}{{ key }}{{ word }}{% endfor %}{{ key }}", "1x2y"),
        ("{% for one in nobody %}{{ one }}{% empty %}none{% endfor %}", "none"),
        (
            "{% for key, word in pairs %}{% for one in names %}"
            "{{ forloop.parentloop.counter }}{{ one }}{% endfor %}{% endfor %}",
            "1a1b1c2a2b2c",
        ),
        ("{% for one in names %}{% cycle '-' '+' %}{% endfor %}", "-+-"),
        ("{% for one in 'aab' %}{% ifchanged one %}{{ one }}{% endifchanged %}{% endfor %}", "ab"),
        ("{% with one=names.1 %}{{ one }}{% endwith %}{{ one }}", "b"),
        ("{% with name='x' %}{% include 'alone' with one=names.0 only %}{% endwith %}", "a"),
        ("{% with name='x' %}{% include 'alone' with one=names.0 %}{% endwith %}", "xa"),
        ("{% load i18n %}{% for x in names %}{% translate x as y %}{% endfor %}{{ y }}", ""),
        ("{% autoescape off %}{{ markup }}{% endautoescape %}{{ markup }}", "<b>&lt;b&gt;"),
        ("{{ nobody|default:'nobody' }}{{ markup|upper|safe }}", "nobody<B>"),
        ("{% if names|length == 3 and not nobody %}yes{% elif names %}no{% endif %}", "yes"),
        ("{% if nobody.name > 3 or 'b' in names %}yes{% else %}no{% endif %}", "yes"),
        ("{% if names|add:nobody %}yes{% else %}no{% endif %}", "no"),
    ],
)
def test_a_written_page_says_what_its_nodes_would_say(source, says):
    context = {"names": ["a", "b", "c"], "pairs": [(1, "x"), (2, "y")], "markup": "<b>"}
    assert said(source, **context) == says


def test_a_number_of_things_is_said_in_the_right_form():
    page = (
        "{% load i18n %}{% blocktranslate count clients=names|length %}{{ clients }} client"
        "{% plural %}{{ clients }} clients{% endblocktranslate %}"
    )
    assert [said(page, names=names) for names in ("", "a", "ab")] == [
        "0 clients",
        "1 client",
        "2 clients",
    ]


def test_a_page_is_written_into_its_layout():
    page = "{% extends 'titled' %}{% block main %}{{ name }}{% endblock %}"
    assert said(page, name="<Cleo>") == "<h1>&lt;Cleo&gt;</h1>&lt;Cleo&gt;"
    assert folded("{% extends 'titled' %}")[0].write
    assert not folded(
        "{% extends 'titled' %}{% block title %}{% if block.super %}x{% endif %}{% endblock %}"
    )[0].write


@pytest.mark.parametrize(
    "around", [("autoescape off", "endautoescape"), ("filter upper", "endfilter")]
)
def test_a_tag_that_renders_itself_may_quote_the_block_above(around):
    quote = "{{% {} %}}{{{{ block.super }}}}{{% {} %}}".format(*around)
    page = f"{{% extends 'layout' %}}{{% block title %}}{quote}!{{% endblock %}}"
    assert said(page).lower() == "<h1>midweek!</h1>"


@pytest.mark.parametrize("main", ["{{ block.super }}, %s", "%s, {{ block.super }}"])
def test_a_block_in_a_block_quotes_the_layout_too(main):
    inner = "{% block inner %}own {{ block.super }}{% endblock %}"
    page = f"{{% extends 'nested' %}}{{% block main %}}{main % inner}{{% endblock %}}"
    assert said(page) in ("mown i, own i", "own i, mown i")


def test_a_page_may_ask_more_of_its_block():
    assert said("{% extends 'layout' %}{% block main %}{{ block.name }}{% endblock %}")


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("{% facts class='big' for=name %}", "class=big for=Cleo"),
        ("{% around for=word %}{% firstof 'x' as word %}{{ word }}{% endaround %}", "x for="),
        ("{% whole %}", "CleoCleo"),
    ],
)
def test_tags_of_every_kind_are_called_as_django_calls_them(source, says):
    assert said(f"{{% load odd %}}{source}", name="Cleo") == says


def test_a_count_may_be_of_what_the_sentence_itself_names():
    page = (
        "{% load i18n %}{% blocktranslate with n=1 count c=n %}{{ c }} client"
        "{% plural %}{{ c }} clients{% endblocktranslate %}"
    )
    assert said(page, n=5) == "1 client"


def test_tags_may_stand_in_each_other_as_deep_as_they_like():
    deep = "{% for a, b in pairs %}" * 12 + "{{ a }}{% include 'named' %}" + "{% endfor %}" * 12
    assert said(deep, pairs=[(1, 2)], name="x") == "1<i>x</i>"


@pytest.mark.parametrize("options", [{"debug": True}, {"string_if_invalid": "no %s"}])
def test_whoever_looks_for_a_mistake_has_djangos_own_words(options):
    plain, folded = (
        engine.get_template("page").render(Context())
        for engine in engines(
            "{{ nobody.name }}{% for one in none %}{{ one }}{% endfor %}", **options
        )
    )
    assert plain == folded
    for engine in engines("{{ person.gone }}", **options):
        with pytest.raises(AttributeError, match="gone"):
            engine.get_template("page").render(Context({"person": Person()}))


def test_a_block_may_stand_in_a_tag_of_the_layout():
    page = "{% extends 'plain' %}{% block main %}{{ name }}{% endblock %}"
    assert said(page, name="A & B") == "A & B"


def test_a_page_whose_layout_the_context_chooses_fills_its_blocks():
    page = "{% extends chosen %}{% block main %}{{ name }}{% endblock %}"
    assert said(page, name="Cleo", chosen="titled") == "<h1>Cleo</h1>Cleo"
    assert said(page, name="Cleo", chosen="between") == "<h1>Midweek!</h1>Cleo"


def test_the_template_of_a_tag_sees_what_the_tag_gives_and_the_form_token():
    html = said("{% load midweek %}{% dots 2 3 %}{{ name }}", name="!", csrf_token="key")
    assert html.startswith("2<input") and 'value="key"' in html and html.endswith(">!")


def test_a_tag_is_given_what_stands_in_it():
    page = "{% load midweek %}{% knot 'done' when=name %}<b>{{ name }}</b>{% endknot %}{{ name }}"
    html = said(page, name="<Cleo>")
    assert "<b>&lt;Cleo&gt;</b>" in html and html.endswith("&lt;Cleo&gt;")


def test_layers_of_names_are_gone_after_a_part_broke():
    _plain, engine = engines("{% with name='x' %}{{ person.gone }}{% endwith %}")
    context = Context({"person": Person()})
    with pytest.raises(AttributeError):
        engine.get_template("page").render(context)
    assert "name" not in context
