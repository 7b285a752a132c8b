"""What a page may load and run: the same for every page, so the header is worded once."""

from csp.constants import HEADER
from csp.utils import build_policy


class ContentPolicy:
    """CONTENT_SECURITY_POLICY in the settings. No page makes an exception, none has a nonce."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.policy = build_policy()

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault(HEADER, self.policy)
        return response
