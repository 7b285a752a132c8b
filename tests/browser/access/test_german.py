"""The demo's client who reads German: no English word on a page of hers, and nothing too wide."""

import re

import pytest
from django.utils import timezone

from accounts.models import Therapy
from homework.demo.seeding import seed
from homework.models import PracticeEntry, WeekPlan
from tests.browser.access.test_other_languages import CUT, SIDEWAYS
from tests.browser.conftest import PHONE

# Words that no German text holds.
ENGLISH = re.compile(
    r"\b(the|you|your|and|of|with|this|these|what|when|who|not|for|done|day|week|step|goal|to)\b",
    re.IGNORECASE,
)
PAGES = ("today", "goals", "toolbox", "history", "me", "me/reminders", "me/looked", "help")


@pytest.fixture
def svenja(transactional_db):
    seed(timezone.now())
    return Therapy.objects.get(client__email="klientin@midweek.test")


def paths(therapy):
    """Every page she comes by in a week."""
    plan = WeekPlan.objects.running().get(therapy=therapy)
    homework = plan.assignments.exclude(exercise=None).first()
    entry = PracticeEntry.objects.filter(therapy=therapy, feedback__isnull=False).first()
    ways = [f"today/{homework.pk}/{way}" for way in ("start", "worksheet", "log")]
    return [*PAGES, *ways, f"history/{entry.pk}", f"report/{therapy.pk}"]


def test_her_pages_speak_german_and_fit_her_phone(open_page, svenja):
    page = open_page(svenja.client, PHONE)
    for path in paths(svenja):
        page.goto(f"/{path}/")
        for folded in page.locator("main details").all():
            folded.evaluate("each => each.open = true")
        said = f"{page.title()}\n{page.locator('body').inner_text()}"
        assert (path, ENGLISH.findall(said)) == (path, [])
        assert (path, page.evaluate(SIDEWAYS), page.evaluate(CUT)) == (path, 0, [])
