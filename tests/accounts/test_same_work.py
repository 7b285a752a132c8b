"""Whether somebody has a sign-in here shows neither in what is answered nor in how long it takes.

What takes long is counted instead of timed: hashes, queries, mails.
"""

import re
from collections import Counter

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User

pytestmark = pytest.mark.django_db

PEOPLE = ["cleo", "carl", "tess", "ada", "gone", "nobody"]
SIGN_UP = {"name": "N", "clinic": "Hill", "password1": "twelve-small-steps"}


@pytest.fixture
def work(client, cast, monkeypatch, mailoutbox, django_capture_on_commit_callbacks):
    """work(path, whose, **data): the page that answers, and the work it took."""
    User.objects.create_user("gone@example.org", "correct-horse-9", is_active=False)
    hashes = Counter()
    encode = MD5PasswordHasher.encode

    def counted(self, *args):
        hashes["done"] += 1
        return encode(self, *args)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)

    def work(path, whose, **data):
        hashes.clear(), mailoutbox.clear()
        email = f"{whose}@example.org"
        kept = django_capture_on_commit_callbacks(execute=True)
        with CaptureQueriesContext(connection) as queries, kept:
            answer = client.post(path, {"login": email, "email": email, **data})
        page = client.get(answer.url) if answer.status_code == 302 else answer
        said = alike(page.text, email), answer.status_code, getattr(answer, "url", "")
        client.cookies.clear()
        return said, hashes["done"], len(queries), len(mailoutbox)

    return work


def alike(text, email):
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", text)
    return text.replace(email, "somebody")


def all_alike(found, queries=0):
    """Pages, hashes and mails are the same; queries nearly."""
    pages, hashes, asked, mails = zip(*found, strict=True)
    assert len(set(pages)) == 1 and len(set(hashes)) == 1 and len(set(mails)) == 1
    assert queries is None or max(asked) - min(asked) <= queries, asked
    return hashes[0], mails[0]


def test_a_wrong_password(work):
    found = [work("/accounts/login/", name, password="wrong-horse-99") for name in PEOPLE]
    # A proved address is found by its row, any other is looked for among the people as well.
    assert all_alike(found, queries=1) == (1, 0)


def test_a_forgotten_password(work):
    found = [work("/accounts/password/reset/", name) for name in PEOPLE]
    assert all_alike(found, queries=1) == (0, 1)


def test_a_code_by_mail(work):
    found = [work("/accounts/login/code/", name) for name in PEOPLE]
    assert all_alike(found, queries=1) == (0, 1)


def test_founding_a_clinic(work):
    """What is written for a new one cannot be compared; what takes long can."""
    found = [work("/accounts/signup/", name, **SIGN_UP) for name in ("cleo", "tess", "nobody")]
    assert all_alike(found, queries=None) == (1, 1)
