"""A form that comes back with errors answers 422, also where a library's view says 200; one that
was sent too often says so, and for how long."""

# As its words say: accounts/adapter.py. Who knows better says "seconds" with the error.
SECONDS = {
    "too_many_login_attempts": 300,
    "rate_limited": 300,
    "shut_for_long": 300,
    "mailed_lately": 3600,
    "mailed_today": 86400,
}


class InvalidForm:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_template_response(self, request, response):
        form = (response.context_data or {}).get("form")
        if request.method == "POST" and response.status_code == 200 and getattr(form, "errors", 0):
            response.status_code = 422
            if seconds := max(waits(form), default=0):
                response.status_code, response.headers["Retry-After"] = 429, seconds
        return response


def waits(form):
    for errors in form.errors.as_data().values():
        for error in errors:
            if error.code in SECONDS:
                yield (error.params or {}).get("seconds", SECONDS[error.code])
