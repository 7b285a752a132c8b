"""A middleware after all others, as if the view behind it broke with a secret in its hands."""

SECRET = "the words of somebody 8Q3X"


class Breaks:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        raise RuntimeError(SECRET)
