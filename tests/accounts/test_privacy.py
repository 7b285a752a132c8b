"""The page that says who can see what, and the file that says the same."""

from pathlib import Path

import pytest
from django.conf import settings

from accounts import privacy
from accounts.middleware import signed_in as sign_in
from accounts.models import parked_post
from records.models import copy, erasure

FILE = Path(settings.BASE_DIR) / "docs" / "privacy.md"


def test_the_file_is_the_page():
    assert FILE.read_text() == privacy.in_markdown()


@pytest.mark.django_db
def test_everybody_can_read_it_in_their_language(client):
    assert "Who can see what" in client.get("/privacy/").text
    german = client.get("/privacy/", headers={"accept-language": "de"}).text
    assert "Wer was sehen kann" in german


@pytest.mark.django_db
def test_front_me_and_joining_lead_to_it(client, signed_in, cast):
    assert 'href="/privacy/"' in client.get("/").text
    assert 'href="/privacy/"' in signed_in(cast.cleo).get("/me/").text


def test_what_it_says_of_time_is_what_the_code_does():
    text = privacy.in_markdown()
    assert f"Files of your copy: {hours(copy.KEPT)} hours" in text
    assert f"sign-in ran out: {hours(parked_post.KEPT)} hours" in text
    assert f"You have {erasure.WAIT.days} days to take it back" in text
    assert f"{sign_in.IDLE_CLIENT.days} days without use" in text
    assert f"{sign_in.LONGEST_CLIENT.days} days at most" in text


def test_no_sentence_is_long():
    long = [line for line in privacy.in_markdown().splitlines() if len(line.split()) > 21]
    assert long == []


def hours(time):
    return int(time.total_seconds() // 3600)
