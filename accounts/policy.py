"""Who may do what, in one table: every address, every method, every role.

A hat opens an address at all (403 without it). Where the address names a therapy, the
person's relation to it decides next: a stranger's therapy does not exist (404), one who
may look but not write gets 403. What hangs from a therapy is then looked up through it.
"""

from dataclasses import dataclass, field

ANYONE = "anyone"
SIGNED_IN = "signed-in"
CLIENT = "client"
THERAPIST = "therapist"
ADMIN = "admin"

# Relations of a therapist to a therapy (TherapyQuerySet.with_access).
READERS = frozenset({"lead", "write", "read"})
WRITERS = frozenset({"lead", "write"})
LEAD = frozenset({"lead"})


@dataclass(frozen=True)
class Rule:
    """What one address asks for: a hat, and per method the relations that may use it."""

    hat: str
    methods: dict = field(default_factory=dict)
    # Sent so that no address holds the words; what asks is not kept as what writes is.
    is_question: bool = False
    # Whoever may not see it learns nothing of it, not even by asking in another way.
    is_unseen: bool = False

    def allows(self, method):
        return self._key(method) in self.methods

    def relations(self, method):
        return self.methods[self._key(method)]

    @staticmethod
    def _key(method):
        return "GET" if method in ("HEAD", "OPTIONS") else method


def page(hat, relations=None):
    """Looked at only."""
    return Rule(hat, {"GET": relations})


def form(hat, read=None, write=None):
    """Looked at, and sent."""
    return Rule(hat, {"GET": read, "POST": write})


def shut():
    """Open to nobody: a library's page that we do not want."""
    return Rule(ANYONE)


def unseen():
    """For machines with a token: to everybody else an address that is not there."""
    return Rule(ANYONE, {"GET": None}, is_unseen=True)


def action(hat, relations=None):
    """Sent only."""
    return Rule(hat, {"POST": relations})


def question(hat):
    """Sent only, and nothing changes."""
    return Rule(hat, {"POST": None}, is_question=True)


RULES: dict[str, Rule] = {
    # --- the front door ---
    "home": page(ANYONE),
    "healthz": page(ANYONE),
    "readyz": page(ANYONE),
    "healthz-reminders": page(ANYONE),
    "metrics": unseen(),
    "manifest": page(ANYONE),
    "worker": page(ANYONE),
    "offline": page(ANYONE),
    "sync-token": page(ANYONE),
    "signed-in-again": page(SIGNED_IN),
    "waiting": page(CLIENT),
    # Only in local runs, where config/urls.py includes them.
    "mailbox": page(ANYONE),
    "mailbox-letter": page(ANYONE),
    # --- joining, sign-in, me (accounts) ---
    "join": form(ANYONE),
    "language": action(ANYONE),
    "parked": form(SIGNED_IN),
    "client-new": form(THERAPIST),
    "invitation": form(THERAPIST, LEAD, LEAD),
    "hat": action(SIGNED_IN),
    "me": form(SIGNED_IN),
    "me-zone": form(SIGNED_IN),
    "me-phone": action(SIGNED_IN),
    "me-undo": action(SIGNED_IN),
    "app-lock": form(CLIENT),
    "lock-now": action(SIGNED_IN),
    "unlock": form(SIGNED_IN),
    "sign-of-life": action(SIGNED_IN),
    "looked": page(CLIENT),
    "ended": page(CLIENT),
    "leave": page(ANYONE),
    "help": page(ANYONE),
    # --- clinic: admins (accounts) ---
    "clinic": page(ADMIN),
    "clinic-choose": action(ADMIN),
    "clinic-people": page(ADMIN),
    "clinic-invite": form(ADMIN),
    "clinic-member": form(ADMIN),
    "clinic-invitation": action(ADMIN),
    "clinic-therapies": page(ADMIN),
    "clinic-therapy": form(ADMIN),
    "clinic-cover-end": action(ADMIN),
    "clinic-settings": form(ADMIN),
    "clinic-measures": form(ADMIN),
    "clinic-audit": page(ADMIN),
    "clinic-health": page(ADMIN),
    "clinic-data": page(ADMIN),
    # --- client (homework, goals) ---
    "today": page(CLIENT),
    "today-log": action(CLIENT),
    "log": form(CLIENT),
    "start": page(CLIENT),
    "worksheet": form(CLIENT),
    "entry": form(CLIENT),
    "entry-details": action(CLIENT),
    "entry-withdrawal": action(CLIENT),
    "entry-restoration": action(CLIENT),
    "entry-privacy": action(CLIENT),
    "draft": action(CLIENT),
    "agree": form(CLIENT),
    "plan-change": action(CLIENT),
    "proposal": form(CLIENT),
    "proposal-withdrawal": action(CLIENT),
    "own-measures": page(CLIENT),
    "measure": form(CLIENT),
    "measure-result": page(CLIENT),
    "history": page(CLIENT),
    "history-search": question(CLIENT),
    "report-sent": page(CLIENT),
    "feedback": page(CLIENT),
    "goals": page(CLIENT),
    "goal-rating": action(CLIENT),
    "goal-rating-undo": action(CLIENT),
    "step-proposal": action(CLIENT),
    "step-agreement": action(CLIENT),
    "toolbox": page(CLIENT),
    "report-index": page(CLIENT),
    "report": form(CLIENT),
    # --- therapist: caseload, client page, library, away (homework) ---
    "caseload": form(THERAPIST),
    "caseload-ended": page(THERAPIST),
    "caseload-view": action(THERAPIST),
    "caseload-next": page(THERAPIST, READERS),
    "client-page": page(THERAPIST, READERS),
    "client-pictures": page(THERAPIST, READERS),
    # Who stands in reads four weeks, and those are on the client page.
    "client-history": page(THERAPIST, READERS - {"write"}),
    "entry-feedback": form(THERAPIST, READERS, WRITERS),
    "measures": form(THERAPIST, READERS, WRITERS),
    "measure-stopping": action(THERAPIST, WRITERS),
    "flag": form(THERAPIST, READERS, WRITERS),
    "colleagues-records": form(THERAPIST),
    "open-record": form(THERAPIST),
    "library": page(THERAPIST),
    "exercise": page(THERAPIST),
    "exercise-new": form(THERAPIST),
    "exercise-copy": form(THERAPIST),
    "exercise-edit": form(THERAPIST),
    "exercise-retirement": action(THERAPIST),
    "exercise-sharing": action(THERAPIST),
    "exercise-favourite": action(THERAPIST),
    "away": form(THERAPIST),
    "away-cancellation": action(THERAPIST),
    # --- therapist: first session, review and plan, sessions, ending (homework) ---
    "review": form(THERAPIST, READERS, WRITERS),
    "plan-library": page(THERAPIST, READERS),
    "plan-set": action(THERAPIST, WRITERS),
    "plan-proposal": action(THERAPIST, WRITERS),
    "plan-return": action(THERAPIST, WRITERS),
    "plan-agreement": action(THERAPIST, WRITERS),
    "plan-unreviewed": action(THERAPIST, WRITERS),
    "proposal-taking": action(THERAPIST, WRITERS),
    "proposal-not-now": action(THERAPIST, WRITERS),
    "assignment-new": action(THERAPIST, WRITERS),
    "assignment-edit": form(THERAPIST, READERS, WRITERS),
    "assignment-removal": action(THERAPIST, WRITERS),
    "assignment-order": action(THERAPIST, WRITERS),
    "assignment-withdrawal": action(THERAPIST, WRITERS),
    "first-session": form(THERAPIST, READERS, WRITERS),
    "goals-together": form(THERAPIST, READERS, WRITERS),
    "goal-edit": form(THERAPIST, READERS, WRITERS),
    "goal-closing": action(THERAPIST, WRITERS),
    "goal-steps": action(THERAPIST, WRITERS),
    "step-edit": action(THERAPIST, WRITERS),
    "sessions": form(THERAPIST, READERS, WRITERS),
    "session-edit": form(THERAPIST, READERS, WRITERS),
    "session-cancellation": action(THERAPIST, WRITERS),
    "session-missed": action(THERAPIST, WRITERS),
    "insight-new": action(THERAPIST, WRITERS),
    "show-client": page(THERAPIST, READERS),
    "summary": page(THERAPIST, READERS),
    "session-sheet": page(THERAPIST, READERS),
    "session-pdf": page(THERAPIST, READERS),
    "paper": page(THERAPIST, READERS),
    "paper-pdf": page(THERAPIST, READERS),
    "paper-results": form(THERAPIST, READERS, WRITERS),
    "paper-worksheet": form(THERAPIST, READERS, WRITERS),
    "therapy-about": form(THERAPIST, WRITERS, WRITERS),
    "pausing": action(THERAPIST, WRITERS),
    # Who stands in for a while does not end a therapy.
    "ending": form(THERAPIST, READERS, LEAD),
    # --- reminders, mail, calendar (reminders) ---
    "me-reminders": form(SIGNED_IN),
    "me-reminders-fewer": action(CLIENT),
    "remind-later": form(CLIENT),
    "me-calendar": form(SIGNED_IN),
    "me-devices": form(SIGNED_IN),
    "me-device": action(SIGNED_IN),
    # Who knows the address is not asked who they are: calendar programs cannot sign in.
    "calendar": page(ANYONE),
    "press": page(SIGNED_IN),
    # A mail program stops mail for its owner, and a mail server tells of what came back.
    "stop": form(ANYONE),
    "mail-events": action(ANYONE),
    # --- a copy of everything (records) ---
    "export": form(CLIENT),
    "export-file": page(CLIENT),
}


def rule_for(view_name):
    """The rule of an address, or None: an address that the table does not know is shut."""
    return RULES.get(view_name) or LIBRARY_RULES.get(view_name)


# allauth's own pages bring their own checks; the hat only says who may reach them.
LIBRARY_RULES: dict[str, Rule] = {
    # An e-mailed code alone signs nobody in, and recovery codes do not lie about as a file.
    "account_confirm_login_code": shut(),
    "mfa_download_recovery_codes": shut(),
    "account_login": form(ANYONE),
    "account_logout": form(ANYONE),
    "account_inactive": page(ANYONE),
    "account_signup": form(ANYONE),
    "account_email_verification_sent": form(ANYONE),
    "account_reset_password": form(ANYONE),
    "account_confirm_password_reset_code": form(ANYONE),
    "account_complete_password_reset": form(ANYONE),
    "account_password_reset_completed": page(ANYONE),
    "account_reauthenticate": form(SIGNED_IN),
    "account_email": form(SIGNED_IN),
    "account_change_password": form(SIGNED_IN),
    "account_set_password": form(SIGNED_IN),
    "mfa_authenticate": form(ANYONE),
    "mfa_login_webauthn": form(ANYONE),
    "mfa_index": page(SIGNED_IN),
    "mfa_reauthenticate": form(SIGNED_IN),
    "mfa_reauthenticate_webauthn": form(SIGNED_IN),
    "mfa_activate_totp": form(SIGNED_IN),
    "mfa_deactivate_totp": form(SIGNED_IN),
    "mfa_view_recovery_codes": page(SIGNED_IN),
    "mfa_generate_recovery_codes": form(SIGNED_IN),
    "mfa_list_webauthn": page(SIGNED_IN),
    "mfa_add_webauthn": form(SIGNED_IN),
    "mfa_edit_webauthn": form(SIGNED_IN),
    "mfa_remove_webauthn": form(SIGNED_IN),
    "usersessions_list": form(SIGNED_IN),
}
