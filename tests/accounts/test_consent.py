"""A yes is kept with the version it was to, and asked for again when that is an older one."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from accounts import privacy
from accounts.models import Consent, Invitation, ParkedPost, Therapy, User
from homework.models import PracticeEntry
from records.reader import record_of
from tests.cast import therapy
from tests.homework.presses import HTMX, address, press

pytestmark = pytest.mark.django_db
ASKED = "/me/consent/"


@pytest.fixture
def newer(cast, monkeypatch):
    """Cleo has said yes; since then there is another version."""
    Consent.give(cast.cleo, language="en-gb")
    following = privacy.VERSION + 1
    version = privacy.Version(date(2027, 3, 1), "other", ("Entries are kept in Bath now.",))
    monkeypatch.setattr(privacy, "VERSIONS", [*privacy.VERSIONS, version])
    monkeypatch.setattr(privacy, "VERSION", following)
    return following


@pytest.fixture
def cleo(signed_in, cast):
    return signed_in(cast.cleo)


# --- joining ---


def test_joining_keeps_the_yes_with_its_version_and_language(client, invitation, join):
    client.post("/language/", {"language": "de", "next": "/"})
    assert join(invitation.mail_path()).status_code == 302
    nils = User.objects.get(email="nils@example.org")
    [kept] = nils.consents.all()
    assert (kept.version, kept.language) == (privacy.VERSION, "de")
    assert client.get("/today/").status_code == 200


def test_without_a_yes_nothing_is_kept(invitation, join):
    assert join(invitation.mail_path(), consent="").status_code == 422
    assert not Consent.objects.exists()


def test_joining_a_second_therapy_is_a_yes_to_the_words_of_that_day(cleo, cast, newer):
    begun = Therapy.begin(clinic=cast.meadow, lead=cast.zoe, client_name="Cleo", by=cast.zoe)
    invitation = Invitation.send_to_client(begun, email="cleo@example.org", by=cast.zoe)
    assert cleo.post(invitation.mail_path(), {"consent": "on"}).url == "/"
    assert cleo.get("/today/").status_code == 200
    assert [each.version for each in Consent.objects.order_by("version")] == [newer - 1, newer]


# --- asking again ---


def test_the_next_page_asks_and_says_what_is_new(cleo, newer):
    answer = cleo.get("/history/?page=2")
    assert answer.url == f"{ASKED}?next=%2Fhistory%2F%3Fpage%3D2"
    page = cleo.get(answer.url).text
    assert "Entries are kept in Bath now." in page and "when you joined" not in page


def test_who_joined_before_consents_were_kept_reads_that(cleo, cast):
    User.objects.filter(pk=cast.cleo.pk).update(agreed_to=0)
    assert cleo.get("/today/").url.startswith(ASKED)
    assert "You said yes when you joined." in cleo.get(ASKED).text


def test_a_yes_leads_on_and_is_kept_once(cleo, cast, newer):
    for _press in range(2):
        answer = cleo.post(ASKED, {"next": "/history/"})
        assert answer.url == "/history/" and cleo.get("/history/").status_code == 200
    assert [each.version for each in cast.cleo.consents.order_by("at")] == [newer - 1, newer]
    assert f"You agreed to version {newer} on" in cleo.get("/me/").text


def test_it_leads_nowhere_else(cleo, newer):
    assert cleo.post(ASKED, {"next": "https://example.org/"}).url == "/"
    assert cleo.get(f"{ASKED}?next=//example.org").url == "/"


def test_looking_is_no_yes(cleo, cast, newer):
    cleo.get(ASKED)
    cleo.head(ASKED)
    assert cast.cleo.consents.count() == 1


def test_in_german(cleo, cast, newer):
    User.objects.filter(pk=cast.cleo.pk).update(language="de")
    page = cleo.get(ASKED).text
    assert "Bist du noch einverstanden?" in page and "Ja, einverstanden" in page
    cleo.post(ASKED)
    assert cast.cleo.consents.get(version=newer).language == "de"
    assert f"Du hast Fassung {newer} am" in cleo.get("/me/").text


# --- without a yes ---


@pytest.mark.parametrize(
    "path", ["/me/", "/help/", "/privacy/", "/me/export/", "/accounts/logout/", "/parked/"]
)
def test_what_leads_away_and_helps_stays_open(cleo, cast, newer, path):
    if path == "/parked/":
        path = f"/parked/{parked(cleo, cast).pk}/"
    assert cleo.get(path).status_code == 200


def test_everything_can_be_taken_and_erased_without_a_yes(cleo, newer):
    page = cleo.get(ASKED).text
    assert 'href="/me/export/"' in page and 'href="/me/erasure/"' in page
    cleo.post("/accounts/reauthenticate/", {"password": "correct-horse-9"})
    cleo.post("/me/export/", {"kind": "data"})
    cleo.post("/me/erasure/")
    assert "Your record will be erased" in cleo.get("/me/erasure/").text
    assert "Nothing will be erased." in cleo.post("/me/erasure/undo/", follow=True).text


# --- what they were sending ---


def parked(visitor, cast):
    answer = visitor.post(address("log", cast.assignment), press(note="I sat upstairs"))
    post = ParkedPost.objects.get()
    assert answer.url == f"{ASKED}?next=%2Fparked%2F{post.pk}%2F"
    return post


def test_what_was_written_waits_and_comes_after_the_yes(cleo, cast, newer):
    post = parked(cleo, cast)
    assert "What you sent is kept." in cleo.get(ASKED).text
    page = cleo.post(ASKED, {"next": f"/parked/{post.pk}/"}, follow=True)
    assert "I sat upstairs" in page.text
    cleo.post(post.path, {**dict(post.fields), "parked": post.pk})
    assert PracticeEntry.objects.get().note == "I sat upstairs"
    assert not ParkedPost.objects.exists()


def test_sent_again_without_a_yes_it_still_waits(cleo, cast, newer):
    post = parked(cleo, cast)
    cleo.post(post.path, {**dict(post.fields), "parked": post.pk})
    assert dict(ParkedPost.objects.get().fields)["note"] == "I sat upstairs"


def test_where_too_much_waits_it_stays_on_its_page(cleo, cast, newer, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "parked": "0/h/key"}
    answer = cleo.post(address("log", cast.assignment), press(note="I sat upstairs"))
    assert answer.status_code == 401 and "I sat upstairs" in answer.text
    assert "One question comes first." in answer.text and f'href="{ASKED}"' in answer.text


def test_what_waits_on_a_phone_stays_there(cleo, cast, newer):
    sent = {"headers": {"X-Outbox": "1"}}
    answer = cleo.post(address("log", cast.assignment), press(note="I sat upstairs"), **sent)
    assert answer.status_code == 401 and not ParkedPost.objects.exists()


def test_a_press_inside_a_page_takes_the_whole_page_along(cleo, cast, newer):
    answer = cleo.post(address("log", cast.assignment), press(note="I sat"), headers=HTMX)
    assert answer.status_code == 204 and answer["HX-Redirect"].startswith(ASKED)


def test_who_is_writing_is_not_called_away(cleo, newer):
    answer = cleo.get("/me/export/", headers={"X-By-Itself": "1"})
    assert answer.status_code == 200
    assert cleo.get("/today/", headers={"X-By-Itself": "1"}).status_code == 204


# --- whom it is about ---


def test_staff_are_asked_as_clients_alone(signed_in, cast, newer):
    User.objects.filter(pk=cast.tess.pk).update(agreed_to=0)
    tess = signed_in(cast.tess)
    assert tess.get("/caseload/").status_code == 200
    therapy(cast.meadow, cast.zoe, cast.tess)
    assert tess.get("/caseload/").status_code == 200
    assert tess.get("/today/").url.startswith(ASKED)


def test_who_is_no_client_has_nothing_to_say_yes_to(signed_in, cast):
    assert signed_in(cast.tess).post(ASKED).status_code == 403


# --- the row ---


def test_the_application_can_neither_change_nor_remove_a_yes(cast):
    Consent.give(cast.cleo, language="en-gb")
    for change in (lambda rows: rows.update(version=9), lambda rows: rows.delete()):
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            change(Consent.objects.all())


def test_it_is_in_the_copy_of_everything(cast):
    Consent.give(cast.cleo, language="de")
    [kept] = record_of(cast.cleo, [])["consents"]
    assert (kept["version"], kept["language"]) == (privacy.VERSION, "de") and kept["at"]
