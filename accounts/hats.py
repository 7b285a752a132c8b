"""The hats a person can wear, and the context of their transaction, read in one query."""

from dataclasses import dataclass

from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.ground.planned import Planned

# Sets app.user and app.clinics for this transaction (ready for row-level security) and
# answers with the hats. An ended membership gives none: the door shuts at the next request.
CONTEXT = Planned("""
WITH places AS (
    SELECT clinic_id, is_admin, is_therapist FROM accounts_membership
    WHERE user_id = %(user)s AND ended_at IS NULL
), therapies AS (
    SELECT clinic_id FROM accounts_therapy
    WHERE client_id = %(user)s AND accepted_at IS NOT NULL
)
SELECT
    set_config('app.user', %(user)s::text, true),
    set_config('app.clinics', coalesce((
        SELECT string_agg(clinic_id::text, ',') FROM (
            SELECT clinic_id FROM places UNION SELECT clinic_id FROM therapies
        ) AS clinics
    ), ''), true),
    EXISTS (SELECT FROM therapies),
    EXISTS (SELECT FROM places WHERE is_therapist),
    EXISTS (SELECT FROM places WHERE is_admin),
    EXISTS (
        SELECT FROM mfa_authenticator
        WHERE user_id = %(user)s AND type IN ('totp', 'webauthn')
    )
""")
NAMES = {
    "client": (_("My homework"), "today"),
    "therapist": (_("My clients"), "caseload"),
    "admin": (_("Clinic"), "clinic"),
}


@dataclass(frozen=True)
class Hats:
    client: bool = False
    therapist: bool = False
    admin: bool = False
    second_factor: bool = False

    @property
    def worn(self):
        return [name for name in NAMES if getattr(self, name)]

    @property
    def is_staff(self):
        return self.therapist or self.admin

    def home(self, last=""):
        """The address name of the person's first page: the hat worn last, else the first."""
        name = last if last in self.worn else next(iter(self.worn), None)
        return NAMES[name][1] if name else "me"

    def switch(self, current, own_word=""):
        """The rows of the hat switch: [{key, label, url, current}, …].

        `own_word` is what the person calls their homework, if they have a word for it.
        """
        own = {"client": own_word} if own_word else {}
        return [
            {
                "key": name,
                "label": own.get(name, NAMES[name][0]),
                "url": reverse(NAMES[name][1]),
                "current": name == current,
            }
            for name in self.worn
        ]


NONE = Hats()


def enter(user) -> Hats:
    """Set the transaction's context for `user` and read their hats."""
    ((_user, _clinics, *worn),) = CONTEXT.fetch({"user": str(user.pk)})
    return Hats(*worn)


def enter_clinic(*clinic_ids) -> None:
    """Set the context of work that has no person: rows, in their own clinics."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('app.user', '', true), set_config('app.clinics', %s, true)",
            [",".join(map(str, clinic_ids))],
        )
