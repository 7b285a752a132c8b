"""One transaction a request, with the person's context and hats set in it."""

from django.db import transaction

from accounts import hats


class RequestTransaction:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with transaction.atomic():
            if request.user.is_authenticated:
                request.hats = hats.enter(request.user)
            return self.get_response(request)

    def process_exception(self, request, exception):
        transaction.set_rollback(True)
