"""Groups that the machine found: adopting them as themes, or not."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from codering.domain.groepen import (
    Groepskaart,
    describe_groepen,
    list_overgenomen,
    newest_run,
    read_laatste_besluit,
    sort_kaarten,
)
from codering.domain.kandidaten import adopt_kandidaat, refuse_kandidaat, reopen_kandidaat
from codering.domain.meningen import read_namen
from codering.enums import Kandidaatbesluit
from codering.forms import Kandidaatformulier
from codering.models import Kandidaatthema, Naamvoorstel
from codering.refusals import (
    KandidaatBesloten,
    ThemaBestaat,
    ThemaGecodeerd,
    ThemaInGebruik,
    ThemaZonderNaam,
)
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap, Ronde
from organisaties.toegang import get_eigen, vereist


@dataclass(frozen=True, slots=True)
class Aanbod:
    """A group as the page offers it, with the `naam` that a language model would give it.

    `delen_open`: something was wrong with what was typed for one of its parts.
    """

    kaart: Groepskaart
    formulier: Kandidaatformulier | None
    delen: "tuple[Aanbod, ...]"
    naam: Naamvoorstel | None = None

    @property
    def delen_open(self) -> bool:
        """Whether the fine groups have to be in sight."""
        return any(deel.formulier is not None and deel.formulier.errors for deel in self.delen)


@vereist(Recht.LEZEN)
@require_GET
def kandidaten(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID) -> HttpResponse:
    """Show the groups, with those still open first."""
    return _show(request, lid, get_eigen(Ronde, lid, pk=ronde_id))


def _show(
    request: HttpRequest,
    lid: Lidmaatschap,
    ronde: Ronde,
    *,
    formulier: Kandidaatformulier | None = None,
    kwijt: Kandidaatformulier | None = None,
) -> HttpResponse:
    """Give the page; `formulier` has errors to show, `kwijt` belongs to a group that is not open any more."""
    run = newest_run(ronde)
    kaarten = describe_groepen(run) if run else []
    namen = read_namen(run) if run else {}
    mag = lid.mag(Recht.CODEREN)
    open_ = [kaart for kaart in sort_kaarten(kaarten) if kaart.kandidaat.besluit == Kandidaatbesluit.OPEN]
    context = {
        "ronde": ronde,
        "onderdeel": "coderen",
        "run": run,
        "open": [_offer(kaart, formulier, namen, mag=mag) for kaart in open_],
        "overgenomen": list_overgenomen(ronde),
        "afgewezen": [k for k in kaarten if k.kandidaat.besluit == Kandidaatbesluit.AFGEWEZEN],
        "laatste": read_laatste_besluit(wie=lid.gebruiker, ronde=ronde) if mag else None,
        "mag_coderen": mag,
        "form": formulier,
        "kwijt": kwijt,
    }
    return render(request, "codering/kandidaten.html", context, status=422 if formulier or kwijt else 200)


def _offer(
    kaart: Groepskaart, gevuld: Kandidaatformulier | None, namen: Mapping[UUID, Naamvoorstel], *, mag: bool
) -> Aanbod:
    """Give a group, with a form for who may decide and while nobody did; and so for the fine groups in it."""
    mag_deze = mag and kaart.kandidaat.besluit == Kandidaatbesluit.OPEN
    delen = tuple(_offer(deel, gevuld, namen, mag=mag) for deel in kaart.delen)
    naam = namen.get(kaart.kandidaat.pk)
    return Aanbod(kaart, _make_form(kaart, gevuld, naam) if mag_deze else None, delen, naam)


def _make_form(
    kaart: Groepskaart, gevuld: Kandidaatformulier | None, naam: Naamvoorstel | None
) -> Kandidaatformulier:
    if gevuld is not None and gevuld.kandidaat.pk == kaart.kandidaat.pk:
        return gevuld
    return Kandidaatformulier(kandidaat=kaart.kandidaat, naam=naam.naam if naam else "")


def _find(lid: Lidmaatschap, ronde: Ronde, kandidaat_id: UUID) -> Kandidaatthema | None:
    return Kandidaatthema.objects.van(lid.organisatie).filter(run__ronde=ronde, pk=kandidaat_id).first()


def _back(ronde: Ronde) -> HttpResponse:
    return redirect(reverse("codering:kandidaten", args=[ronde.pk]))


def _tell_gone(request: HttpRequest) -> None:
    messages.warning(request, _("Deze groep is er niet meer: de uitspraken zijn opnieuw ingedeeld."))


@vereist(Recht.CODEREN)
@require_POST
def overnemen(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID, kandidaat_id: UUID) -> HttpResponse:
    """Adopt a group as a theme; what was typed stays on the page when that cannot be."""
    ronde = get_eigen(Ronde, lid, pk=ronde_id)
    kandidaat = _find(lid, ronde, kandidaat_id)
    formulier = Kandidaatformulier(request.POST, kandidaat=kandidaat or Kandidaatthema(pk=kandidaat_id))
    if kandidaat is None:
        _tell_gone(request)
        return _show(request, lid, ronde, kwijt=formulier)
    if not formulier.is_valid():
        return _show(request, lid, ronde, formulier=formulier)
    try:
        thema = adopt_kandidaat(kandidaat=kandidaat, wie=lid.gebruiker, **formulier.cleaned_data)
    except KandidaatBesloten as weigering:
        messages.warning(request, str(weigering))
        return _show(request, lid, ronde, kwijt=formulier)
    except (ThemaBestaat, ThemaZonderNaam) as weigering:
        formulier.add_error("naam", str(weigering))
        return _show(request, lid, ronde, formulier=formulier)
    aantal = thema.voorstellen.filter(uitkomst__run=newest_run(ronde)).count()
    zin = ngettext(
        "“%(naam)s” is nu een thema. De computer stelt het voor bij %(n)s uitspraak.",
        "“%(naam)s” is nu een thema. De computer stelt het voor bij %(n)s uitspraken.",
        aantal,
    )
    messages.success(request, zin % {"naam": thema.naam, "n": aantal})
    return _back(ronde)


@vereist(Recht.CODEREN)
@require_POST
def afwijzen(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID, kandidaat_id: UUID) -> HttpResponse:
    """Say that a group is no theme."""
    ronde = get_eigen(Ronde, lid, pk=ronde_id)
    kandidaat = _find(lid, ronde, kandidaat_id)
    if kandidaat is None:
        _tell_gone(request)
        return _back(ronde)
    try:
        refuse_kandidaat(kandidaat=kandidaat, wie=lid.gebruiker)
    except KandidaatBesloten as weigering:
        messages.warning(request, str(weigering))
    else:
        messages.success(request, _("De groep wordt geen thema. De uitspraken blijven gewoon staan."))
    return _back(ronde)


@vereist(Recht.CODEREN)
@require_POST
def terug(request: HttpRequest, lid: Lidmaatschap, ronde_id: UUID, kandidaat_id: UUID) -> HttpResponse:
    """Take the decision on a group back."""
    ronde = get_eigen(Ronde, lid, pk=ronde_id)
    kandidaat = _find(lid, ronde, kandidaat_id)
    if kandidaat is None:
        _tell_gone(request)
        return _back(ronde)
    try:
        reopen_kandidaat(kandidaat=kandidaat, wie=lid.gebruiker)
    except (ThemaGecodeerd, ThemaInGebruik) as weigering:
        messages.error(request, str(weigering))
    else:
        messages.success(request, _("Het besluit over de groep is ongedaan gemaakt."))
    return _back(ronde)
