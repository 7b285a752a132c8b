"""A secret from the press that made it to the page that shows it.

It waits in the session, sealed, and is gone when it has been shown: who reads the session's
table cannot walk in.
"""

from base64 import b64decode, b64encode

from accounts.ground import DecryptionError, decrypt_value, encrypt_value

LABEL = "accounts.shown_once"
PLACE = "shown_once"


def keep(request, row, secret):
    """`row` is what the secret opens: an invitation, the address of a calendar."""
    sealed = encrypt_value(LABEL, row.pk, request.user.pk, secret)
    waiting = request.session.get(PLACE, {})
    request.session[PLACE] = {**waiting, str(row.pk): b64encode(sealed).decode()}


def take(request, row):
    """The secret, the first time only; afterwards an empty string, and so when its key is gone."""
    waiting = request.session.get(PLACE, {})
    sealed = waiting.pop(str(row.pk), None) if row else None
    if sealed is None:
        return ""
    request.session[PLACE] = waiting
    try:
        return decrypt_value(LABEL, row.pk, request.user.pk, b64decode(sealed))
    except DecryptionError:
        return ""
