"""People who come without TLS are led on to it; machines are refused, so that no key goes on travelling in the open."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from sources.api.problems import plain_problem

SAID = "Ask again over https, and make a new key: this one went over the net for everybody to read."


class NoPlainApi:
    """Answers 403 to requests to the API that came without TLS, where TLS is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SECURE_SSL_REDIRECT and request.path.startswith("/api/") and not request.is_secure():
            return plain_problem("https_required", SAID, request.path)
        return self.get_response(request)
