"""Whom to call: every clinic a person is with; for everybody else the operator's numbers."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _

from accounts import crisis
from accounts.models import Therapy


@dataclass
class HelpText:
    title: str
    lines: list
    checked_on: date | None


def help_for(user):
    """The texts of all therapies, ended ones too. One's own wording goes before the clinic's."""
    if not user.is_authenticated:
        return []
    therapies = Therapy.objects.of_client(user).select_related("clinic").order_by("created_at")
    texts = {}
    for therapy in therapies:
        if text := therapy.crisis_text:
            checked = (
                therapy.own_crisis_text_checked_on
                if therapy.own_crisis_text
                else therapy.clinic.crisis_text_checked_on
            )
            texts[text] = HelpText(therapy.clinic.name, crisis.lines(text), checked)
    return list(texts.values())


def general_numbers():
    """The operator's, dated, naming no clinic."""
    text = "\n".join(settings.HELP_NUMBERS or [_("112 If your life is in danger")])
    return HelpText("", crisis.lines(text), settings.HELP_NUMBERS_CHECKED_ON)
