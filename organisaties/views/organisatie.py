"""The front door and the choice of an organisation."""

from typing import Any, cast
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from organisaties.domain.toegang import choose_organisatie
from organisaties.models import Lidmaatschap


@require_GET
def voordeur(request: HttpRequest) -> HttpResponse:
    """Show what Grondvlak is to strangers; bring members to their rondes."""
    if request.user.is_authenticated:
        return redirect("organisaties:rondes" if cast(Any, request).lid else "organisaties:geen")
    return render(request, "organisaties/voordeur.html")


@login_required
@require_GET
def geen(request: HttpRequest) -> HttpResponse:
    """Tell a user without an organisation what to do."""
    return render(request, "organisaties/geen.html")


@login_required
@require_http_methods(["GET", "POST"])
def kiezen(request: HttpRequest) -> HttpResponse:
    """Let a member of several organisations change between them."""
    if request.method == "POST":
        try:
            gekozen = UUID(request.POST.get("organisatie", ""))
        except ValueError as fout:
            raise Http404 from fout
        if not choose_organisatie(request=request, organisatie_id=gekozen):
            raise Http404
        return redirect("organisaties:rondes")
    mijne = Lidmaatschap.objects.filter(gebruiker_id=str(request.user.pk)).select_related("organisatie")
    return render(request, "organisaties/kiezen.html", {"lidmaatschappen": mijne})
