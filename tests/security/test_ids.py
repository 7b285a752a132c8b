"""An id in a form or behind a question mark is looked for among what is one's own, too: another
client's, another clinic's and nobody's are refused, alone and among others that are right."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from homework.models import Review
from tests.cast import member_of
from tests.written import Written

HOW = {"secure": True, "headers": {"host": "midweek.example.org"}}
DAY = timedelta(days=1)


def tomorrow():
    return (timezone.localdate() + DAY).isoformat()


# {what: (who, address, what is sent with it)}; {} stands for the owner's object of that name.
IN_FORMS = {
    "an exercise into the week": ("tess", "/caseload/{therapy}/plan/assignments/", "exercise"),
    "a step to begin with": ("tess", "/caseload/{therapy}/first-session/?part=first", "step"),
}


@pytest.mark.parametrize("owner", ["zack", "nobody"])
@pytest.mark.parametrize("what", IN_FORMS)
def test_an_id_that_is_somebody_elses_changes_nothing(what, owner, world):
    role, address, name = IN_FORMS[what]
    url = address.format(**world.objects["cleo"])
    written = Written()
    answer = world.ask(role, "POST", url, {name: str(world.objects[owner][name])}, **HOW)
    assert answer.status_code in (403, 404, 422)
    assert not written.since() & {"homework_assignment", "goals_step", "homework_weekplan"}


def people(world):
    """Somebody of another clinic, a client, and one whose place here has ended."""
    return [world.cast.zoe.pk, world.cast.carl.pk, world.cast.emil.pk, world.cast.zara.pk]


def test_nobody_from_elsewhere_leads_or_stands_in(world):
    url = f"/clinic/therapies/{world.objects['cleo']['therapy']}/"
    for pk in people(world):
        for do in ({"do": "hand-over"}, {"do": "cover", "kind": "read", "until": tomorrow()}):
            written = Written()
            answer = world.ask("ada", "POST", url, {**do, "therapist": str(pk)}, **HOW)
            assert answer.status_code == 422 and not written.since()


def test_nobody_from_elsewhere_covers_an_absence(world):
    days = {"starts_on": tomorrow(), "back_on": (timezone.localdate() + 3 * DAY).isoformat()}
    for pk in people(world):
        written = Written()
        answer = world.ask("tess", "POST", "/away/", days | {"covered_by": str(pk)}, **HOW)
        assert answer.status_code == 422 and not written.since()


def test_nobody_from_elsewhere_answers_flags(world):
    right = {"deputy": str(world.cast.otto.pk), "second": str(world.cast.vera.pk)}
    for pk in people(world):
        for name in ("answered_by", "deputy", "second"):
            written = Written()
            data = right | {"within_hours": "24", name: str(pk)}
            answer = world.ask("ada", "POST", "/clinic/measures/", data, **HOW)
            assert answer.status_code == 422 and not written.since()


def test_nobody_from_elsewhere_takes_over_from_who_leaves(world):
    url = f"/clinic/people/{member_of(world.cast.tess, world.cast.harbour).pk}/"
    for pk in people(world):
        written = Written()
        answer = world.ask("ada", "POST", url, {"do": "end", "to": str(pk)}, **HOW)
        assert answer.status_code == 422 and not written.since()


def test_another_clinic_is_no_choice(world):
    meadow = str(world.cast.meadow.pk)
    world.ask("ada", "POST", "/clinic/choose/", {"clinic": meadow}, **HOW)
    assert "Meadow" not in world.ask("ada", "GET", "/clinic/", **HOW).text
    written = Written()
    for path in ("/caseload/new/", "/library/new/"):
        answer = world.ask("tess", "POST", path, {"clinic": meadow, "client_name": "N"}, **HOW)
        assert answer.status_code == 422 and not written.since()


def test_one_wrong_id_among_right_ones_is_not_heard(world):
    """Decisions on a week are many ids in one form."""
    url = f"/caseload/{world.objects['cleo']['therapy']}/review/"
    mine = world.objects["cleo"]["assignment"]
    for owner in ("carl", "zack", "nobody"):
        other = world.objects[owner]["assignment"]
        both = {f"{mine}-decision": "keep", f"{other}-decision": "finished"}
        with transaction.atomic():
            world.visitors["tess"].post(url, both, **HOW)
            assert (
                not Review._meta.get_field("decisions")
                .related_model.objects.filter(assignment_id=other)
                .exists()
            )
            transaction.set_rollback(True)


def test_a_list_goes_on_after_ones_own_only(world):
    """A row of somebody else's behind `after`, `before` or `person` opens no list of theirs."""
    for owner in ("carl", "zack", "nobody"):
        known = world.objects[owner]
        for role, path in (
            ("tess", f"/caseload/ended/?after={known['therapy']}"),
            ("ada", f"/clinic/therapies/?after={world.objects['zack']['therapy']}"),
            ("ada", f"/clinic/audit/?person={world.cast.zack.pk}&before=99999999"),
            ("cleo", f"/history/?before={known['entry']}"),
            ("tess", f"/caseload/{world.objects['cleo']['therapy']}/weeks/?before={known['plan']}"),
        ):
            answer = world.ask(role, "GET", path, **HOW)
            assert answer.status_code in (200, 404, 422)
            assert "Zack" not in answer.text and "Meadow" not in answer.text
