"""A form that comes back with errors answers 422, also where a library's view says 200."""


class InvalidForm:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_template_response(self, request, response):
        form = (response.context_data or {}).get("form")
        if request.method == "POST" and response.status_code == 200 and getattr(form, "errors", 0):
            response.status_code = 422
        return response
