"""A therapist adds a client: once, with the crisis text set, and the secret shown once."""

import uuid

import pytest

from accounts.models import Clinic, Invitation, Therapy
from homework.models import TherapySession
from tests.cast import clinic, member

pytestmark = pytest.mark.django_db

NEW = {"client_name": "Nils Berg", "way": "phone", "under_18": "no"}


@pytest.fixture
def tess(signed_in, cast):
    return signed_in(cast.tess)


def add(client, **answers):
    return client.post("/caseload/new/", {"once": uuid.uuid4(), **NEW, **answers})


def nils():
    return next(t for t in Therapy.objects.all() if t.client_name == "Nils Berg")


def test_a_new_client_leads_to_link_and_code_shown_once(tess):
    page = tess.get(add(tess).url)
    invitation = Invitation.objects.get(therapy=nils())
    assert "/join/" in page.text and "data:image/svg+xml" in page.text
    assert page.text.count(invitation.link_digest) == 0
    assert "/join/" not in tess.get(f"/caseload/{nils().pk}/invitation/").text


def test_the_link_works_and_is_not_kept_in_plain(tess, client):
    from django.contrib.sessions.models import Session

    answer = add(tess)
    kept = str([session.get_decoded() for session in Session.objects.all()])
    page = tess.get(answer.url).text
    token = page.split("/join/")[1].split("/")[0]
    assert token not in kept
    client.logout()
    assert client.get(f"/join/{token}/").status_code == 200


def test_the_mail_is_neutral_and_goes_after_the_commit(
    tess, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        add(tess, email="Nils@Example.org")
        assert mailoutbox == []
    mail = mailoutbox[0]
    everything = (mail.subject + mail.body + mail.alternatives[0][0] + mail.from_email).lower()
    for word in ("therap", "client", "homework", "harbour", "tess", "nils berg"):
        assert word not in everything
    assert mail.to == ["nils@example.org"] and "/join/" in mail.body


def test_a_mail_server_that_is_down_breaks_no_page(
    tess, settings, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = "tests.accounts.mail.Down"
    with django_capture_on_commit_callbacks(execute=True):
        answer = add(tess, email="nils@example.org")
    assert answer.status_code == 302 and nils()


def test_a_double_press_begins_one_therapy(tess):
    once = uuid.uuid4()
    assert add(tess, once=once).url == add(tess, once=once).url
    assert Invitation.objects.filter(therapy=once).count() == 1


def test_an_id_of_somebody_elses_therapy_begins_nothing(tess, cast):
    before = Therapy.objects.count()
    assert add(tess, once=cast.other.pk).status_code == 302
    assert Therapy.objects.count() == before


def test_on_paper_needs_no_invitation(tess):
    answer = add(tess, way="paper")
    assert answer.url == f"/caseload/{nils().pk}/"
    assert nils().state == "active" and nils().on_paper and not nils().invitations.exists()


def test_the_first_session_is_booked(tess):
    add(tess, first_session_at="2099-01-01T10:00")
    assert not Therapy.objects.filter(client=None, on_paper=False).exists()
    from django.utils import timezone

    day = timezone.localdate() + timezone.timedelta(days=3)
    add(tess, first_session_at=f"{day}T10:00")
    assert TherapySession.objects.filter(therapy=nils()).count() == 1


def test_under_18_asks_who_consented_and_when_again(tess):
    answer = add(tess, under_18="yes")
    assert answer.status_code == 422 and "Nils Berg" in answer.text
    assert answer.text.count("field--error") == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"client_name": ""},
        {"client_name": "x" * 121},
        {"client_name": "Nils\0"},
        {"email": "nils"},
        {"email": "n" * 250 + "@example.org"},
        {"way": "pigeon"},
        {"once": "no id"},
        {"first_session_at": "2026-02-31T10:00"},
        {"first_session_at": "1990-01-01T10:00"},
    ],
)
def test_wrong_answers_keep_the_input_and_write_nothing(tess, wrong):
    before = Therapy.objects.count()
    answer = add(tess, **wrong)
    assert answer.status_code == 422 and "<title>Error:" in answer.text
    assert Therapy.objects.count() == before


def test_without_a_crisis_text_the_page_says_who_can_set_it(tess, cast):
    Clinic.objects.filter(pk=cast.harbour.pk).update(crisis_text="")
    page = tess.get("/caseload/new/")
    assert "ada@example.org" in page.text and '<form method="post" novalidate' not in page.text
    assert add(tess).status_code == 200 and Invitation.objects.count() == 0


def test_send_again_opens_a_new_link_and_shuts_the_old(tess, client, invitation):
    path = f"/caseload/{invitation.therapy_id}/invitation/"
    page = tess.post(path, {"email": ""}, follow=True)
    token = page.text.split("/join/")[1].split("/")[0]
    tess.logout()
    assert client.get(invitation.link_path()).status_code == 404
    assert client.get(f"/join/{token}/").status_code == 200


def test_take_back(tess, invitation):
    tess.post(f"/caseload/{invitation.therapy_id}/invitation/", {"revoke": "1"})
    invitation.refresh_from_db()
    assert invitation.state == "revoked"


def test_only_the_lead_sees_the_invitation(signed_in, cast, invitation):
    path = f"/caseload/{invitation.therapy_id}/invitation/"
    assert signed_in(cast.otto).get(path).status_code == 404
    ours = f"/caseload/{cast.therapy.pk}/invitation/"
    assert signed_in(cast.will).get(ours).status_code == 403
    assert "Joined on" in signed_in(cast.tess).get(ours).text


def test_a_client_begins_only_where_one_is_a_therapist(tess, cast):
    member(cast.tess, clinic("Hill"), is_therapist=True)
    member(cast.tess, cast.meadow, is_admin=True)
    answer = add(tess, clinic=cast.meadow.pk)
    assert answer.status_code == 422 and "Meadow" not in answer.text
    assert not Therapy.objects.filter(clinic=cast.meadow, lead=cast.tess).exists()
