"""A homework of the client's own: proposed on the phone, answered at the desk."""

from datetime import timedelta
from unittest import mock

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import AuditEvent, Draft
from homework.models import HomeworkProposal, WeekPlan
from tests.homework.planning import Desk
from tests.homework.presses import address
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def phone(cast):
    """A browser of Cleo's own, beside the one at the desk."""
    browser = Client()
    browser.force_login(cast.cleo)
    return browser


@pytest.fixture
def url(cast):
    return address("proposal", cast.therapy)


@pytest.fixture
def proposal(cast):
    words = {"title": "Walk to the market", "words": "On Saturday"}
    return HomeworkProposal.propose(cast.therapy, **words, by=cast.cleo)


def state_of(proposal):
    return HomeworkProposal.objects.get(pk=proposal.pk).state


# --- on the phone ---


def test_today_and_the_proposed_plan_lead_there(cast, phone, url):
    assert f'href="{url}"' in phone.get("/today/").content.decode()
    plan = WeekPlan.prepare(cast.therapy, by=cast.tess)
    cast.assignment.carry_into(plan)
    plan.propose(by=cast.tess)
    assert f'href="{url}"' in phone.get(address("agree", plan)).content.decode()


def test_goals_leads_there_too_and_it_leads_to_a_step_of_ones_own(cast, phone, url):
    assert f'href="{url}"' in phone.get("/goals/").text
    assert (
        'href="/goals/"' in phone.get(url).text and "Propose a step toward" in phone.get(url).text
    )
    cast.therapy.end(by=cast.tess)
    assert f'href="{url}"' not in phone.get("/goals/").text


def test_it_says_who_reads_it(phone, url):
    assert "Tess" in phone.get(url).context["form"].fields["title"].who["reader"]


def test_today_tells_once_that_it_was_answered(cast, phone, proposal, url):
    assert "what you proposed" not in phone.get("/today/").text
    proposal.not_now(by=cast.tess)
    assert "Tess has answered what you proposed: not now" in phone.get("/today/").text
    assert "Walk to the market" in phone.get(url).text
    assert "what you proposed" not in phone.get("/today/").text
    assert HomeworkProposal.objects.get().heard_at


def test_today_tells_once_that_it_was_taken_into_the_plan(cast, phone, proposal, url):
    proposal.take(WeekPlan.prepare(cast.therapy, by=cast.tess), by=cast.tess)
    assert "Tess took what you proposed into your plan" in phone.get("/today/").text
    phone.get(url)
    assert "what you proposed" not in phone.get("/today/").text
    proposal.ask_again(by=cast.tess)
    proposal.not_now(by=cast.tess)
    assert "Tess has answered what you proposed: not now" in phone.get("/today/").text


def test_sent_twice_it_is_proposed_once_and_stands_there(cast, phone, url):
    sent = {"title": "Walk to the market", "words": "On Saturday"}
    for _time in range(2):
        page = phone.post(url, sent, follow=True).content.decode()
    proposal = cast.therapy.proposals.get()
    assert (proposal.title, proposal.words, proposal.proposed_by) == (*sent.values(), cast.cleo)
    assert "Sent. It is part of your week once you both agree." in page
    assert "Walk to the market" in page and "No answer yet." in page
    assert AuditEvent.objects.filter(action="plan.homework_proposed").count() == 1


@pytest.mark.parametrize("sent", [{}, {"title": "x" * 201}, {"title": "x", "words": "x" * 1001}])
def test_what_cannot_be_sent_is_refused_with_its_words(cast, phone, url, sent):
    assert phone.post(url, sent).status_code == 422
    assert not cast.therapy.proposals.exists()


def test_half_written_it_stands_there_again_until_it_is_sent(cast, phone, url):
    kept = phone.post(f"/drafts/proposal/{cast.therapy.pk}/", {"title": "Walk to the ma"})
    assert kept.status_code == 204 and "Walk to the ma" in phone.get(url).content.decode()
    phone.post(url, {"title": "Walk to the market"})
    assert not Draft.objects.exists()


def test_it_can_be_taken_back_until_it_is_answered(cast, phone, url, proposal):
    page = phone.post(address("proposal-withdrawal", proposal), follow=True).content.decode()
    assert "You took it back." in page and "Walk to the market" not in page
    assert state_of(proposal) == "withdrawn"


def test_answered_it_is_not_taken_back(cast, phone, proposal):
    proposal.not_now(by=cast.tess)
    page = phone.post(address("proposal-withdrawal", proposal), follow=True).content.decode()
    assert "It was answered before you took it back." in page and "not now" in page
    assert state_of(proposal) == "not_now"


def test_after_the_end_nothing_is_sent_and_it_is_said_kindly(cast, phone, url, proposal):
    cast.therapy.end(by=cast.tess)
    for answer in (phone.get(url), phone.post(url, {"title": "One more"})):
        page = answer.content.decode()
        assert "Your work together has ended" in page and "Propose it" not in page
        assert "Walk to the market" in page and "Take it back" not in page
    assert cast.therapy.proposals.count() == 1
    assert f'href="{url}"' not in phone.get("/today/").content.decode()


def test_the_end_that_comes_while_it_is_sent_is_said_too(cast, phone, url):
    with mock.patch.object(HomeworkProposal, "propose", return_value=None):
        assert phone.post(url, {"title": "One more"}).status_code == 422


def test_a_strangers_proposals_do_not_exist(cast, signed_in, url, proposal):
    back = address("proposal-withdrawal", proposal)
    for stranger in (cast.carl, cast.zack):
        client = signed_in(stranger)
        assert [client.get(url).status_code, client.post(back).status_code] == [404, 404]
    assert signed_in(cast.tess).get(url).status_code == 403
    assert state_of(proposal) == "waiting"


# --- found again ---


def test_history_tells_it_with_its_outcome_and_finds_it(cast, phone, url, proposal):
    page = phone.get("/history/").text
    assert "You proposed something on" in page and f'href="{url}"' in page
    assert "Walk to the market" in page and "No answer yet." in page
    proposal.not_now(by=cast.tess)
    assert "Tess answered on" in phone.get("/history/").text
    assert "<b>1</b> place with" in phone.post("/history/search/", {"words": "saturday"}).text


def test_history_says_what_was_taken_back_and_what_nobody_reads(cast, phone, proposal):
    HomeworkProposal.propose(cast.therapy, title="Swim", by=cast.cleo).withdraw(by=cast.cleo)
    assert "You took this back." in phone.get("/history/").text
    cast.therapy.end(by=cast.tess)
    assert "Nobody reads this now." in phone.get("/history/").text


def test_the_caseload_says_it_until_it_is_answered(cast, signed_in, proposal):
    tess = signed_in(cast.tess)
    assert "Proposes a homework: “Walk to the market”" in tess.get("/caseload/").text
    proposal.not_now(by=cast.tess)
    assert "Proposes a homework" not in tess.get("/caseload/").text


def test_the_client_page_says_it_until_it_is_answered(cast, signed_in, proposal):
    tess, page = signed_in(cast.tess), address("client-page", cast.therapy)
    told = tess.get(page).text
    assert "Cleo proposes a homework:" in told and "On Saturday" in told and "Answer it" in told
    assert "Answer it" not in signed_in(cast.vera).get(page).text
    proposal.not_now(by=cast.tess)
    assert "Cleo proposes a homework" not in tess.get(page).text


# --- at the desk ---


def test_the_desk_shows_what_waits_and_nothing_taken_back(cast, desk, proposal):
    assert "Cleo proposes:" in desk.read("review")
    proposal.withdraw(by=cast.cleo)
    assert "Walk to the market" not in desk.read("review")


def test_taken_it_is_a_homework_of_next_week_once(cast, desk, phone, url, proposal):
    for _press in range(2):
        answer = desk.post("proposal-taking", proposal.pk, **desk.answers())
    homework = desk.plan.assignments.get()
    assert answer.url == desk.at("assignment-edit", homework.pk)
    assert AuditEvent.objects.filter(action="assignment.added").count() == 1
    assert (homework.title, homework.how) == ("Walk to the market", "On Saturday")
    assert homework.proposed_by_client and homework.step == cast.step
    assert "Cleo’s own idea." in desk.read("review")
    assert "Tess took it into your plan on" in phone.get(url).content.decode()


def test_removed_from_the_draft_again_it_waits_for_another_answer(cast, desk, phone, url, proposal):
    desk.post("proposal-taking", proposal.pk, **desk.answers())
    desk.plan.assignments.get().remove(by=cast.tess)
    assert state_of(proposal) == "waiting" and "Cleo proposes:" in desk.read("review")
    assert "No answer yet." in phone.get(url).text


def test_what_was_typed_beside_it_is_kept(desk, proposal):
    desk.post("proposal-taking", proposal.pk, **desk.answers(focus="Out of doors"))
    assert desk.plan.focus == "Out of doors" and desk.plan.assignments.count() == 1


def test_not_now_is_told_and_leaves_the_plan_alone(cast, desk, phone, url, proposal):
    desk.post("proposal-not-now", proposal.pk)
    assert desk.plan is None and "Cleo proposes:" not in desk.read("review")
    page = phone.get(url).content.decode()
    assert "not now. You can talk about it when you meet." in page


def test_a_week_that_the_client_has_takes_nothing_in(cast, desk, proposal):
    plan = WeekPlan.prepare(cast.therapy, by=cast.tess)
    cast.assignment.carry_into(plan)
    plan.propose(by=cast.tess)
    assert "Take it into the plan" not in desk.read("review")
    assert desk.post("proposal-taking", proposal.pk).status_code == 422
    assert proposal.take(plan, by=cast.tess) is None and state_of(proposal) == "waiting"
    assert plan.assignments.count() == 1


def test_taken_back_in_the_meantime_it_is_not_taken(cast, desk, proposal):
    proposal.withdraw(by=cast.cleo)
    answer = desk.post("proposal-taking", proposal.pk)
    assert answer.status_code == 422 and "does not wait" in answer.content.decode()
    assert desk.plan is None


def test_taken_back_in_the_meantime_it_is_not_answered(cast, desk, proposal):
    proposal.withdraw(by=cast.cleo)
    desk.post("proposal-not-now", proposal.pk)
    page = desk.read("review")
    assert "does not wait" in page and "Answered: not now" not in page


@pytest.mark.parametrize(
    ("who", "status"), [("tess", 302), ("will", 302), ("vera", 403), ("otto", 404), ("zoe", 404)]
)
@pytest.mark.parametrize("name", ["proposal-taking", "proposal-not-now"])
def test_who_leads_or_stands_in_answers(cast, signed_in, proposal, name, who, status):
    desk = Desk(cast, signed_in(getattr(cast, who)))
    assert desk.post(name, proposal.pk).status_code == status


def test_who_stands_in_sees_and_answers_those_of_four_weeks(cast, signed_in, proposal):
    long_ago = timezone.now() - timedelta(days=29)
    HomeworkProposal.objects.update(proposed_at=long_ago)
    for who, status, seen in (("tess", 302, True), ("will", 404, False)):
        desk = Desk(cast, signed_in(getattr(cast, who)))
        client_page = desk.client.get(address("client-page", cast.therapy)).text
        assert [proposal.title in page for page in (desk.read("review"), client_page)] == [seen] * 2
        HomeworkProposal.objects.update(answered_at=None, answered_by=None, answer="")
        assert desk.post("proposal-not-now", proposal.pk).status_code == status
        HomeworkProposal.objects.update(answered_at=None, answered_by=None, answer="")


def test_a_proposal_of_another_therapy_is_not_there(cast, desk):
    far = HomeworkProposal.propose(cast.other, title="Swim", by=cast.carl)
    for name in ("proposal-taking", "proposal-not-now"):
        assert desk.post(name, far.pk).status_code == 404


def test_more_of_them_take_no_more_queries(cast, desk, phone, url):
    pages = (phone, url), (desk.client, desk.at("review"))
    HomeworkProposal.propose(cast.therapy, title="0", by=cast.cleo)
    few = [len(queries_of(*page)) for page in pages]
    for n in range(1, 4):
        HomeworkProposal.propose(cast.therapy, title=str(n), by=cast.cleo)
    assert [len(queries_of(*page)) for page in pages] == few


def test_an_answer_taken_back_meanwhile_is_not_heard(cast, proposal):
    """Today was opened, and at the same moment the homework left the draft again."""
    plan = WeekPlan.prepare(cast.therapy, by=cast.tess)
    proposal.take(plan, by=cast.tess)
    seen = HomeworkProposal.objects.get(pk=proposal.pk)
    proposal.ask_again(by=cast.tess)
    seen.hear(by=cast.cleo)
    assert state_of(proposal) == "waiting"
    assert not AuditEvent.objects.filter(action="plan.proposal_answer_heard").exists()
