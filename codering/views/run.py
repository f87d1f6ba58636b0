"""One analysis: its progress, and what it found."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from codering.domain.analyse import start_run
from codering.domain.groepen import describe_groepen
from codering.domain.herkomst import describe_herkomst
from codering.domain.leerstand import describe_leren, is_refused
from codering.domain.meningen import read_stand
from codering.domain.overzicht import count_redenen, count_uitkomsten
from codering.domain.soorten import SOORTEN, count_soorten
from codering.domain.taalserver import heeft_taalserver
from codering.enums import Runstatus
from codering.models import Analyserun
from codering.views.ronde import VERVERS_SECONDEN
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.toegang import get_eigen, vereist

WACHT_LANG = timedelta(minutes=1)


@vereist(Recht.LEZEN)
@require_GET
def run(request: HttpRequest, lid: Lidmaatschap, run_id: UUID) -> HttpResponse:
    """Show how far an analysis is, or what came of it; with HTMX only that part."""
    deze = _get_run(lid, run_id)
    klaar = deze.status == Runstatus.KLAAR
    context: dict[str, object] = {
        "run": deze,
        "ronde": deze.ronde,
        "onderdeel": "coderen",
        "klaar": klaar,
        "mag_coderen": lid.mag(Recht.CODEREN),
        "wacht_lang": deze.status == Runstatus.WACHT and timezone.now() - deze.gemaakt_op > WACHT_LANG,
        "ververs_na": VERVERS_SECONDEN if deze.status in (Runstatus.WACHT, Runstatus.BEZIG) else None,
    }
    if klaar:
        context |= _describe_uitkomst(deze)
    deel = "codering/onderdelen/run.html" if request.headers.get("HX-Request") else "codering/run.html"
    return render(request, deel, context)


def _describe_uitkomst(run: Analyserun) -> dict[str, object]:
    """What a finished analysis found, and what to do next."""
    return {
        "telling": count_uitkomsten(run),
        "redenen": count_redenen(run),
        "soorten": SOORTEN,
        "soortregels": count_soorten(run),
        "groepen": describe_groepen(run),
        "herkomst": describe_herkomst(run),
        "raadpleegstand": read_stand(run),
        "heeft_taalserver": heeft_taalserver(),
        "leren_geweigerd": describe_leren(run) if is_refused(run) else "",
        "volgende_stap": {
            "tekst": _("Bekijk hoe vaak elk thema is genoemd, en waar."),
            "naam": _("Naar de cijfers"),
            "url": reverse("inzicht:ronde", args=[run.ronde_id]),
        },
    }


@vereist(Recht.CODEREN)
@require_POST
def opnieuw(request: HttpRequest, lid: Lidmaatschap, run_id: UUID) -> HttpResponse:
    """Try a failed analysis again, as a new run with the same codebook."""
    deze = _get_run(lid, run_id)
    nieuw = start_run(ronde=deze.ronde, wie=lid.gebruiker, codeboek=deze.codeboek)
    return redirect("codering:run", nieuw.pk)


def _get_run(lid: Lidmaatschap, run_id: UUID) -> Analyserun:
    runs = Analyserun.objects.van(lid.organisatie).select_related("ronde__organisatie", "codeboek", "wie")
    return get_eigen(runs, lid, pk=run_id)
