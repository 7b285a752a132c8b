"""A page names its styles in a header: a browser asks for them before it reads the page."""

from functools import cache

from django.templatetags.static import static


class EarlyStyle:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        if is_page and "HX-Request" not in request.headers:
            response.headers["Link"] = link()
        return response


@cache
def link():
    return f"<{static('css/midweek.css')}>; rel=preload; as=style"
