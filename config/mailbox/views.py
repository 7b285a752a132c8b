from datetime import datetime
from email import message_from_bytes, policy

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

NEWEST = 100


def letter(path):
    """What the mailbox page prints of one .eml file."""
    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    plain = mail.get_body(preferencelist=("plain",))
    return {
        "name": path.stem,
        "to": mail["To"],
        "sender": mail["From"],
        "subject": mail["Subject"],
        "at": datetime.fromtimestamp(path.stat().st_mtime, tz=timezone.get_default_timezone()),
        "text": plain.get_content() if plain else "",
    }


@login_not_required
def mailbox(request):
    paths = sorted(settings.MAILBOX_DIR.glob("*.eml"), reverse=True)[:NEWEST]
    return render(request, "dev/mailbox.html", {"letters": [letter(path) for path in paths]})


@login_not_required
def mailbox_letter(request, name):
    path = settings.MAILBOX_DIR / f"{name}.eml"
    if not path.is_file():
        raise Http404
    return render(request, "dev/letter.html", {"letter": letter(path)})
