"""Having no organisation, and choosing between several."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from organisaties.domain.toegang import choose_organisatie
from organisaties.models import Lidmaatschap


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
