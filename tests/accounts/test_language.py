"""Each person reads Midweek in their own language, from the invitation to the mails."""

import pytest

from accounts.models import User

pytestmark = pytest.mark.django_db
GERMAN = {"headers": {"accept-language": "de-AT,de;q=0.9,en;q=0.5"}}


def test_a_german_phone_opens_a_german_invitation(client, invitation):
    page = client.get(invitation.link_path(), **GERMAN)
    assert '<html lang="de"' in page.text and "Wähle ein Passwort" in page.text


def test_who_joins_on_a_german_page_is_spoken_to_in_german(client, invitation):
    answers = {
        "email": "nils@example.org",
        "password": "kleine-schritte-7",
        "own_phone": "yes",
        "others_see": "no",
        "consent": "on",
    }
    client.post(invitation.link_path(), answers, **GERMAN)
    assert User.objects.get(email="nils@example.org").language == "de"


def test_the_page_offers_the_other_language_by_its_own_name(client, invitation):
    path = invitation.link_path()
    page = client.get(path).text
    assert 'value="de" lang="de">Deutsch</button>' in page and ">English</button>" not in page
    answer = client.post("/language/", {"language": "de", "next": path})
    assert answer.url == path
    assert ">English</button>" in client.get(path).text


def test_a_choice_leads_nowhere_else(client):
    answer = client.post("/language/", {"language": "de", "next": "https://example.com/"})
    assert answer.url == "/"


def test_a_signed_in_person_keeps_theirs_whatever_the_browser_says(signed_in, cast):
    page = signed_in(cast.cleo).get("/today/", **GERMAN)
    assert '<html lang="en-gb"' in page.text


@pytest.mark.parametrize("path", ["/today/", "/goals/", "/toolbox/", "/history/", "/me/", "/help/"])
def test_a_german_client_reads_german_pages(signed_in, cast, path):
    User.objects.filter(pk=cast.cleo.pk).update(language="de")
    page = signed_in(User.objects.get(pk=cast.cleo.pk)).get(path)
    assert '<html lang="de"' in page.text and "Werkzeuge" in page.text
