"""Who is asking: puts the member on the request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from organisaties.domain.toegang import find_lidmaatschap


class LidmaatschapMiddleware:
    """Sets `request.lid` (Lidmaatschap or None), looked up only when used."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Attach the member and go on."""
        request.lid = SimpleLazyObject(lambda: find_lidmaatschap(request))  # type: ignore[attr-defined]
        return self.get_response(request)
