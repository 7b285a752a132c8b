"""What a password is not made of: the words that stand on the door."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

OWN_WORDS = {"midweek", "homework", "therapy", "therapist", "clinic", "client", "password"}
LONGEST = 1024


class OwnWordsValidator:
    """Refuse a password that is only such a word with figures and signs around it."""

    def validate(self, password, user=None):
        if len(password) > LONGEST:
            raise ValidationError(
                _("Choose a password of up to %(most)d characters.") % {"most": LONGEST},
                code="too_long",
            )
        letters = "".join(filter(str.isalpha, password)).lower()
        if letters in OWN_WORDS:
            raise ValidationError(
                _("Choose other words: this one is easy to guess here."), code="own_words"
            )

    def get_help_text(self):
        return _("Not only the name of this place with figures after it.")
