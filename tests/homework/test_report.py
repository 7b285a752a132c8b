"""The week's report: it sums itself up, says exactly what is seen, and can be amended."""

import pytest

from accounts.models import Draft
from homework.models import Review, WeekReport
from tests.cast import agreed_plan, therapy
from tests.homework.presses import address, logged
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(cast, client):
    client.force_login(cast.cleo)
    return client


@pytest.fixture
def url(cast):
    return address("report", cast.therapy)


def test_with_one_therapy_the_way_is_short(client, url):
    assert client.get("/report/").url == url


def test_with_two_there_is_a_choice(cast, client):
    therapy(cast.harbour, cast.otto, cast.cleo)
    page = client.get("/report/").content.decode()
    assert "Tess" in page and "Otto" in page
    assert "You meet on" in page and page.count("Not sent yet.") == 2
    WeekReport.send(cast.plan, topics="Sunday", by=cast.cleo)
    page = client.get("/report/").content.decode()
    assert "Sent on" in page and page.count("Not sent yet.") == 1


def test_shared_entries_sum_themselves_up(cast, client, url):
    logged(cast.assignment, cast.cleo, note="I sat upstairs.")
    logged(cast.assignment, cast.cleo, "partly")
    logged(cast.assignment, cast.cleo, private=True, note="For me alone")
    logged(cast.assignment, cast.cleo, "not_today", private=True)
    page = client.get(url).content.decode()
    assert "3 practices, one of them Partly, one kept to yourself" in page
    assert "I sat upstairs." in page and "For me alone" not in page
    assert page.count("Tess sees that you practised. Your words stay with you.") == 1
    assert page.count("Tess sees nothing of this.") == 1


def test_all_that_is_shared_is_listed_with_its_questions(cast, client, url):
    words = {"where": "Bus 9", "with_whom": "Nora", "before": 8, "after": 3, "difficulty": 2}
    logged(cast.assignment, cast.cleo, "partly", obstacle="tired", **words)
    page = client.get(url).text
    for said in ("Bus 9", "Nora", "I was too tired", "8 of 10", "3 of 10", "2 of 4"):
        assert said in page


def test_an_answered_report_still_says_who_read_it(cast, client, url):
    client.post(url, {"topics": "Sunday"})
    WeekReport.objects.get().read(by=cast.will)
    Review.of(cast.plan, by=cast.tess).finish(by=cast.tess)
    assert "Will read it on" in client.get(url).text


def test_it_says_who_has_read_it(cast, client, url):
    client.post(url, {"topics": "Sunday"})
    WeekReport.objects.get().read(by=cast.will)
    page = client.get(url).content.decode()
    assert "Will read it on" in page and "Tess read it on" not in page


def test_a_report_is_sent_amended_and_kept_as_it_was(client, url):
    client.post(url, {"topics": "Sunday"})
    client.post(url, {"topics": "Sunday, and my sister"})
    report = WeekReport.objects.get()
    assert report.topics == "Sunday, and my sister" and report.amended_at
    assert report.versions.get().topics == "Sunday"
    page = client.get(url).content.decode()
    assert "Sent on" in page and "Sunday, and my sister" in page and "Send the change" in page


def test_the_question_may_stay_empty(client, url):
    assert client.post(url, {"topics": ""}).status_code == 302
    assert WeekReport.objects.get().topics == ""


def test_sent_twice_it_is_one_report(client, url):
    for _time in range(2):
        client.post(url, {"topics": "Sunday"})
    assert not WeekReport.objects.get().versions.exists()


def test_once_it_is_answered_it_stands(cast, client, url):
    client.post(url, {"topics": "Sunday"})
    Review.of(cast.plan, by=cast.tess).finish(by=cast.tess)
    answer = client.post(url, {"topics": "Monday"})
    assert answer.status_code == 422
    assert "This week has been answered." in answer.content.decode()
    page = client.get(url).content.decode()
    assert WeekReport.objects.get().topics == "Sunday"
    assert "Read the answer" in page and "<textarea" not in page


@pytest.mark.parametrize("topics", ["x" * 4001, "a\0b"])
def test_what_cannot_be_kept_comes_back(client, url, topics):
    answer = client.post(url, {"topics": topics})
    assert answer.status_code == 422 and "<title>Error: Report</title>" in answer.content.decode()
    assert not WeekReport.objects.exists()


def test_a_draft_waits_and_goes_once_it_is_sent(cast, client, url):
    client.post(f"/drafts/report/{cast.plan.pk}/", {"topics": "Half a"})
    assert "Half a" in client.get(url).content.decode()
    client.post(url, {"topics": "Half a thought"})
    assert not Draft.objects.exists()


def test_words_about_last_week_are_no_report_on_the_next(cast, client, url):
    sent = {"week": client.get(url).context["form"]["week"].value(), "topics": "My sister came"}
    agreed_plan(cast.therapy, cast.tess)
    late = client.post(url, sent)
    assert late.status_code == 422 and not WeekReport.objects.exists()
    assert "A new week has begun" in late.text and ">\nMy sister came</textarea>" in late.text
    client.post(url, sent | {"week": late.context["form"]["week"].value()})
    assert WeekReport.objects.get().plan.closed_at is None


def test_without_a_plan_there_is_nothing_to_report_yet(cast, client, url):
    cast.plan.close("superseded", by=cast.tess)
    assert "No week to report on yet" in client.get(url).content.decode()
    late = client.post(url, {"topics": "My sister came"})
    assert late.status_code == 422 and "My sister came" in late.text


def test_after_the_end_nothing_is_sent(cast, client, url):
    cast.therapy.end(by=cast.tess)
    page = client.get(url).content.decode()
    assert "Nobody reads this now." in page and 'class="stairs' not in page
    late = client.post(url, {"topics": "My sister came"})
    assert late.status_code == 422 and "My sister came" in late.text
    assert not WeekReport.objects.exists()
    assert client.get("/report/").url == url


def test_it_takes_a_constant_number_of_queries(cast, client, url):
    few = len(queries_of(client, url))
    plan = agreed_plan(cast.therapy, cast.tess, "A", "B", "C")
    for assignment in plan.assignments.all():
        logged(assignment, cast.cleo)
    assert few <= len(queries_of(client, url)) <= 9


def test_a_strangers_report_does_not_exist(cast, signed_in, url):
    assert signed_in(cast.carl).get(url).status_code == 404
    assert signed_in(cast.zack).post(url, {"topics": "x"}).status_code == 404
    assert signed_in(cast.tess).get(url).status_code == 403
