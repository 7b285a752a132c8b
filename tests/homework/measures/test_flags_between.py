"""Flags between several people: who answers, who stands in, what ends meanwhile, who knows."""

import pytest

from tests.homework.measures.giving import answered
from tests.homework.measures.test_flags import flag, given

pytestmark = pytest.mark.django_db
__all__ = ["flag", "given"]


def test_the_audit_page_does_not_tell_whose_answer_raised_one(cast, signed_in, flag):
    flag.answer("I rang her.", by=cast.tess)
    events = signed_in(cast.ada).get("/clinic/audit/?kind=flag").context["events"]
    assert [(event.action, event.actor) for event in events] == [("flag.answered", cast.tess)]
