"""Files of an exercise: called back after it left the library, and carried on with homework."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import AuditEvent
from homework.models import Exercise, LibraryFile
from records.erasing import forget
from tests.cast import agreed_plan, member_of
from tests.homework.library.test_uploads import PDF
from tests.homework.planning import Desk
from tests.homework.test_library import shelves
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
__all__ = ["shelves"]
RETIRED = "/library/retired/"


@pytest.fixture
def tess(cast, signed_in, shelves):
    return signed_in(cast.tess)


@pytest.fixture
def own(shelves):
    return shelves["own"]


def add(tess, exercise, title="The script"):
    facts = {"title": title, "sheet": uuid.uuid4(), "file": SimpleUploadedFile("x.pdf", PDF)}
    tess.post(f"/library/{exercise.pk}/files/", facts)
    return LibraryFile.objects.get(title=title)


def newest(exercise):
    return Exercise.objects.get(key=exercise.key, replaced_at=None)


def given(cast, exercise):
    return agreed_plan(cast.therapy, cast.tess, exercise=newest(exercise)).assignments.get()


def left_the_library(cast, tess, own):
    """With a file that Cleo was given."""
    file = add(tess, own)
    given(cast, own)
    tess.post(f"/library/{own.pk}/retirement/")
    return file


class TestCallingBack:
    def test_what_left_the_library_shows_the_files_that_clients_have(self, cast, tess, own):
        assert "Everything is offered" in tess.get(RETIRED).text
        left_the_library(cast, tess, own)
        text = tess.get(RETIRED).text
        assert "Tessown" in text and "Clients still have" in text and "The script" in text

    def test_one_press_takes_it_from_everybody(self, cast, tess, own, signed_in):
        file = left_the_library(cast, tess, own)
        removal = f"/library/{own.pk}/files/{file.pk}/removal/"
        for _press in range(2):
            assert tess.post(removal, {"from": "everybody"}).url == RETIRED
        assert "Clients still have" not in tess.get(RETIRED).text
        assert signed_in(cast.cleo).get(f"/toolbox/files/{file.pk}/").status_code == 404
        assert not LibraryFile.objects.exists()
        assert newest(own).retired_at and newest(own).version == 2
        assert AuditEvent.objects.filter(action="exercise.file_taken_from_all").count() == 1

    def test_only_taking_it_out_changes_nothing_there(self, cast, tess, own, signed_in):
        file = left_the_library(cast, tess, own)
        tess.post(f"/library/{own.pk}/files/{file.pk}/removal/")
        assert newest(own).version == 2
        assert signed_in(cast.cleo).get(f"/toolbox/files/{file.pk}/").content == PDF

    def test_what_a_colleague_left_behind_is_called_back_by_the_clinic(
        self, cast, tess, own, signed_in
    ):
        """Offered or not when Tess went: it is offered to nobody now, and its files are out."""
        file = add(tess, own)
        given(cast, own)
        otto, removal = signed_in(cast.otto), f"/library/{own.pk}/files/{file.pk}/removal/"
        assert otto.post(removal, {"from": "everybody"}).status_code == 404
        member_of(cast.tess, cast.harbour).end(by=cast.ada)
        text = otto.get(RETIRED).text
        assert "of Tess, who no longer works here" in text and "The script" in text
        assert "Offer it again" not in text
        stranger = signed_in(cast.zoe)
        assert "Tessown" not in stranger.get(RETIRED).text
        assert stranger.post(removal, {"from": "everybody"}).status_code == 404
        otto = signed_in(cast.otto)
        for _press in range(2):
            assert otto.post(removal, {"from": "everybody"}).url == RETIRED
        assert "Tessown" not in otto.get(RETIRED).text
        assert signed_in(cast.cleo).get(f"/toolbox/files/{file.pk}/").status_code == 404
        assert not LibraryFile.objects.exists()

    def test_of_a_colleague_who_was_forgotten_since_no_name_is_told(
        self, cast, tess, own, signed_in
    ):
        add(tess, own)
        given(cast, own)
        member_of(cast.tess, cast.harbour).end(by=cast.ada)
        forget(cast.tess)
        text = signed_in(cast.otto).get(RETIRED).text
        assert "Tessown" in text and "who no longer works here" not in text

    @pytest.mark.parametrize("who", ["otto", "zoe"])
    def test_nobody_else_calls_back_or_sees(self, cast, tess, own, signed_in, who):
        file = left_the_library(cast, tess, own)
        stranger = signed_in(getattr(cast, who))
        assert "Tessown" not in stranger.get(RETIRED).text
        removal = f"/library/{own.pk}/files/{file.pk}/removal/"
        assert stranger.post(removal, {"from": "everybody"}).status_code == 404
        again = stranger.post(f"/library/{own.pk}/retirement/", {"do": "again"})
        assert again.status_code == 404 and LibraryFile.objects.exists()

    def test_offered_again_it_has_the_files_that_somebody_was_given(self, cast, tess, own):
        left_the_library(cast, tess, own)
        for _press in range(2):
            again = tess.post(f"/library/{own.pk}/retirement/", {"do": "again"})
            assert again.url == f"/library/{newest(own).pk}/"
        assert "The script" in tess.get(again.url).text
        assert "Tessown" in tess.get("/library/").text and "Tessown" not in tess.get(RETIRED).text
        assert AuditEvent.objects.filter(action="exercise.offered_again").count() == 1

    def test_its_queries_do_not_grow(self, cast, tess, own, shelves):
        left_the_library(cast, tess, own)
        few = queries_of(tess, RETIRED)
        for number in range(3):
            facts = {"clinic": cast.harbour, "skill": shelves["skill"], "title": f"E{number}"}
            another = Exercise.objects.create(key=f"e{number}", **facts)
            add(tess, another, title=f"File {number}")
            given(cast, another)
            newest(another).retire(by=cast.tess)
        assert len(queries_of(tess, RETIRED)) == len(few)


class TestGoingOn:
    @pytest.mark.parametrize("choice", ["keep", "easier", "step_up", "change", "elsewhere"])
    def test_homework_that_goes_on_keeps_the_files_it_had(self, cast, tess, own, signed_in, choice):
        desk, file = Desk(cast, tess), add(tess, own)
        cast.assignment.reword(exercise=newest(own))
        later = add(tess, own, title="Added later")
        tess.post(f"/library/{own.pk}/files/{file.pk}/removal/")
        desk.decide(choice, again="as_it_is")
        again = desk.plan.assignments.get(carried_from=cast.assignment)
        assert "The script (PDF)" in desk.read("assignment-edit", again.pk)
        desk.plan.agree(by=cast.tess)
        page = signed_in(cast.cleo).get(f"/today/{again.pk}/log/").text
        assert "The script" in page and "Added later" not in page
        assert signed_in(cast.cleo).get(f"/toolbox/files/{file.pk}/").content == PDF
        assert signed_in(cast.cleo).get(f"/toolbox/files/{later.pk}/").status_code == 404

    def test_the_page_says_so_where_a_file_is_added(self, tess, own):
        text = tess.get(f"/library/{own.pk}/").text
        assert "Homework that goes on from last week keeps the files it had." in text
