"""The letters of a ronde, and beginning one."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from advies.domain.concept import start_advies
from advies.domain.opstellen import AANTAL_BEVINDINGEN, figure_sentence, top_themas
from advies.forms import Nieuwformulier
from advies.models import Adviesconcept
from codering.models import Analyserun, Thema
from inzicht.domain.cijfers import cached_telling, current_run
from inzicht.domain.tellen import Telling
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap, Ronde
from organisaties.toegang import get_eigen, vereist


@vereist(Recht.LEZEN)
@require_GET
def ronde(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID) -> HttpResponse:
    """List the letters of a ronde."""
    deze = get_eigen(Ronde, lid, pk=ronde_id)
    context = {
        "ronde": deze,
        "onderdeel": "advies",
        "adviezen": Adviesconcept.objects.van(lid.organisatie).filter(ronde=deze),
        "heeft_cijfers": current_run(deze) is not None,
        "mag_schrijven": lid.mag(Recht.ORGANISEREN),
    }
    return render(request, "advies/ronde.html", context)


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID) -> HttpResponse:
    """Choose findings and begin a letter."""
    deze = get_eigen(Ronde, lid, pk=ronde_id)
    run = current_run(deze)
    context: dict[str, object] = {"ronde": deze, "onderdeel": "advies"}
    if run is None:
        return render(request, "advies/nieuw.html", context)
    telling = cached_telling(deze, run)
    themas = {
        thema.code: thema for thema in Thema.objects.van(lid.organisatie).filter(codeboek=run.codeboek_id)
    }
    formulier = _build_form(request, deze, run, telling, themas)
    if request.method == "POST" and formulier.is_valid():
        keuze = dict(formulier.cleaned_data)
        gekozen = [themas[code] for code in keuze.pop("themas")]
        advies = start_advies(ronde=deze, wie=lid.gebruiker, themas=gekozen, **keuze)
        return redirect("advies:brief", advies.pk)
    drempel = lid.organisatie.drempel
    zinnen = {
        cijfer.code: figure_sentence(telling, [cijfer.code], drempel) for cijfer in telling.deel().themas
    }
    context |= {
        "form": formulier,
        "zinnen": zinnen,
        "keuzes": _pair(formulier, zinnen),
        "aantal": AANTAL_BEVINDINGEN,
    }
    return render(request, "advies/nieuw.html", context, status=422 if formulier.errors else 200)


def _build_form(
    request: HttpRequest, ronde: Ronde, run: Analyserun, telling: Telling, themas: dict[str, Thema]
) -> Nieuwformulier:
    genoemd = [cijfer for cijfer in telling.deel().themas if cijfer.aantal and cijfer.code in themas]
    eerder = Adviesconcept.objects.van(ronde.organisatie).exclude(geadresseerde="").first()
    return Nieuwformulier(
        request.POST or None,
        themas=[(cijfer.code, cijfer.naam) for cijfer in genoemd],
        initial={
            "betreft": _("Ongevraagd advies naar aanleiding van %(ronde)s") % {"ronde": ronde.naam},
            "geadresseerde": eerder.geadresseerde if eerder else "",
            "themas": [cijfer.code for cijfer in top_themas(telling)],
        },
    )


def _pair(formulier: Nieuwformulier, zinnen: dict[str, str]) -> list[tuple[object, str]]:
    """Put beside each theme to tick the sentence that it would bring."""
    return [(vakje, zinnen.get(str(vakje.data["value"]), "")) for vakje in formulier["themas"]]
