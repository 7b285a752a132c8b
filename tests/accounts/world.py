"""Everybody signed in, and objects of every owner."""

import copy
from datetime import timedelta

from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.utils import timezone

from accounts.models import Cover
from tests.accounts.matrix import ROLES
from tests.accounts.objects import objects, objects_of, stranger
from tests.cast import gather, member, person
from tests.homework.measures.giving import duty_of

# What a worker asks: it is told that nobody is signed in, where a page would lead to the sign-in.
SAYS_401 = {"sync-token"}
# Addresses whose GET leads on to another page.
REDIRECTS = {
    "caseload-next",
    # Everybody there has agreed.
    "consent",
    "erasure",
    "export-file",
    "home",
    "report-index",
    "start",
    "worksheet",
    "open-record",
    "paper-worksheet",
    "press",
    "unlock",
}


class World:
    """`visitors`: a test client for each role. `objects`: {owner: {argument: value}}."""

    def __init__(self):
        self.cast = cast = gather()
        self.add_people()
        self.cover(cast.other, cast.will, "read", by=cast.otto)
        self.cover(cast.far, self.mia, "read", by=cast.zoe)
        duty_of(cast.meadow, cast.zara, deputy=self.mia, second=self.moe)
        self.objects = {
            "cleo": objects(cast),
            "carl": objects_of(cast.other, admin=cast.ada),
            "zack": objects_of(cast.far, admin=cast.zara),
        }
        known = self.objects["cleo"].items()
        self.objects["nobody"] = {name: stranger(name, value) for name, value in known}
        self.visitors = {role: self.visitor(role) for role in ROLES}
        self.dora.is_active = False
        self.dora.save(update_fields=["is_active"])

    def add_people(self):
        """Those whom the cast has no use for: see ROLES, and two more therapists of Meadow."""
        for name in ("nina", "omar", "dora", "mia", "moe"):
            setattr(self, name, person(name))
        for each in (self.nina, self.dora):
            member(each, self.cast.harbour, is_therapist=True)
            self.cover(self.cast.therapy, each, "write", by=self.cast.tess)
        for each in (self.mia, self.moe):
            member(each, self.cast.meadow, is_therapist=True)
        self.nina.authenticator_set.all().delete()
        self.omar.is_staff = self.omar.is_superuser = True
        self.omar.save(update_fields=["is_staff", "is_superuser"])

    def cover(self, therapy, therapist, kind, by):
        ends_at = timezone.now() + timedelta(days=1)
        Cover.grant(therapy=therapy, therapist=therapist, kind=kind, ends_at=ends_at, by=by)

    def visitor(self, role):
        visitor = Client(raise_request_exception=False)
        if role != "anonymous":
            visitor.force_login(getattr(self, role, None) or getattr(self.cast, role))
        return visitor

    def ask(self, role, method, url, data=None, **how):
        """Every question meets the same world: what it writes is taken back, who asks stays
        signed in, and rate limits begin anew."""
        cache.clear()
        visitor = self.visitors[role]
        cookies = copy.deepcopy(visitor.cookies)
        with transaction.atomic():
            if data is None:
                answer = visitor.generic(method, url, **how)
            else:
                answer = getattr(visitor, method.lower())(url, data, **how)
            transaction.set_rollback(True)
        visitor.cookies = cookies
        return answer
