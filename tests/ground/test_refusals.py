import pytest
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Length
from django.forms import modelform_factory

from accounts.ground import EncryptedColumnError, EncryptedTextField
from tests.ground.models import Note

QUERIES = {
    "filter": lambda rows: rows.filter(title="Secret"),
    "lookup": lambda rows: rows.filter(title__icontains="Secret"),
    "isnull": lambda rows: rows.filter(body__isnull=True),
    "exclude": lambda rows: rows.exclude(Q(title="Secret") | Q(stars=1)),
    "get_or_create": lambda rows: rows.get_or_create(title="Secret"),
    "order_by": lambda rows: list(rows.order_by("-title")),
    "values": lambda rows: list(rows.values("title")),
    "values of all": lambda rows: list(rows.values()),
    "values_list": lambda rows: list(rows.values_list("title", flat=True)),
    "values with F": lambda rows: list(rows.values(words=F("title"))),
    "annotate": lambda rows: list(rows.annotate(words=F("title"))),
    "function": lambda rows: list(rows.annotate(size=Length("title"))),
    "alias": lambda rows: list(rows.alias(words=F("title"))),
    "aggregate": lambda rows: rows.aggregate(Count("title")),
    "distinct": lambda rows: list(rows.distinct("title")),
    "subquery": lambda rows: rows.filter(
        pk=Subquery(rows.filter(title=OuterRef("title")).values("pk")[:1])
    ),
    "json key": lambda rows: rows.filter(answers__when="Secret"),
    "update": lambda rows: rows.update(title="Secret"),
    "update json": lambda rows: rows.update(answers={"when": "Secret"}),
    "update with F": lambda rows: rows.update(title=F("body")),
    "update from": lambda rows: rows.update(stars=Length("title")),
    "dump": lambda rows: serializers.serialize("json", rows.all()),
}


@pytest.mark.parametrize("use", QUERIES.values(), ids=QUERIES.keys())
def test_the_database_cannot_work_with_an_encrypted_column(note, use):
    with pytest.raises(EncryptedColumnError, match="ground.note") as caught:
        use(Note.objects)
    assert "Secret" not in str(caught.value)


@pytest.mark.parametrize("path", ["answer_to__title", "answer_to__answers__when"])
def test_nor_reach_it_through_a_relation(tables, path):
    with pytest.raises(EncryptedColumnError):
        Note.objects.filter(**{path: "Secret"})


def test_bulk_update_is_refused_and_changes_nothing(note, stored):
    before = stored[note, "title"]
    note.title = "Secret"
    with pytest.raises(EncryptedColumnError), transaction.atomic():
        Note.objects.bulk_update([note], ["title"])
    assert stored[note, "title"] == before


def test_an_expression_cannot_be_saved(note):
    note.title = F("body")
    with pytest.raises(EncryptedColumnError):
        note.save()


def test_a_row_without_a_clinic_cannot_hold_words(tables):
    with pytest.raises(EncryptedColumnError, match="clinic"):
        Note(title="Secret").save()


def test_other_columns_stay_open_to_queries(note):
    assert Note.objects.filter(stars=0).values_list("stars", flat=True).get() == 0
    assert Note.objects.count() == 1
    assert Note.objects.select_related("clinic", "shelf").get().title == "Take the bus"


@pytest.mark.parametrize("bad", ["x" * 81, "a\0b", "a\ud800b"], ids=["long", "NUL", "half"])
def test_what_cannot_be_kept_is_refused_on_the_form(note, bad):
    note.title = bad
    with pytest.raises(ValidationError) as caught:
        note.full_clean(validate_constraints=False)
    assert set(caught.value.message_dict) == {"title"}


@pytest.mark.parametrize(
    "bad",
    ["x" * 20_001, {"a\0": 1}, [{"a": "b\0"}], float("nan"), {1, 2}, ["\ud800"]],
    ids=["long", "NUL in a key", "NUL", "no number", "no JSON", "half"],
)
def test_json_that_cannot_be_kept_is_refused(note, bad):
    note.answers = bad
    with pytest.raises(ValidationError) as caught:
        note.full_clean(validate_constraints=False)
    assert set(caught.value.message_dict) == {"answers"}


def test_a_text_that_is_needed_is_asked_for(note):
    field = EncryptedTextField("ground.note.needed", max_length=80, blank=False)
    with pytest.raises(ValidationError):
        field.clean("", note)


def test_short_texts_get_a_line_and_long_ones_a_box(note):
    form = modelform_factory(Note, fields=["title", "body", "answers"])(instance=note)
    kinds = {name: type(field.widget).__name__ for name, field in form.fields.items()}
    assert kinds == {"title": "TextInput", "body": "Textarea", "answers": "Textarea"}
    assert form.fields["title"].max_length == 80
    assert 'maxlength="4000"' in str(form["body"])


def test_a_form_reads_and_writes_the_plain_text(note):
    form = modelform_factory(Note, fields=["title", "answers"])
    assert form(instance=note).initial == {"title": "Take the bus", "answers": [0]}
    form({"title": "Walk", "answers": "[1]"}, instance=note).save()
    again = Note.objects.get(pk=note.pk)
    assert (again.title, again.answers, again.body) == ("Walk", [1], "Two stops")
