"""Turns a refusal into a page that says what happened and what to do."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from config.fouten import show_weigering
from organisaties.refusals import Weigering


class WeigeringMiddleware:
    """Shows the text of a Weigering with its status."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Show a refusal; leave every other exception to Django."""
        if not isinstance(exception, Weigering):
            return None
        return show_weigering(request, str(exception), exception.status)
