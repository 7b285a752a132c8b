"""What an address can ask of a person: a hat, and by method a relation to the therapy it names."""

from dataclasses import dataclass, field

ANYONE = "anyone"
SIGNED_IN = "signed-in"
CLIENT = "client"
THERAPIST = "therapist"
ADMIN = "admin"
# Of the server, not of a clinic.
OPERATOR = "operator"

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
