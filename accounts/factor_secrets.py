"""The library keeps the secrets of second factors in JSON: sealed anew as columns of ours are."""

from base64 import b64decode, b64encode

from allauth.mfa.models import Authenticator

from accounts.adapter import SECRET
from accounts.ground.keyring import DecryptionError, first_header, sealed_anew

# Of an authenticator app, and of recovery codes.
NAMES = ("secret", "seed")
MOST_ROWS = 200


class FactorSecrets:
    """As `ground.renewing.Table`."""

    def __str__(self):
        return Authenticator._meta.db_table

    def rows(self):
        """By key; passkeys hold no secret of ours."""
        return Authenticator.objects.exclude(type=Authenticator.Type.WEBAUTHN).order_by("pk")

    def renew(self, after=None):
        waiting = self.rows().filter(pk__gt=after or 0)
        waiting = list(waiting.select_for_update(skip_locked=True, no_key=True)[:MOST_ROWS])
        lost = []
        found = [row for row in waiting if self.is_earlier(row)]
        for row in found:
            try:
                row.data |= {name: anew(row.data[name]) for name in NAMES if name in row.data}
                row.save(update_fields=["data"])
            except DecryptionError:
                lost.append(f"{self}: {row.pk} cannot be decrypted")
        return len(found), waiting[-1].pk if waiting else None, lost

    def left(self):
        return sum(map(self.is_earlier, self.rows()))

    def is_earlier(self, row):
        sealed = [row.data[name] for name in NAMES if name in row.data]
        return not all(b64decode(one).startswith(first_header()) for one in sealed)


def anew(sealed):
    return b64encode(sealed_anew(*SECRET, b64decode(sealed))).decode()
