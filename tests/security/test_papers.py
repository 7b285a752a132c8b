"""Papers on security say what the code does: two are made from it, one is asked about it."""

import re
from pathlib import Path

import pytest
from django import forms as django_forms

from accounts.passwords import OWN_WORDS
from tests.security.papers import PAPERS, forms, longest
from tests.security.production import production_settings

PROJECT = Path(__file__).resolve().parents[2]
PAGE = (PROJECT / "docs" / "security.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PAPERS)
def test_the_papers_are_those_of_the_code(path):
    """If not: bin/midweek exec -- python -m tests.security.papers"""
    assert (PROJECT / path).read_text(encoding="utf-8") == PAPERS[path]()


@pytest.mark.parametrize(
    "section",
    [
        *("Passwords", "Keys", "Who talks to whom", "Kinds of data"),
        *("What is logged", "Heavy work", "Browsers"),
    ],
)
def test_the_page_on_security_names_what_there_is(section):
    part = re.search(rf"## {section}\n(.*?)(\n## |\Z)", PAGE, re.S)[1]
    for word in NAMED.get(section, ()):
        assert word in part, word
    for path in re.findall(r"`([a-z_]+/[\w/]+\.py)`", part):
        assert (PROJECT / path).exists(), path


NAMED = {
    "Passwords": OWN_WORDS,
    "Keys": {"FIELD_KEYS", "SECRET_KEY", "VAPID", "AES-256-GCM", "PBKDF2"},
    "Who talks to whom": {"PUSH_SERVICES", "METRICS_PATH", "/mail/events/"},
}


def test_holes_in_packages_have_a_time_to_be_closed_in():
    told = (PROJECT / "SECURITY.md").read_text(encoding="utf-8")
    assert re.search(r"critical.*\b7 days.*\b30 days", told, re.S | re.I)


def test_the_log_goes_where_it_is_said_to():
    handlers = production_settings()["LOGGING"]["handlers"]
    assert {name: each["class"] for name, each in handlers.items()} == {
        "stderr": "logging.StreamHandler"
    }


# Ids, figures and presses, checked against what there is.
NO_TEXT = (django_forms.ChoiceField, django_forms.UUIDField, django_forms.ModelChoiceField)


def test_every_text_that_is_taken_has_a_length():
    endless = {
        f"{form.__name__}.{name}"
        for form in forms()
        for name, field in form.base_fields.items()
        if isinstance(field, django_forms.CharField) and longest(field) is None
        if not isinstance(field, NO_TEXT)
    }
    assert endless == HELD_ELSEWHERE


# No longer than a request may be: compared with what is kept as a digest or sealed, read as a
# choice or a day, or held by a form's own `clean`.
HELD_ELSEWHERE = {
    "ActivateAppForm.code",
    "AddKeyForm.credential",
    "AddKeyForm.name",
    "AnotherPasswordForm.password1",
    "AnotherPasswordForm.password2",
    "AppLockForm.again",
    "AppLockForm.pin",
    "AppLockForm.present",
    "CaseloadForm.after",
    "CaseloadForm.show",
    "FactorAgainForm.code",
    "FactorForm.code",
    "FirstPasswordForm.password1",
    "FirstPasswordForm.password2",
    "FoundClinicForm.username",
    "ImportForm.content",
    "KeyAgainForm.credential",
    "KeyAloneForm.credential",
    "KeyForm.credential",
    "JoinForm.password",
    "LogForm.which",
    "MailedCodeForm.code",
    "NameKeyForm.name",
    "NewPasswordForm.oldpassword",
    "NewPasswordForm.password1",
    "NewPasswordForm.password2",
    "PasswordAgainForm.password",
    "ResetCodeForm.code",
    "SignInCodeForm.code",
    "SignInForm.password",
    "UnlockForm.pin",
}


def test_no_form_takes_a_picture_that_can_run():
    """Tables, exercises and copies are read as text; what goes with an exercise is known by its
    content (tests/homework/library/test_uploads.py)."""
    taken = {
        f"{form.__name__}.{name}"
        for form in forms()
        for name, field in form.base_fields.items()
        if isinstance(field, django_forms.FileField)
    }
    assert taken == {
        "ChooseFileForm.file",
        "ImportForm.file",
        "LibraryFileForm.file",
        "ManyForm.file",
    }
