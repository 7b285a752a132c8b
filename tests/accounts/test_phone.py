"""What an installed app asks the server for: a manifest, a worker, a page without a network."""

import gzip
import json

import pytest
from django.contrib.staticfiles import finders
from django.utils import translation

from accounts import worker
from config.bundles import BUNDLES, joined
from tests.queries import Queries
from tests.reading import read

pytestmark = pytest.mark.django_db


def test_the_home_screen_says_nothing_about_therapy(client):
    answer = client.get("/manifest.webmanifest")
    assert answer["Content-Type"] == "application/manifest+json"
    told = json.loads(answer.content)
    assert (told["name"], told["start_url"], told["display"]) == ("Midweek", "/", "standalone")
    assert not any(word in answer.text.lower() for word in ("therap", "clinic", "health"))


def test_its_pictures_are_there_one_of_them_to_be_cut(client):
    icons = json.loads(client.get("/manifest.webmanifest").content)["icons"]
    assert {icon["sizes"] for icon in icons} == {"192x192", "512x512"}
    assert [icon["src"] for icon in icons if icon["purpose"] == "maskable"]
    assert all(finders.find(icon["src"].removeprefix("/static/")) for icon in icons)


def test_every_page_names_the_manifest(client):
    assert '<link rel="manifest" href="/manifest.webmanifest">' in client.get("/help/").text


def test_the_worker_is_the_same_for_everybody_and_always_asked_for(client, signed_in, cast):
    answer = client.get("/sw.js")
    assert (
        answer["Content-Type"].startswith("text/javascript")
        and answer["Cache-Control"] == "no-cache"
    )
    assert signed_in(cast.cleo).get("/sw.js").content == answer.content


def test_a_worker_that_has_not_changed_is_not_sent_again(client):
    known = client.get("/sw.js")["ETag"]
    assert client.get("/sw.js", headers={"If-None-Match": known}).status_code == 304


def test_a_worker_with_other_files_is_another_version(monkeypatch):
    before = worker.script()
    monkeypatch.setattr(worker, "joined", lambda *sources: f"other {sources}")
    worker.script.cache_clear()
    try:
        assert worker.script().split(",")[0] != before.split(",")[0]
    finally:
        worker.script.cache_clear()


def weight(text):
    return len(gzip.compress(text.encode()))


def test_its_version_does_not_hang_on_who_asks_first():
    asked = []
    for language in ("en-gb", "de"):
        worker.script.cache_clear()
        with translation.override(language):
            asked.append(worker.script())
    assert asked[0] == asked[1]


def test_the_worker_stays_light():
    assert weight(worker.script()) < 4_100


def test_what_a_page_runs_and_its_worker_are_light_together():
    """The pages of one step at a time, and the page of what waits, bring a little of their own."""
    assert weight(joined(*BUNDLES["js/midweek.js"])) + weight(worker.script()) < 8_000
    assert weight(joined(*BUNDLES["js/few.js"])) < 1_300
    assert weight(joined(*BUNDLES["js/walk.js"])) < 2_000
    assert weight(joined(*BUNDLES["js/asked.js"])) < 500
    assert weight(joined(*BUNDLES["js/waiting.js"])) < 1_900


def test_offline_there_are_the_operators_numbers_and_nothing_of_a_person(signed_in, cast):
    cast.cleo.theme = "dark"
    cast.cleo.save(update_fields=["theme"])
    page = signed_in(cast.cleo).get("/offline/").text
    assert 'href="tel:112"' in page and "Harbour" not in page
    assert str(cast.cleo.pk) not in page and 'data-theme="dark"' not in page


@pytest.mark.parametrize("path", ["/manifest.webmanifest", "/sw.js", "/offline/"])
def test_signed_out_they_ask_the_database_for_nothing(client, path):
    with Queries() as queries:
        assert client.get(path).status_code == 200
    assert len(queries) == 0


def test_a_page_says_whose_it_is_and_whether_it_may_be_kept(signed_in, cast):
    cleo = signed_in(cast.cleo)
    assert f'<this-phone user="{cast.cleo.pk}" worker="/sw.js"' in read(cleo.get("/me/"))
    cast.cleo.say_about_phone(own=True, others_see=False)
    assert f'<this-phone user="{cast.cleo.pk}" keeps worker="/sw.js"' in read(cleo.get("/me/"))
    cast.cleo.say_about_phone(own=True, others_see=True)
    assert f'<this-phone user="{cast.cleo.pk}" clears data-copy' in read(cleo.get("/me/"))


def test_only_the_clients_own_phone_is_told_of_the_week(signed_in, cast):
    cleo = signed_in(cast.cleo)
    assert "data-week" not in cleo.get("/today/").text
    cast.cleo.say_about_phone(own=True, others_see=False)
    page = cleo.get("/today/").text
    assert "data-week" in page and f"/today/{cast.assignment.pk}/log/" in page
