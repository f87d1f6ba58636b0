"""Showing a page of ours in a frame on another page of ours; nobody else may frame either of them."""

from csp.constants import SELF
from django.http import HttpRequest, HttpResponse


def show_kader(antwoord: HttpResponse) -> HttpResponse:
    """Let this page hold a frame."""
    antwoord._csp_update = {"frame-src": [SELF]}  # type: ignore[attr-defined] # read by the middleware of django-csp
    return antwoord


def allow_kader(antwoord: HttpResponse) -> HttpResponse:
    """Let this page be held by a frame on a page of ours."""
    antwoord._csp_replace = {"frame-ancestors": [SELF]}  # type: ignore[attr-defined] # likewise
    antwoord.headers["X-Frame-Options"] = "SAMEORIGIN"
    return antwoord


def is_in_kader(request: HttpRequest) -> bool:
    """Tell whether the browser says that it asks this page for a frame."""
    return request.headers.get("Sec-Fetch-Dest") == "iframe"
