"""All statements of a ronde."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from codering.domain.lijst import Zoekvraag, describe_uitspraken, find_uitspraken, list_kanalen, list_plekken
from codering.domain.nakijken import current_run
from codering.domain.soorten import has_soorten
from codering.forms import Zoekformulier
from codering.models import Kandidaatthema, Thema
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap, Ronde
from organisaties.toegang import get_eigen, vereist

PER_BLADZIJDE = 50


@vereist(Recht.LEZEN)
@require_GET
def lijst(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID) -> HttpResponse:
    """List statements with their themes; search by words, narrow down by theme, kanaal, area and who decided."""
    ronde = get_eigen(Ronde, lid, pk=ronde_id)
    run = current_run(ronde)
    codeboek = run.codeboek_id if run else None
    themas = list(Thema.objects.van(lid.organisatie).filter(codeboek=codeboek))
    formulier = Zoekformulier(
        request.GET, themas=themas, kanalen=list_kanalen(ronde), plekken=list_plekken(ronde)
    )
    waarden = formulier.waarden
    code, sleutel = waarden.pop("thema"), waarden.pop("groep")
    kandidaten = Kandidaatthema.objects.van(lid.organisatie).filter(run__ronde=ronde)
    vraag = Zoekvraag(
        **waarden,
        thema=next((thema for thema in themas if thema.code == code), None),
        groep=kandidaten.filter(pk=sleutel).first() if sleutel else None,
    )
    bladzijde = Paginator(find_uitspraken(ronde, run, vraag), PER_BLADZIJDE).get_page(request.GET.get("page"))
    context = {
        "ronde": ronde,
        "onderdeel": "coderen",
        "run": run,
        "zoekformulier": formulier,
        "groep": vraag.groep,
        "met_soort": vraag.soort or has_soorten(ronde, run),
        "gezocht": vraag != Zoekvraag(),
        "page_obj": bladzijde,
        "regels": describe_uitspraken(bladzijde.object_list, run),
        "mag_coderen": lid.mag(Recht.CODEREN),
    }
    return render(request, "codering/uitspraken.html", context)
