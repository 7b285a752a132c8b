"""Asks the policy table before any view runs."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseNotAllowed
from django.utils import timezone

from accounts import policy
from accounts.ground.context import after_rollback
from accounts.ground.worded_once import worded_once
from accounts.models import AuditEvent, Therapy, User


@worded_once
def seen_by(user, pk, now):
    """One therapy, with what it is to this person."""
    seen = Therapy.objects.with_access(User(pk=user), now)
    return seen.select_related("clinic", "client").filter(pk=pk)


def in_sight(row):
    """With its clinic, where it is a therapy of one of the person's clinics."""
    therapies = Therapy.objects.filter(pk=row.pk).only("clinic")
    return (isinstance(row, Therapy) and therapies.first()) or row


class AccessPolicy:
    """404 for what does not exist for this person, 403 for what they may only look at.

    Sets `request.therapy` (with its clinic and client) where the address names one.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        rule = policy.rule_for(request.resolver_match.view_name)
        if rule is None:
            raise PermissionDenied("An address without a rule is shut.")
        if not rule.allows(request.method):
            if rule.is_unseen:
                raise Http404
            return HttpResponseNotAllowed(rule.methods)
        request.hat = rule.hat
        self.check_hat(request, rule)
        relations = rule.relations(request.method)
        if relations is not None:
            request.therapy = self.therapy(request, kwargs["therapy"], relations)
        return None

    def check_hat(self, request, rule):
        if rule.hat == policy.ANYONE:
            return
        if rule.hat == policy.OPERATOR:
            self.check_operator(request)
        elif not (rule.hat == policy.SIGNED_IN or getattr(request.hats, rule.hat)):
            self.refuse(request, request.user, PermissionDenied)

    def check_operator(self, request):
        """To everybody else there is nothing at that address."""
        if not request.user.is_staff:
            self.refuse(request, request.user, Http404)

    def therapy(self, request, pk, relations):
        """The therapy an address names, if this person may do this with it."""
        therapy = next(iter(seen_by(user=request.user.pk, pk=pk, now=timezone.now())), None)
        # Asked here and not in the query, which would work the relation out three times.
        if therapy is None or therapy.access in ("", "client"):
            self.refuse(request, Therapy(pk=pk), Http404)
        writes = request.method not in ("GET", "HEAD", "OPTIONS")
        if therapy.access not in relations or (writes and not therapy.is_open):
            self.refuse(request, therapy, PermissionDenied)
        return therapy

    def refuse(self, request, row, refusal):
        """Say no, and keep that somebody tried: written after the request's own rollback.

        In the clinic's audit where it is a clinic of theirs, else in nobody's: the wall hides
        from them whose it is, and from that clinic who they are.
        """
        address = request.resolver_match.view_name

        def remember():
            AuditEvent.record(request.user, "access.refused", in_sight(row), address=address)

        after_rollback(request, remember)
        raise refusal
