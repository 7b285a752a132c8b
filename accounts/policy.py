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


def action(hat, relations=None):
    """Sent only."""
    return Rule(hat, {"POST": relations})


RULES: dict[str, Rule] = {
    # --- the front door ---
    "home": page(ANYONE),
    "healthz": page(ANYONE),
    "readyz": page(ANYONE),
    # Only in local runs, where config/urls.py includes them.
    "mailbox": page(ANYONE),
    "mailbox-letter": page(ANYONE),
    # --- joining, sign-in, me (accounts) ---
    # --- clinic: admins (accounts) ---
    # --- client (homework, goals) ---
    # --- therapist: caseload, client page, library, away (homework) ---
    # --- therapist: first session, review and plan, sessions, ending (homework) ---
    # --- reminders, mail, calendar (reminders) ---
    "me-reminders": form(CLIENT),
}


def rule_for(view_name):
    """The rule of an address, or None: an address that the table does not know is shut."""
    return RULES.get(view_name) or LIBRARY_RULES.get(view_name)


# allauth's own pages bring their own checks; the hat only says who may reach them.
LIBRARY_RULES: dict[str, Rule] = {}
