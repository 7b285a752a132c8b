"""Homework of earlier versions is carried over."""

import pytest
from django.core.management import call_command
from django.db import connections

from homework.models import Assignment, HomeworkProposal
from tests.cast import gather

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


@pytest.fixture
def migrate():
    """As the command does, so that the application may use what is made anew."""

    def migrate(*target):
        call_command("migrate", *target, database="owner", verbosity=0)

    yield migrate
    migrate()
    connections["owner"].close()


def test_homework_given_before_there_was_a_care_note_has_an_empty_one(migrate):
    homework = gather().assignment
    migrate("homework", "0008_library_in_other_languages")
    migrate()
    assert Assignment.objects.get(pk=homework.pk).care == ""


def test_answers_to_proposals_from_before_are_no_news(migrate):
    cast = gather()
    proposal = HomeworkProposal.propose(cast.therapy, title="Walk to the market", by=cast.cleo)
    proposal.not_now(by=cast.tess)
    migrate("homework", "0010_messages_agreed_with_a_plan")
    migrate()
    proposal.refresh_from_db()
    assert proposal.heard_at == proposal.answered_at
