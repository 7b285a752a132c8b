"""Words of the interface are marked for translation from the first template (design §4.7)."""

import pytest
from django.conf import settings

from tests.config.unmarked import in_python, in_template

ROOT = settings.BASE_DIR
# The page of letters in local runs, and what the operator of a server reads.
UNSEEN = ("templates/dev/", "config/launcher/", "/management/", "/migrations/", "homework/demo/")
ROOMS = ("accounts", "goals", "homework", "reminders", "records", "config")


def files(*patterns):
    for pattern in patterns:
        for path in sorted(ROOT.glob(pattern)):
            name = path.relative_to(ROOT).as_posix()
            if not any(unseen in name for unseen in UNSEEN):
                yield name


@pytest.mark.parametrize("name", list(files("templates/**/*.html", "templates/**/*.txt")))
def test_a_template_marks_its_words(name):
    assert in_template((ROOT / name).read_text("utf-8")) == []


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_marks_its_words(room):
    unmarked = {
        name: found
        for name in files(f"{room}/**/*.py")
        if (found := in_python((ROOT / name).read_text("utf-8")))
    }
    assert unmarked == {}


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("<p>Well done</p>", ["Well done"]),
        ("<p>{{ name }} rode</p>", ["rode"]),
        ('<img alt="A staircase">', ["A staircase"]),
        ('<input placeholder="{% translate "Where" %}">', []),
        ('<p>{% translate "Well done" %} · {{ day }}</p>', []),
        ("{% blocktranslate %}Well <b>done</b>{% endblocktranslate %}", []),
        ("{# a word to whoever reads this #}{% if a %}1{% endif %}", []),
        ("<title>Midweek</title><script>let word</script>", []),
        ("Hello {{ name }}", ["Hello"]),
        ("<p>“{{ note }}”</p>", ["“ ”"]),
    ],
)
def test_the_search_tells_marked_from_unmarked_templates(template, found):
    assert in_template(template) == found


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('forms.CharField(label="Where")', ["Where"]),
        ('forms.CharField(label=_("Where"), widget=Words(attrs={"class": "wide"}))', []),
        ('raise ValidationError("Too long", code="long")', ["Too long"]),
        ('forms.DateField(error_messages={"invalid": "Not a day"})', ["Not a day"]),
        ('class A(models.TextChoices):\n    B = "b", "Best"', ["Best"]),
        ('class A(models.TextChoices):\n    B = "b", _("Best")', []),
        ('messages.success(request, "Saved.")', ["Saved."]),
        ('form.add_error("day", UP_TO_TODAY)', []),
    ],
)
def test_the_search_tells_marked_from_unmarked_code(code, found):
    assert in_python(code) == found
