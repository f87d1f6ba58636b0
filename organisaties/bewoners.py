"""The one way a page for residents is made: open to all, in their language, without cookie, session or trace.

@bewonerpagina
def ideekaart(request, code): ...

The token in the form is what proves who is sending, so these posts need no CSRF cookie.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.views.decorators.csrf import csrf_exempt

View = Callable[..., HttpResponse]
TAALVELD = "taal"


def bewonerpagina(view: View) -> View:
    """Mark a view as open to everyone and speak the language that the form or the address asks for."""

    @csrf_exempt
    @wraps(view)
    def pagina(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with translation.override(choose_taal(request)):
            antwoord = view(request, *args, **kwargs)
        add_never_cache_headers(antwoord)
        antwoord.headers["Referrer-Policy"] = "no-referrer"
        return antwoord

    pagina.is_bewonerpagina = True  # type: ignore[attr-defined]
    return pagina


def choose_taal(request: HttpRequest) -> str:
    """Give the asked language when there is one, else Dutch.

    The phone's own setting is not looked at: the questions are Dutch, and who wants another language asks.
    """
    gevraagd = request.POST.get(TAALVELD) or request.GET.get(TAALVELD) or ""
    return gevraagd if gevraagd in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def list_talen(request: HttpRequest) -> list[dict[str, str]]:
    """Give the languages for `bewoner_basis.html`, each with the address of this page in it."""
    return [
        {"code": code, "naam": naam, "url": f"{request.path}?{TAALVELD}={code}"}
        for code, naam in settings.LANGUAGES
    ]
