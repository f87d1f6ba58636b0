"""The one way a page for residents is made: open to all, in their language, without cookie, session or trace.

@bewonerpagina
def ideekaart(request, code): ...

The token in the form is what proves who is sending, so these posts need no CSRF cookie. Pages are compressed:
the token is no ambient secret (a stranger's request never carries it), so its length tells nobody anything.
A page may be kept by the browser itself, never by what stands between, so that going back shows what was typed
instead of asking to send again; see ADR 0011. A page that shows fresh data on GET is not kept at all.
"""

from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.gzip import gzip_page

from organisaties.refusals import Weigering

View = Callable[..., HttpResponse]
TAALVELD = "taal"
# How someone asks for large letters and for reading aloud: in the address, so that no cookie is needed.
LEESHULP = ("groot", "lees")
# On a device that people share one after the other, `?toestel=gedeeld` stands in the address of every page.
TOESTEL, GEDEELD = "toestel", "gedeeld"


def bewonerpagina(view: View) -> View:
    """Mark a view as open to everyone and speak the language that the form or the address asks for."""

    @csrf_exempt
    @gzip_page
    @wraps(view)
    def pagina(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with translation.override(choose_taal(request)):
            antwoord = _answer(view, request, *args, **kwargs)
        if request.method == "POST":
            keep_in_browser(antwoord)
        elif not antwoord.has_header("Cache-Control"):
            add_never_cache_headers(antwoord)
        if is_gedeeld(request):
            patch_cache_control(antwoord, no_store=True)
        antwoord.headers["Referrer-Policy"] = "no-referrer"
        return antwoord

    pagina.is_bewonerpagina = True  # type: ignore[attr-defined]
    return pagina


def _answer(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Give the finished page while the language still holds; a refusal becomes a page in that language."""
    try:
        antwoord = view(request, *args, **kwargs)
        return antwoord.render() if hasattr(antwoord, "render") else antwoord
    except Weigering as weigering:
        inhoud = {"tekst": str(weigering), "talen": list_talen(request)}
        return render(request, "bewoner_weigering.html", inhoud, status=weigering.status)


def keep_in_browser(antwoord: HttpResponse) -> None:
    """Let the browser show this page again when someone goes back, and ask for a fresh one otherwise.

    With `no-store` (and in Firefox with `no-cache`) going back to the answer to a POST shows an error page
    about sending again, and what was typed seems lost.
    """
    patch_cache_control(antwoord, private=True, max_age=0)


def choose_taal(request: HttpRequest) -> str:
    """Give the asked language when there is one, else Dutch.

    The phone's own setting is not looked at: the questions are Dutch, and who wants another language asks.
    """
    gevraagd = request.POST.get(TAALVELD) or request.GET.get(TAALVELD) or ""
    return gevraagd if gevraagd in known_talen() else settings.LANGUAGE_CODE


@cache
def known_talen() -> dict[str, str]:
    """Give the languages that these pages speak: Dutch, and each that has a catalogue."""
    return {
        code: naam
        for code, naam in settings.LANGUAGES
        if code == settings.LANGUAGE_CODE
        or any(Path(map_, code, "LC_MESSAGES", "django.mo").is_file() for map_ in settings.LOCALE_PATHS)
    }


def list_talen(request: HttpRequest) -> list[dict[str, str]]:
    """Give the languages for `bewoner_basis.html`, each with the address of this page in it.

    On a page with a form, `taalformulier` (the form's id) in the context makes the choice buttons of that form:
    a POST with `taal`, so that what was typed travels along.
    """
    leeshulp = build_leeshulp(request)
    return [
        {"code": code, "naam": naam, "url": f"{request.path}?{TAALVELD}={code}{leeshulp}"}
        for code, naam in known_talen().items()
    ]


def build_leeshulp(request: HttpRequest) -> str:
    """Give the part of an address that keeps large letters and reading aloud on, with the & before it."""
    toestel = f"&{TOESTEL}={GEDEELD}" if is_gedeeld(request) else ""
    return "".join(f"&{naam}=1" for naam in LEESHULP if request.GET.get(naam)) + toestel


def is_gedeeld(request: HttpRequest) -> bool:
    """Tell whether this is a device for several people: nothing of one may be seen by the next."""
    return request.GET.get(TOESTEL) == GEDEELD


def build_adres(request: HttpRequest) -> str:
    """Give the query of the next page: the same language, letters and reading aloud as on this one."""
    return f"?{TAALVELD}={translation.get_language()}{build_leeshulp(request)}"


def is_local(host: str) -> bool:
    """Tell whether an address works on this computer only, so that no resident can reach it."""
    naam = host.rsplit(":", 1)[0]
    return naam in {"localhost", "[::1]"} or naam.startswith("127.")
