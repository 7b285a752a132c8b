"""Skills brought from another clinic stand in the toolbox, apart from what is counted here."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from homework.models import Skill
from records.bringing.reading import pieces_in
from records.bringing.writing import bring
from records.models import Brought, BroughtFile
from records.reader import record_of
from records.reading import therapies_of
from records.writers.data import in_json
from tests import cast as casting
from tests.homework.presses import logged
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
PAGE = "/me/bring/"


@pytest.fixture
def file():
    """Of somebody whose earlier clinic practised two skills with them, once in private."""
    far, lead, owner = casting.clinic("Riverside"), casting.person("rita"), casting.person("ole")
    there = casting.therapy(far, lead, owner)
    for name, title in (("Slow breathing", "Breathe at the bus stop"), ("Saying no", "Say no")):
        facts = {"how": "Sit.\nCount to four.", "smallest": "One breath", "care": "Stop if dizzy."}
        plan = casting.agreed_plan(there, lead, title, example="Mel counts trams.", **facts)
        homework = plan.assignments.get()
        homework.skill, _made = Skill.objects.get_or_create(key=name, defaults={"name": name})
        homework.save(update_fields=["skill"])
        logged(homework, owner, note="Words that stay behind")
        logged(homework, owner, "partly")
        logged(homework, owner, "not_today")
        logged(homework, owner, private=True)
        logged(homework, owner).withdraw(by=owner)
    return in_json(record_of(owner, therapies_of(owner)))


@pytest.fixture
def cleo(signed_in, cast):
    return signed_in(cast.cleo)


def bring_skill(cleo, cast, file, title="Slow breathing"):
    cleo.post(PAGE, {"do": "file", "file": SimpleUploadedFile("notes.json", file)})
    kept = BroughtFile.objects.get(user=cast.cleo).pieces
    number = [(each["kind"], each["facts"]["title"]) for each in kept].index(("skill", title))
    sent = {"do": "bring", "pieces": [number], "therapy": cast.therapy.pk}
    return cleo.post(PAGE, sent, follow=True)


def test_it_stands_in_the_toolbox_with_how_it_goes_and_how_often(cleo, cast, file):
    bring_skill(cleo, cast, file)
    page = cleo.get("/toolbox/").text
    assert "Your toolbox is still empty" not in page
    assert "Slow breathing" in page and "Breathe at the bus stop" in page
    assert "Count to four." in page and "Mel counts trams." in page and "Stop if dizzy." in page
    assert "Practised there 2 times" in page and "From Rita, Riverside." in page


def test_only_what_was_chosen_comes(cleo, cast, file):
    bring_skill(cleo, cast, file)
    page = cleo.get("/toolbox/").text
    assert "Saying no" not in page and "Words that stay behind" not in page
    kept = Brought.objects.get(therapy=cast.therapy).facts
    assert "Words that stay behind" not in str(kept)


def test_what_is_practised_here_is_counted_apart(cleo, cast, file):
    bring_skill(cleo, cast, file)
    cast.assignment.skill = Skill.objects.create(key="here", name="Waiting it out")
    cast.assignment.save(update_fields=["skill"])
    logged(cast.assignment, cast.cleo)
    page = cleo.get("/toolbox/").text
    own, brought = page.split("Brought along", 1)
    assert "Practised once" in own and "Slow breathing" not in own
    assert "Practised there 2 times" in brought and "Waiting it out" not in brought


def test_its_reader_reads_how_it_goes_too(cleo, cast, file, signed_in):
    bring_skill(cleo, cast, file)
    for page in (
        cleo.get("/me/brought/").text,
        signed_in(cast.tess).get(f"/caseload/{cast.therapy.pk}/brought/").text,
    ):
        assert "Count to four." in page and "2 times, the last time on" in page


def test_it_is_nobody_elses(cleo, cast, file, signed_in):
    bring_skill(cleo, cast, file)
    for other in (cast.carl, cast.zack):
        assert "Slow breathing" not in signed_in(other).get("/toolbox/").text


def test_a_later_file_has_the_newest_word_on_a_skill(cleo, cast, file):
    bring_skill(cleo, cast, file)
    later = file.replace(b"Count to four.", b"Count to five.")
    bring_skill(cleo, cast, later)
    page = cleo.get("/toolbox/").text
    assert "Count to five." in page and "Count to four." not in page


def test_what_was_brought_with_a_name_alone_is_shown_as_well(cleo, cast):
    facts = {"title": "Old skill"}
    Brought.objects.create(
        clinic=cast.harbour,
        therapy=cast.therapy,
        kind="skill",
        origin="",
        facts=facts,
        by=cast.cleo,
    )
    page = cleo.get("/toolbox/").text
    assert "Old skill" in page and "Practised there" not in page
    assert "Old skill" in cleo.get("/me/brought/").text


def test_the_page_is_in_german(cleo, cast, file):
    type(cast.cleo).objects.filter(pk=cast.cleo.pk).update(language="de")
    bring_skill(cleo, cast, file)
    page = cleo.get("/toolbox/").text
    assert "Dort 2-mal geübt" in page and "Von Rita, Riverside." in page


def test_many_skills_cost_one_question(cleo, cast, file):
    few = len(queries_of(cleo, "/toolbox/"))
    bring(cast.therapy, pieces_in(file), by=cast.cleo)
    assert cast.therapy.brought.filter(kind="skill").count() == 2
    assert len(queries_of(cleo, "/toolbox/")) == few
