"""Tables, for staff: add one, change its subject, read its notes."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bijeenkomsten.domain.tafels import add_tafel, change_tafel, delete_tafel
from bijeenkomsten.forms import Tafelformulier, add_weigering
from bijeenkomsten.models import Gesprekstafel, Notitie
from bijeenkomsten.views.gedeeld import act_or_tell, build_context, get_bijeenkomst
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.refusals import Weigering
from organisaties.toegang import get_eigen, vereist


@vereist(Recht.ORGANISEREN)
@require_POST
def erbij(request: HttpRequest, lid: Lidmaatschap, bijeenkomst_id: UUID) -> HttpResponse:
    """Add a table; a subject that does not fit comes back as it was typed."""
    avond = get_bijeenkomst(lid, bijeenkomst_id)
    formulier = Tafelformulier(request.POST, organisatie=lid.organisatie)
    if not formulier.is_valid():
        context = build_context(avond, _("Tafel erbij")) | {"form": formulier}
        return render(request, "bijeenkomsten/tafel_form.html", context, status=400)
    tafel = add_tafel(bijeenkomst=avond, wie=lid.gebruiker, **formulier.cleaned_data)
    messages.success(request, _("Tafel %(nummer)s staat erbij.") % {"nummer": tafel.nummer})
    return redirect("bijeenkomsten:bijeenkomst", avond.pk)


@vereist(Recht.NOTEREN)
@require_GET
def notities(request: HttpRequest, lid: Lidmaatschap, tafel_id: UUID) -> HttpResponse:
    """Read back what was written at a table, in order."""
    tafel = _get_tafel(lid, tafel_id)
    rijen = Notitie.objects.van(lid.organisatie).filter(tafel=tafel).levend()
    context = (
        build_context(tafel.bijeenkomst, str(tafel))
        | {"tafel": tafel}
        | {
            "notities": rijen.select_related("gebied"),
            "mag_organiseren": lid.mag(Recht.ORGANISEREN),
        }
    )
    return render(request, "bijeenkomsten/notities.html", context)


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def wijzigen(request: HttpRequest, lid: Lidmaatschap, tafel_id: UUID) -> HttpResponse:
    """Change what a table talks about."""
    tafel = _get_tafel(lid, tafel_id)
    context = build_context(tafel.bijeenkomst, str(tafel)) | {"tafel": tafel}
    formulier = Tafelformulier(request.POST or None, organisatie=lid.organisatie, instance=tafel)
    if request.method == "POST" and formulier.is_valid():
        try:
            change_tafel(tafel=tafel, wie=lid.gebruiker, **formulier.cleaned_data)
        except Weigering as fout:
            add_weigering(formulier, fout, "onderwerp")
        else:
            messages.success(request, _("Tafel %(nummer)s is veranderd.") % {"nummer": tafel.nummer})
            return redirect("bijeenkomsten:bijeenkomst", tafel.bijeenkomst_id)
    status = 400 if formulier.errors else 200
    return render(request, "bijeenkomsten/tafel_form.html", context | {"form": formulier}, status=status)


@vereist(Recht.ORGANISEREN)
@require_POST
def weggooien(request: HttpRequest, lid: Lidmaatschap, tafel_id: UUID) -> HttpResponse:
    """Take away a table at which nothing was written."""
    tafel = _get_tafel(lid, tafel_id)
    gelukt = _("Tafel %(nummer)s is weg. De code werkt niet meer.") % {"nummer": tafel.nummer}
    act_or_tell(request, lambda: delete_tafel(tafel=tafel, wie=lid.gebruiker), gelukt)
    return redirect("bijeenkomsten:bijeenkomst", tafel.bijeenkomst_id)


def _get_tafel(lid: Lidmaatschap, tafel_id: UUID) -> Gesprekstafel:
    rijen = Gesprekstafel.objects.van(lid.organisatie).select_related(
        "bijeenkomst__ronde__organisatie", "gebied"
    )
    tafel: Gesprekstafel = get_eigen(rijen.met_aantallen(), lid, pk=tafel_id)
    return tafel
