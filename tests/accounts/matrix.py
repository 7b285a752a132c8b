"""Every address, method, role and owner, and what the policy table says must come of it."""

from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from accounts import policy

METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE")
LOOKING = {"GET", "HEAD", "OPTIONS"}
MET = {200, 204}
DONE = {200, 204, 302, 303, 409, 422}


@dataclass(frozen=True)
class Role:
    """What somebody may wear, where they work, and what they are to each client's therapy."""

    hats: frozenset = frozenset()
    clinic: str = ""
    relations: tuple = ()
    # Signed out, or their account is closed: nobody is there.
    is_nobody: bool = False
    has_second_factor: bool = True

    def relation(self, owner):
        return dict(self.relations).get(owner)


def staff(clinic, hat="therapist", has_second_factor=True, **relations):
    hats = frozenset({hat})
    facts = {"has_second_factor": has_second_factor, "relations": tuple(relations.items())}
    return Role(hats, clinic, **facts)


def client_of(clinic, name):
    return Role(frozenset({"client"}), clinic, ((name, "client"),))


ROLES = {
    "anonymous": Role(is_nobody=True),
    "cleo": client_of("harbour", "cleo"),
    "carl": client_of("harbour", "carl"),
    "zack": client_of("meadow", "zack"),
    "tess": staff("harbour", cleo="lead"),
    "otto": staff("harbour", carl="lead"),
    "vera": staff("harbour", cleo="read"),
    "will": staff("harbour", cleo="write", carl="read"),
    "zoe": staff("meadow", zack="lead"),
    "ada": staff("harbour", "admin"),
    "zara": staff("meadow", "admin"),
    # Stands in for Tess, and has neither app nor passkey.
    "nina": staff("harbour", has_second_factor=False, cleo="write"),
    # Runs the installation; that makes nobody a member of a clinic.
    "omar": Role(),
    # A member no longer; a member whose account is closed.
    "emil": Role(),
    "dora": Role(is_nobody=True),
}
# Whose objects an address names: a client's of either clinic, or nobody's.
OWNERS = {"cleo": "harbour", "carl": "harbour", "zack": "meadow", "nobody": None}


# Only for a therapy that has ended, which these have not; only where an operator set it up.
NOBODYS = {"ended", "flag-after-end", "mail-events", "metrics"}


@dataclass(frozen=True)
class Address:
    name: str
    arguments: tuple

    def url(self, values):
        """Fails with KeyError for an argument that nobody has made an object for."""
        return reverse(self.name, kwargs={name: values[name] for name in self.arguments})


def addresses(resolver=None, space="", before=()):
    """Every named address of the resolver, with its arguments."""
    for item in (resolver or get_resolver()).url_patterns:
        arguments = (*before, *item.pattern.converters)
        if isinstance(item, URLResolver):
            inner = f"{space}{item.namespace}:" if item.namespace else space
            yield from addresses(item, inner, arguments)
        elif isinstance(item, URLPattern):
            yield Address(f"{space}{item.name}", arguments)


def expected(address, rule, method, role, owner):
    """The statuses that this cell may answer with; `owner`: whose the objects in it are."""
    who, relation = ROLES[role], ROLES[role].relation(owner)
    if who.is_nobody and rule.hat != policy.ANYONE:
        return {302}
    if not rule.allows(method):
        return {404 if rule.is_unseen else 405}
    if rule.hat not in (policy.ANYONE, policy.SIGNED_IN) and rule.hat not in who.hats:
        return {403}
    relations = rule.relations(method)
    if relations is not None and relation in (None, "client"):
        return {404}
    if relations is not None and relation not in relations:
        return {403}
    if rule.hat in (policy.THERAPIST, policy.ADMIN) and not who.has_second_factor:
        return {302}
    named = address.arguments or address.name in NOBODYS
    if named and relations is None and not is_theirs(address, rule, who, owner):
        return {404}
    return DONE if method == "POST" else MET


def is_theirs(address, rule, who, owner):
    """Whether somebody reaches an owner's objects, where no relation to a therapy decides."""
    if owner == "nobody" or address.name in NOBODYS:
        return False
    if rule.hat == policy.ANYONE:
        # Whoever holds the link.
        return True
    if "away" in address.arguments:
        return who.relation(owner) == "lead"
    if rule.hat in (policy.THERAPIST, policy.ADMIN):
        return who.clinic == OWNERS[owner]
    return who.relation(owner) == "client"
