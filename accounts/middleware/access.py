"""Asks the policy table before any view runs."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseNotAllowed

from accounts import policy
from accounts.models import Therapy


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
            return HttpResponseNotAllowed(rule.methods)
        request.hat = rule.hat
        self.check_hat(request, rule)
        relations = rule.relations(request.method)
        if relations is not None:
            request.therapy = self.therapy(request, kwargs["therapy"], relations)
        return None

    def check_hat(self, request, rule):
        if rule.hat == policy.ANYONE or request.user.is_authenticated and (
            rule.hat == policy.SIGNED_IN or getattr(request.hats, rule.hat)
        ):
            return
        raise PermissionDenied

    def therapy(self, request, pk, relations):
        visible = Therapy.objects.visible_to(request.user).select_related("clinic", "client")
        therapy = visible.filter(pk=pk).exclude(access="client").first()
        if therapy is None:
            raise Http404
        if therapy.access not in relations or (
            request.method == "POST" and not therapy.is_open
        ):
            raise PermissionDenied
        return therapy
