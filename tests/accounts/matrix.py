"""Every address, method and role, and what the policy table says must come of it."""

from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from accounts import policy

# Who in the cast wears which hat, and stands how to Cleo's therapy.
ROLES = {
    "anonymous": (set(), None),
    "cleo": ({"client"}, "client"),
    "carl": ({"client"}, None),
    "tess": ({"therapist"}, "lead"),
    "otto": ({"therapist"}, None),
    "vera": ({"therapist"}, "read"),
    "will": ({"therapist"}, "write"),
    "ada": ({"admin"}, None),
    "emil": (set(), None),
    "zoe": ({"therapist"}, None),
    "zack": ({"client"}, None),
    "zara": ({"admin"}, None),
}


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


def expected(rule, method, role, own):
    """The set of statuses that this cell may answer with.

    `own`: roles to whom the objects in the address belong, or None where it names none.
    """
    hats, relation = ROLES[role]
    if role == "anonymous" and rule.hat != policy.ANYONE:
        return {302}
    if not rule.allows(method):
        return {404 if rule.is_unseen else 405}
    if rule.hat not in (policy.ANYONE, policy.SIGNED_IN) and rule.hat not in hats:
        return {403}
    relations = rule.relations(method)
    if relations is not None:
        if relation in (None, "client"):
            return {404}
        if relation not in relations:
            return {403}
    elif own is not None and role not in own:
        return {404}
    return {200, 204} if method in ("GET", "HEAD") else {200, 204, 302, 303, 409, 422}
