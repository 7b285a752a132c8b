"""Which rows of a table the application may read and write, as policies of PostgreSQL.

A table that carries a clinic has the usual rule without a word here, and so has one that carries
none and belongs to a person. Named are those with another rule or none, and why.
"""

# One array for the whole statement, not one for each row: hence the inner SELECT. The door is asked
# second, so that a row of the person's own clinics never gets so far.
HERE = "{clinic} = ANY ((SELECT app_clinics())::uuid[]) OR app_sees_every_clinic()"
IN_CLINIC = HERE.format(clinic="clinic_id")
NOBODYS = "clinic_id IS NULL"


def everything(rule):
    return {"rows": ("ALL", f"USING ({rule})")}


USUAL = everything(IN_CLINIC)
# What comes with Midweek: read by whoever is in any clinic, written by the release alone.
BUILT_IN = USUAL | {
    "built_in": ("SELECT", f"USING ({NOBODYS} AND (SELECT app_clinics()) IS NOT NULL)")
}
SEALED = {
    "read": ("SELECT", f"USING ({IN_CLINIC})"),
    "write": ("INSERT", "WITH CHECK (app_sees_every_clinic())"),
}
NAMED = {
    # A clinic is its own.
    "accounts_clinic": everything(HERE.format(clinic="id")),
    "homework_exercise": BUILT_IN,
    "homework_skill": BUILT_IN,
    # What happened in no clinic (a sign-in, a stranger's knock) is written by anybody, and read
    # by who did it.
    "accounts_auditevent": {
        "read": ("SELECT", f"USING ({IN_CLINIC} OR {NOBODYS} AND actor_id = (SELECT app_user()))"),
        "write": ("INSERT", f"WITH CHECK ({IN_CLINIC} OR {NOBODYS})"),
    },
    # Read in the clinic, written by the sealer.
    "accounts_auditseal": SEALED,
    "accounts_audithead": SEALED | {"move": ("UPDATE", "USING (app_sees_every_clinic())")},
}

# What is one's own, in whatever clinic one is: nobody else's, colleagues' and admins' neither.
OWN = "{person} = (SELECT app_user())"
OF_A_CLIENT = """USING (EXISTS (
    SELECT FROM accounts_therapy AS therapy
    JOIN accounts_membership AS place ON place.clinic_id = therapy.clinic_id
    WHERE therapy.client_id = records_erasure.user_id AND place.user_id = (SELECT app_user())
        AND place.is_admin AND place.ended_at IS NULL
))"""
NAMED_OF_PERSONS = {
    # A clinic's page about data shows its admins that the wish waits.
    "records_erasure": {"of_a_client": ("SELECT", OF_A_CLIENT)},
}
# Of persons, and without a policy.
OPEN = {
    "account_emailaddress": "asked by address before anybody is signed in",
    "mfa_authenticator": "asked for the second step, and by passkey, before anybody is signed in",
    "usersessions_usersession": "asked for each session, before its person is known",
    "accounts_user_groups": "of the operator's stock admin, read with each permission",
    "accounts_user_user_permissions": "of the operator's stock admin, read with each permission",
    "django_admin_log": "of the operator's stock admin: which row, by whom",
    "homework_exercise_kept_by": "a new version takes everybody along who keeps the one before",
}


def policies_of(table, persons=None):
    """{name: (the command it is for, its condition)}; `persons`: the columns that say whose."""
    if persons:
        own = " OR ".join(OWN.format(person=person) for person in persons)
        rule = everything(f"{own} OR app_sees_every_clinic()")
        return rule | NAMED_OF_PERSONS.get(table, {})
    return NAMED.get(table, USUAL)
