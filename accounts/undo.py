"""One press back: how it was before a choice about oneself waits in the session."""

from django.contrib import messages
from django.utils import translation
from django.utils.translation import gettext as _

PLACE = "me_before"
# Choices and short words. A name is no slip of the finger, and asks for more than a press.
CHOICES = {
    "cover_text",
    "homework_word",
    "language",
    "others_see_phone",
    "own_phone",
    "single_keys",
    "text_size",
    "theme",
    "time_zone",
}


def saved(request, before, words="", also=""):
    """Say that it is saved, in the language that holds now; offer the way back where there is one.

    `before`: {column: value} of what has changed; nothing has where the same is sent twice, and
    the way back stays. `also`: what else the message leads to.
    """
    if before:
        request.session.pop(PLACE, None)
    may_undo = bool(before) and before.keys() <= CHOICES
    if may_undo:
        request.session[PLACE] = before
    with translation.override(request.user.language):
        tags = f"{'undo ' if may_undo else ''}{also}".strip()
        messages.success(request, words or _("Saved."), extra_tags=tags)


def put_back(request):
    """Set what waits back to how it was; a second press finds nothing."""
    before = request.session.pop(PLACE, {})
    for name, value in before.items():
        setattr(request.user, name, value)
    request.user.save(update_fields=list(before))
    if before:
        with translation.override(request.user.language):
            messages.success(request, _("It is as it was before."))
