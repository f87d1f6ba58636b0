"""The wall of a ronde, and what stands on it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from codering.models import Analyserun
from inzicht.domain.cijfers import cached_telling, current_run
from inzicht.domain.kanalen import name_kanaal
from inzicht.domain.wand import MAX_THEMAS, change_wand, find_wand, list_vrijgegeven
from inzicht.domain.wandbeeld import Wandbeeld, build_wandbeeld
from inzicht.domain.wandkeuze import Wandkeuze, list_keuzes
from inzicht.forms import Wandformulier
from inzicht.models import Wand
from inzicht.refusals import TeVeelThemas, VreemdThema
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap, Ronde
from organisaties.toegang import get_eigen, vereist

# Seconds between two looks, with a script and without.
PEILING, ZONDER_SCRIPT = 10, 20


@vereist(Recht.LEZEN)
@never_cache
@require_GET
def wand(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID) -> HttpResponse:
    """Show the wall; with HTMX only what stands on it."""
    ronde = get_eigen(Ronde, lid, pk=ronde_id)
    context = {
        "ronde": ronde,
        "beeld": _build(request, lid, ronde),
        "peiling": PEILING,
        "ververs_na": ZONDER_SCRIPT,
        "mag_organiseren": lid.mag(Recht.ORGANISEREN),
    }
    deel = "inzicht/onderdelen/wandvlak.html" if request.headers.get("HX-Request") else "inzicht/wand.html"
    return render(request, deel, context)


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def instellen(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID) -> HttpResponse:
    """Release themes for the wall, and see how it looks."""
    ronde = get_eigen(Ronde, lid, pk=ronde_id)
    run, huidig = current_run(ronde), find_wand(ronde)
    kanaal = huidig.kanaal if huidig else ""
    vrij = {thema.pk for thema in list_vrijgegeven(huidig, run)}
    keuzes = list_keuzes(ronde, run, kanaal=kanaal, drempel=lid.organisatie.drempel, gekozen=vrij)
    formulier = _form(request, ronde, run, huidig, keuzes)
    if request.method == "POST" and formulier.is_valid():
        try:
            _save(lid, ronde, formulier, keuzes)
        except (TeVeelThemas, VreemdThema) as fout:
            formulier.add_error("themas", str(fout))
        else:
            messages.success(
                request, _("De wand is bewaard. Wie hem open heeft, ziet dit binnen een paar tellen.")
            )
            return redirect("inzicht:wand_instellen", ronde.pk)
    context = {
        "ronde": ronde,
        "onderdeel": "inzicht",
        "form": formulier,
        "keuzes": keuzes,
        "gekozen": formulier["themas"].value() or [],
        "hoogstens": MAX_THEMAS,
        "gevuld": bool(vrij),
        "heeft_run": run is not None,
        "beeld": _build(request, lid, ronde),
        "volgende_stap": None,
    }
    return render(request, "inzicht/wand_instellen.html", context, status=422 if formulier.errors else 200)


def _build(request: HttpRequest, lid: Lidmaatschap, ronde: Ronde) -> Wandbeeld:
    basis = request.build_absolute_uri("/")
    return build_wandbeeld(ronde, drempel=lid.organisatie.drempel, basis=basis, nu=timezone.now())


def _form(
    request: HttpRequest, ronde: Ronde, run: Analyserun | None, huidig: Wand | None, keuzes: list[Wandkeuze]
) -> Wandformulier:
    telling = cached_telling(ronde, run) if run else None
    kanalen = telling.volgorde if telling and telling.delen else ()
    return Wandformulier(
        request.POST or None,
        initial={
            "vraag": huidig.vraag if huidig else "",
            "kanaal": huidig.kanaal if huidig else "",
            "achtergrond": "licht" if huidig and not huidig.donker else "donker",
            "themas": [str(keuze.thema.pk) for keuze in keuzes if keuze.gekozen],
        },
        themas=[(str(keuze.thema.pk), keuze.thema.naam) for keuze in keuzes],
        kanalen=[(kanaal, name_kanaal(kanaal)) for kanaal in kanalen],
    )


def _save(lid: Lidmaatschap, ronde: Ronde, formulier: Wandformulier, keuzes: list[Wandkeuze]) -> None:
    velden = formulier.cleaned_data
    change_wand(
        ronde=ronde,
        wie=lid.gebruiker,
        themas=[keuze.thema for keuze in keuzes if str(keuze.thema.pk) in velden["themas"]],
        vraag=velden["vraag"],
        donker=velden["achtergrond"] == "donker",
        kanaal=velden.get("kanaal", ""),
        op_grootte="op_grootte" in formulier.data,
    )
