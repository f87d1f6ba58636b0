"""What goes wrong, told in the look of who is asking: residents get a field for their code, staff their own page."""

import re
from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import get_template
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from organisaties.bewoners import choose_taal, list_talen
from organisaties.domain.codes import find_adres
from organisaties.forms import Codeformulier

# Where residents are, also when the rest of the address is wrong.
BEWONERPADEN = ("/v/", "/t/", "/b/", "/terugkoppeling/", "/code/")
KAAL = "Er ging iets mis bij ons. Dat ligt niet aan u. Probeer het over een paar minuten nog eens."
# What may have been meant as a code: one short word at the end of the address.
CODE = re.compile(r"^/(?:[a-z]+/)?([A-Za-z0-9-]{4,14})/?$")


def is_for_bewoner(request: HttpRequest) -> bool:
    """Tell whether a page of a resident was asked for; any page, to someone who is not signed in."""
    if f"{request.path_info}/".startswith(BEWONERPADEN):
        return True
    gebruiker = getattr(request, "user", None)
    return gebruiker is None or not gebruiker.is_authenticated


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is no such page, and offer what a resident most likely wanted."""
    if not is_for_bewoner(request):
        return render(request, "404.html", status=404)
    gezien = CODE.match(request.path_info)
    code = gezien[1] if gezien else ""
    context = {
        "form": Codeformulier(initial={"code": code}),
        "bedoeld": find_adres(code) if code else None,
        "gekozen": request.GET.get("taal", ""),
    }
    return show_bewoner(request, "bewoner/404.html", context, status=404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that this page is not for everyone."""
    if request.path_info.startswith(BEWONERPADEN):
        tekst = _("Deze bladzijde is niet voor iedereen. Er is niets veranderd.")
        return show_bewoner(request, "bewoner_weigering.html", {"tekst": tekst}, status=403)
    return render(request, "403.html", status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that what came in cannot be read; nothing about the request may be relied on."""
    return HttpResponse(get_template("400.html").render(), status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that it is our fault; without database, session or context, and in plain words if even that fails."""
    sjabloon = "bewoner/500.html" if request.path_info.startswith(BEWONERPADEN) else "500.html"
    try:
        return HttpResponseServerError(get_template(sjabloon).render())
    except Exception:  # what is broken may be the templates or the static files
        return HttpResponseServerError(KAAL, content_type="text/plain; charset=utf-8")


def show_weigering(request: HttpRequest, tekst: str, status: int) -> HttpResponse:
    """Show why an act was refused, with the way back to where it was tried."""
    context = {"tekst": tekst, "terug_url": find_terug(request)}
    return render(request, "weigering.html", context, status=status)


def show_bewoner(
    request: HttpRequest, sjabloon: str, context: Mapping[str, object], status: int
) -> HttpResponse:
    """Show a page in the residents' look and in the language they asked for."""
    with translation.override(choose_taal(request)):
        talen = list_talen(request) if request.method == "GET" else []
        return render(request, sjabloon, {**context, "talen": talen}, status=status)


def find_terug(request: HttpRequest) -> str:
    """Give the page of ours that the request came from; "" when that is unknown or this very address."""
    vandaan = request.headers.get("Referer", "")
    eigen = url_has_allowed_host_and_scheme(vandaan, {request.get_host()}, require_https=request.is_secure())
    return vandaan if eigen and vandaan != request.build_absolute_uri() else ""
