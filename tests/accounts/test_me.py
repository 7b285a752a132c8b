"""What a person decides about themselves, and who has looked."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts import sections
from accounts.models import AuditEvent

pytestmark = pytest.mark.django_db

ME = {
    "name": "Cleo Bird",
    "language": "de",
    "theme": "dark",
    "text_size": "large",
    "homework_word": "my steps",
    "cover_text": "Water the plants",
}


@pytest.fixture
def cleo(signed_in, cast):
    return signed_in(cast.cleo)


def test_saved(cleo, cast):
    assert cleo.post("/me/", ME).url == "/me/"
    cast.cleo.refresh_from_db()
    assert {name: getattr(cast.cleo, name) for name in ME} == ME


def test_a_language_is_chosen_by_its_own_name(cleo, cast):
    assert "Deutsch" in cleo.get("/me/").text
    assert cleo.post("/me/", {**ME, "language": "xx"}).status_code == 422
    cleo.post("/me/", ME)
    assert '<html lang="de"' in cleo.get("/me/").text


def test_nothing_is_asked_where_there_is_one_language(cleo, settings):
    settings.LANGUAGES = settings.LANGUAGES[:1]
    assert 'name="language"' not in cleo.get("/me/").text


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "a\0b"},
        {"theme": "neon"},
        {"cover_text": "x" * 61},
    ],
)
def test_wrong_answers_change_nothing(cleo, cast, wrong):
    answer = cleo.post("/me/", {**ME, **wrong})
    assert answer.status_code == 422 and "<title>Error:" in answer.text
    cast.cleo.refresh_from_db()
    assert cast.cleo.theme == "auto"


def test_the_time_zone_has_a_page_of_its_own(cleo, cast):
    assert cleo.post("/me/zone/", {"time_zone": "Mars/Olympus"}).status_code == 422
    assert cleo.post("/me/zone/", {"time_zone": "Europe/Berlin"}).url == "/me/"
    assert "Europe/Berlin" in cleo.get("/me/").text


def test_staff_have_no_words_for_homework(signed_in, cast):
    page = signed_in(cast.tess).get("/me/")
    assert "cover_text" not in page.text and 'class="staff"' in page.text


def test_the_way_to_the_home_screen_is_shown_unless_others_see_the_phone(cleo):
    assert "Put Midweek on the home screen" in cleo.get("/me/").text
    cleo.post("/me/phone/")
    assert "home screen" not in cleo.get("/me/").text


def test_one_press_hides_the_phone_and_one_shows_it(cleo, cast):
    for seen in (True, False):
        assert f'name="seen" value="{"yes" if seen else "no"}"' in cleo.get("/me/").text
        for _twice in range(2):
            cleo.post("/me/phone/", {"seen": "yes" if seen else "no"})
            cast.cleo.refresh_from_db()
            assert cast.cleo.others_see_phone is seen


def test_who_can_see_and_who_has_looked(cleo, cast):
    AuditEvent.record(cast.vera, "therapy.read", cast.therapy)
    AuditEvent.record(cast.vera, "therapy.read", cast.therapy)
    AuditEvent.record(cast.cleo, "therapy.read", cast.therapy)
    AuditEvent.record(cast.otto, "therapy.read", cast.other)
    page = cleo.get("/me/looked/")
    looks = [row for _day, rows in page.context["days"] for row in rows]
    opened = [person.name for person, words, _why in looks if words == "opened your pages"]
    assert opened == ["Vera"]
    # Emil's cover ended with his place in the clinic.
    assert {row[0].name for row in page.context["seers"]} == {"Tess", "Vera", "Will"}
    assert not re.search(r"\d\d:\d\d", page.text)  # The day, not the minute.


def test_many_looks_of_one_day_do_not_crowd_out_the_days_before(cleo, cast, monkeypatch):
    monkeypatch.setattr("accounts.looked.MOST", 8)
    with time_machine.travel(timezone.now() - timedelta(days=30)):
        AuditEvent.record(cast.will, "entry.read", cast.therapy)
    for _look in range(8):
        AuditEvent.record(cast.vera, "therapy.read", cast.therapy)
    days = cleo.get("/me/looked/").context["days"]
    assert [[row[0].name for row in rows] for _day, rows in days][-1] == ["Will"]


def test_the_page_of_an_ending_stays_with_the_client(signed_in, cast):
    path = f"/me/therapies/{cast.therapy.pk}/"
    assert signed_in(cast.cleo).get(path).status_code == 404
    call = "My sister: 020 7946 0222\nNora next door"
    cast.therapy.end(by=cast.tess, what_helped="The timetable", whom_to_call=call)
    page = signed_in(cast.cleo).get(path).text
    assert "The timetable" in page and "Nora next door" in page
    assert 'href="tel:02079460222"' in page
    assert signed_in(cast.carl).get(path).status_code == 404
    assert signed_in(cast.tess).get(path).status_code == 403


def test_a_hat_is_remembered(signed_in, cast):
    cast.harbour.memberships.filter(user=cast.tess).update(is_admin=True)
    client = signed_in(cast.tess)
    assert client.post("/hat/", {"hat": "admin"}).url == "/clinic/"
    assert client.get("/").url == "/clinic/"
    assert client.post("/hat/", {"hat": "client"}).url == "/"
    assert client.get("/").url == "/clinic/"


def test_upper_rooms_hang_sections_in(cleo, monkeypatch):
    monkeypatch.setitem(sections._registered, "me", {})
    sections.register("me", "there", "components/notice.html", lambda request: {"title": "x"})
    sections.register("me", "not", "no/such.html", lambda request: None)
    assert 'class="notice"' in cleo.get("/me/").text


def test_the_size_of_the_text_is_that_of_every_page(cleo):
    assert "data-text" not in cleo.get("/today/").text
    cleo.post("/me/", ME)
    assert 'data-text="large"' in cleo.get("/today/").text


@pytest.mark.parametrize(
    "changed",
    [
        {"language": "de"},
        {"theme": "dark"},
        {"text_size": "larger"},
        {"homework_word": "my steps", "cover_text": "Water the plants"},
    ],
)
def test_one_press_takes_a_choice_back(cleo, cast, changed):
    plain = {"name": cast.cleo.name, "language": "en-gb", "theme": "auto", "text_size": "normal"}
    page = cleo.post("/me/", {**plain, **changed}, follow=True).text
    assert 'action="/me/undo/"' in page
    assert ("Gespeichert." if "language" in changed else "Saved.") in page
    page = cleo.post("/me/undo/", follow=True).text
    assert "It is as it was before." in page and 'action="/me/undo/"' not in page
    now = type(cast.cleo).objects.get(pk=cast.cleo.pk)
    for name in changed:
        assert getattr(now, name) == getattr(cast.cleo, name)


def test_undo_pressed_twice_or_out_of_nowhere_changes_nothing(cleo, cast):
    cleo.post("/me/zone/", {"time_zone": "Europe/Berlin"})
    cleo.post("/me/undo/")
    cleo.post("/me/zone/", {"time_zone": "Europe/Rome"})
    cleo.post("/me/", ME)
    cleo.post("/me/undo/")
    cast.cleo.refresh_from_db()
    assert (cast.cleo.time_zone, cast.cleo.name) == ("Europe/Rome", "Cleo Bird")


def test_where_nothing_changed_nothing_is_offered(cleo, cast):
    zone = {"time_zone": cast.cleo.time_zone}
    page = cleo.post("/me/zone/", zone, follow=True).text
    assert "Saved." in page and "/me/undo/" not in page


def test_the_phone_switch_leads_on_to_the_lock_and_back(cleo, cast):
    page = cleo.post("/me/phone/", follow=True).text
    said = page[page.index('id="messages"') : page.index("<h1>")]
    assert "leaves no trace" in said and 'href="/me/lock/"' in said
    cleo.post("/me/undo/")
    cast.cleo.refresh_from_db()
    assert cast.cleo.others_see_phone is False


@pytest.mark.parametrize(
    ("path", "said"),
    [("/me/phone/", {"seen": "yes"}), ("/me/zone/", {"time_zone": "Europe/Berlin"})],
)
def test_sent_twice_it_can_still_be_taken_back(cleo, cast, path, said):
    cleo.post(path, said)
    assert 'action="/me/undo/"' in cleo.post(path, said, follow=True).text
    cleo.post("/me/undo/")
    now = type(cast.cleo).objects.get(pk=cast.cleo.pk)
    assert (now.others_see_phone, now.time_zone) == (False, cast.cleo.time_zone)
