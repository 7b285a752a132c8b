"""Clients under 18 in a table: who has consented is asked as in the form for one client."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from accounts.models import Invitation, Therapy
from tests.accounts.test_invite_many import PATH, wrong
from tests.queries import Queries

pytestmark = pytest.mark.django_db

HEAD = "name,e-mail,role,therapist,under 18,consented by,ask again on"
AGAIN = (timezone.localdate() + timedelta(days=200)).isoformat()


@pytest.fixture
def ada(signed_in, cast):
    return signed_in(cast.ada)


def check(ada, *lines, do=""):
    return ada.post(PATH, {"table": "\n".join([HEAD, *lines]), "do": do})


def test_who_consented_is_shown_first_and_kept_with_the_therapy(ada):
    line = f"Ida,ida@example.org,client,Tess,yes,Eva Falk,{AGAIN}"
    page = check(ada, line)
    assert "Under 18. Eva Falk has consented." in page.text and "It is asked again on" in page.text
    assert not Therapy.objects.filter(client=None).exists()
    check(ada, line, do="send")
    begun = Therapy.objects.get(client=None)
    assert (begun.under_18, begun.consented_by) == (True, "Eva Falk")
    assert begun.ask_consent_again_on == date.fromisoformat(AGAIN)
    assert Invitation.objects.get().therapy == begun


@pytest.mark.parametrize("cells", [f",{AGAIN}", "-,-", "n/a,n/a", "no,soon", ",2001-01-01"])
def test_of_age_it_is_not_asked_and_nothing_is_kept_of_it(ada, cells):
    check(ada, f"Ida,ida@example.org,client,Tess,no,{cells}", do="send")
    begun = Therapy.objects.get(client=None)
    assert (begun.under_18, begun.consented_by, begun.ask_consent_again_on) == (False, "", None)


def test_of_age_and_yet_somebody_has_consented_is_told_apart_by_a_person(ada):
    answer = check(ada, f"Ida,ida@example.org,client,Tess,no,Eva Falk,{AGAIN}", do="send")
    (said,) = wrong(answer)[2]
    assert "“under 18” says no" in said and not Invitation.objects.exists()


@pytest.mark.parametrize("column", ["consent", "Einwilligung", "consented by"])
@pytest.mark.parametrize("said", ["yes", "Ja", "x", "no", "-"])
def test_yes_is_nobodys_name(ada, column, said):
    head = HEAD.replace("consented by", column)
    line = f"Ida,ida@example.org,client,Tess,yes,{said},{AGAIN}"
    answer = ada.post(PATH, {"table": f"{head}\n{line}", "do": "send"})
    assert wrong(answer)[2] == ["“consented by”: Write who has consented."]


def test_the_rules_are_those_of_the_form_line_by_line(ada):
    answer = check(
        ada,
        f"A,a@example.org,client,Tess,yes,,{AGAIN}",
        "B,b@example.org,client,Tess,yes,Eva,",
        "C,c@example.org,client,Tess,yes,Eva,soon",
        "D,d@example.org,client,Tess,yes,Eva,2001-01-01",
        f"E,e@example.org,client,Tess,yes,{'x' * 201},{AGAIN}",
        "F,f@example.org,client,Tess,yes",
        f"G,g@example.org,client,Tess,yes,Eva,{AGAIN}",
        do="send",
    )
    said = wrong(answer)
    assert list(said) == [2, 3, 4, 5, 6, 7] and len(said[7]) == 2
    assert said[2] == ["“consented by”: Write who has consented."]
    assert said[3] == ["“ask again on”: Choose when consent is asked again."]
    assert said[4] == ["“ask again on”: Write the day as in 2027-06-30: year, month, day."]
    assert said[5] == ["“ask again on”: Choose a day to come."]
    assert not Invitation.objects.exists()


def test_a_table_from_before_the_columns_says_what_is_missing(ada):
    table = "name,e-mail,role,therapist,under 18\nIda,ida@example.org,client,Tess,yes"
    assert list(wrong(ada.post(PATH, {"table": table}))) == [2]


@pytest.mark.parametrize("language", ["en-gb", "de"])
def test_the_example_on_the_page_is_a_table_that_works(signed_in, cast, language):
    type(cast.ada).objects.filter(pk=cast.ada.pk).update(language=language)
    type(cast.tess).objects.filter(pk=cast.tess.pk).update(name="Maya Lind")
    ada = signed_in(cast.ada)
    example = ada.get(PATH).context["example"]
    page = ada.post(PATH, {"table": example})
    assert page.status_code == 200, wrong(page)
    ada.post(PATH, {"table": example, "do": "send"})
    assert {t.client_name: t.under_18 for t in Therapy.objects.filter(client=None)} == {
        "Nils Berg": False,
        "Ida Falk": True,
    }


def test_a_spreadsheets_day_of_ones_own_language_is_read(signed_in, cast):
    type(cast.ada).objects.filter(pk=cast.ada.pk).update(language="de")
    day = date.fromisoformat(AGAIN)
    rows = [
        "Name;E-Mail;Rolle;Therapeutin;unter 18;eingewilligt hat;wieder fragen am",
        f"Ida;ida@example.org;Klientin;Tess;ja;Eva Falk;{day:%d.%m.%Y}",
    ]
    signed_in(cast.ada).post(PATH, {"table": "\n".join(rows), "do": "send"})
    assert Therapy.objects.get(client=None).ask_consent_again_on == day


def test_two_hundred_under_18_cost_as_few_questions_as_two(ada):
    def asked(count):
        lines = [f"N,n{n}@example.org,client,Tess,yes,Eva,{AGAIN}" for n in range(count)]
        with Queries() as queries:
            check(ada, *lines)
        return len(queries)

    asked(1)
    assert asked(2) == asked(200)
