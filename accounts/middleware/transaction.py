"""One transaction a request, with the person's context and hats set in it."""

from accounts import hats
from accounts.ground.context import RequestTransaction as Transaction


class RequestTransaction(Transaction):
    def enter(self, request):
        if request.user.is_authenticated:
            request.hats = hats.enter(request.user)
