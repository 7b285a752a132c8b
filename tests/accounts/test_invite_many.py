"""Many people from a table: each line is looked at before anything is sent, and sent once."""

import codecs
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import Invitation, Letter, Therapy
from accounts.tables import NoTable, rows_of, text_of
from tests.queries import Queries

pytestmark = pytest.mark.django_db

PATH = "/clinic/people/many/"
HEAD = "name,e-mail,role,therapist,under 18"
STAFF = f"{HEAD}\nMaya,maya@example.org,therapist,,\nNoor,noor@example.org,therapist and admin,,"
NILS = "Nils,nils@example.org,client,Tess,no"


@pytest.fixture
def ada(signed_in, cast):
    return signed_in(cast.ada)


def check(client, *lines, **more):
    return client.post(PATH, {"table": "\n".join([HEAD, *lines]), **more})


def send(client, *lines, **more):
    return check(client, *lines, do="send", **more)


def wrong(answer):
    """{line: its errors} of a page that was refused."""
    assert answer.status_code == 422 and not Letter.objects.exists()
    return {line.number: line.wrong for line in answer.context["invited"].lines if line.wrong}


def invited():
    return set(Invitation.objects.values_list("email", "as_therapist", "as_admin"))


def test_nothing_is_sent_before_it_was_looked_at(ada):
    page = ada.post(PATH, {"table": STAFF})
    assert page.status_code == 200 and "Send 2 invitations" in page.text
    assert not Invitation.objects.exists() and not Letter.objects.exists()
    ada.post(PATH, {"table": STAFF, "do": "send"})
    assert invited() == {("maya@example.org", True, False), ("noor@example.org", True, True)}
    assert Letter.objects.open().count() == 2


@pytest.fixture
def nearly_all_of_today(monkeypatch):
    monkeypatch.setattr("accounts.forms.clinic.MOST_A_DAY", 3)


def test_a_clinic_invites_so_many_a_day_line_by_line(ada, cast, nearly_all_of_today):
    send(ada, *STAFF.splitlines()[1:])
    answer = check(ada, NILS, "Ines,ines@example.org,client,Tess,no")
    assert answer.status_code == 422 and "3 people in 24 hours" in answer.text
    send(ada, NILS, "Ines,ines@example.org,client,Tess,no")
    assert Invitation.objects.count() == 2
    one = {"addresses": "a@example.org\nb@example.org", "roles": ["admin"]}
    assert "3 people in 24 hours" in ada.post("/clinic/people/new/", one).text
    send(ada, NILS)
    assert Invitation.objects.count() == 3
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        ada.force_login(cast.ada)
        send(ada, "Ines,ines@example.org,client,Tess,no")
    assert Invitation.objects.count() == 4


def test_a_client_is_invited_by_the_therapist_of_the_line(ada, cast):
    send(ada, NILS, "Ines,ines@example.org,client,,no", **{"therapist-3": str(cast.otto.pk)})
    begun = {t.client_name: t.lead for t in Therapy.objects.filter(client=None)}
    assert begun == {"Nils": cast.tess, "Ines": cast.otto}
    assert Letter.objects.open().count() == 2


def test_errors_stand_at_their_line_and_nobody_is_invited(ada):
    answer = send(
        ada,
        "Maya,maya@example.org,therapist,,",
        "Mo,not one,therapist,,",
        "Mia,mia@example.org,boss,,",
        "Max,max@example.org,,,",
        "May,maya@example.org,admin,,",
        ",cli@example.org,client,Tess,no",
        "Cli,clio@example.org,client,Nobody,no",
        "Cla,cla@example.org,client,Tess,yes",
        "Cle,cle@example.org,client,Tess,",
        "Clu,clu@example.org,client and admin,Tess,no",
    )
    assert list(wrong(answer)) == [3, 4, 5, 6, 7, 8, 9, 10, 11]
    assert "“not one” does not look like an e-mail address." in answer.text
    assert "The same address as in line 2." in answer.text
    assert not Invitation.objects.exists()


def test_who_is_here_or_invited_is_told_and_left_out(ada, cast):
    lines = ["Tess,tess@example.org,admin,,", "Cleo,cleo@example.org,client,Otto,no", NILS]
    page = check(ada, *lines)
    assert "Works here already." in page.text and "Is with Tess already." in page.text
    send(ada, *lines)
    assert "Is invited already, by Tess." in check(ada, NILS).text
    assert Invitation.objects.count() == 1


def test_who_is_with_another_clinic_is_not_told(ada, cast):
    page = check(ada, "Zoe,zoe@example.org,therapist,,", "Zack,zack@example.org,client,Tess,no")
    assert "Send 2 invitations" in page.text and "already" not in page.text


def test_sent_twice_it_is_sent_once(ada):
    for _press in range(2):
        ada.post(PATH, {"table": STAFF, "do": "send"})
        send(ada, NILS)
    assert Invitation.objects.count() == 3 and Letter.objects.count() == 3
    assert Therapy.objects.filter(client=None).count() == 1


def test_an_invitation_that_ran_out_is_sent_anew(ada, cast):
    old = Invitation.send_to_member(
        cast.harbour, email="maya@example.org", as_admin=False, as_therapist=True, by=cast.ada
    )
    Invitation.objects.update(expires_at=old.created_at)
    ada.post(PATH, {"table": STAFF, "do": "send"})
    assert Invitation.objects.open().count() == 2 and Invitation.objects.count() == 3


def test_no_client_before_the_crisis_text(ada, cast):
    type(cast.harbour).objects.filter(pk=cast.harbour.pk).update(crisis_text="")
    assert list(wrong(send(ada, NILS))) == [2]


def test_a_therapist_of_another_clinic_cannot_be_chosen(ada, cast):
    line = "Nils,nils@example.org,client,,no"
    for pick in (str(cast.zoe.pk), "x", str(cast.ada.pk)):
        assert list(wrong(send(ada, line, **{"therapist-2": pick}))) == [2]


@pytest.mark.parametrize(
    "raw",
    [
        codecs.BOM_UTF8 + "Name;E-Mail-Adresse;Rolle\r\nJörg;j@example.org;Therapeut\r\n".encode(),
        "Name;E-Mail;Rolle\rJörg;j@example.org;Therapeut".encode("cp1252"),
        "Name\tE-Mail\tRolle\nJörg\tj@example.org\tTherapeut".encode("utf-16"),
        '"Name","E-Mail","Rolle"\n\n"Jörg",j@example.org,"Therapeut"'.encode(),
    ],
)
def test_files_of_every_program_are_read(ada, raw):
    page = ada.post(PATH, {"file": SimpleUploadedFile("people.csv", raw)})
    (line,) = page.context["invited"].lines
    assert (line.name, line.email, line.roles) == ("Jörg", "j@example.org", {"therapist"})
    assert page.status_code == 200


@pytest.mark.parametrize(
    "hostile",
    [
        {"file": SimpleUploadedFile("book.xlsx", b"PK\x03\x04\0\0\0binary")},
        {"file": SimpleUploadedFile("big.csv", b"a" * 200_001)},
        {"file": SimpleUploadedFile("bad.csv", codecs.BOM_UTF16_LE + b"odd")},
        {"file": SimpleUploadedFile("none.csv", b"")},
        {"table": ""},
        {"table": "name,e-mail,role\nA,a\0@example.org,admin"},
        {"table": "a@example.org"},
        {"table": HEAD},
        {"table": 'name,e-mail,role\n"A,' + "a" * 190_000},
        {"table": HEAD + "\nA,a@example.org,admin,," * 201},
    ],
)
def test_what_is_no_table_is_refused_in_words(ada, hostile):
    for do in ("", "send"):
        answer = ada.post(PATH, {**hostile, "do": do})
        assert answer.status_code == 422 and "There is a problem" in answer.text
        if "file" in hostile:
            hostile["file"].seek(0)
    assert not Invitation.objects.exists()


def test_a_formula_stays_words_on_the_page(ada):
    page = check(ada, '"=HYPERLINK(""x"")<b>",nils@example.org,client,Tess,no')
    assert "=HYPERLINK(&quot;x&quot;)&lt;b&gt;" in page.text


def test_two_hundred_lines_cost_as_few_questions_as_two(ada):
    def asked(count):
        lines = [f"N,n{n}@example.org,therapist,," for n in range(count)]
        with Queries() as queries:
            check(ada, *lines)
        return len(queries)

    asked(1)
    assert asked(2) == asked(200)


@given(st.text())
def test_any_text_is_a_table_or_none(text):
    for read in (lambda: rows_of(text), lambda: text_of(text.encode("utf-8", "surrogatepass"))):
        try:
            read()
        except NoTable:
            pass
