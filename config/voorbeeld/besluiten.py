"""What the coder did after an analysis: decide about statements and groups, and release quotes."""

from collections.abc import Mapping
from typing import Any

from codering.domain.citaten import release_citaat
from codering.domain.coderen import code_uitspraak, undo_codering
from codering.domain.kandidaten import adopt_kandidaat, refuse_kandidaat
from codering.domain.nakijken import current_run
from codering.enums import Kandidaatbesluit
from codering.models import Analyserun, Citaat, Kandidaatthema, Thema, Uitspraak
from config.voorbeeld.verhaal import Verhaal
from organisaties.models import Gebruiker, Ronde


class TekstOntbreekt(LookupError):
    """The example speaks of a statement that is not there: its texts and its decisions no longer fit."""


def find_uitspraak(ronde: Ronde, begin: str) -> Uitspraak:
    """Give the statement that begins like this; raises TekstOntbreekt."""
    uitspraak = Uitspraak.objects.filter(ronde=ronde, tekst__startswith=begin).order_by("tekst").first()
    if uitspraak is None:
        raise TekstOntbreekt(f"{ronde}: {begin}")
    return uitspraak


def decide(ronde: Ronde, wie: Gebruiker, verhaal: Verhaal) -> None:
    """Do all that the coder did in this ronde, as far as it is written down."""
    run = current_run(ronde)
    if run is None:
        return
    for kop in verhaal.kop.get("kandidaat", ()):
        _decide_groep(run, wie, kop)
    themas = {thema.code: thema for thema in Thema.objects.filter(codeboek=run.codeboek)}
    for rij in verhaal.besluiten:
        _decide_uitspraak(run, find_uitspraak(ronde, rij["begin"]), wie, rij, themas)


def release_citaten(ronde: Ronde, wie: Gebruiker, verhaal: Verhaal) -> None:
    """Release the quotes of this ronde."""
    for rij in verhaal.citaten:
        release(ronde, wie, rij["tekst"], blijvend=rij["blijvend"] == "ja")


def release(ronde: Ronde, wie: Gebruiker, tekst: str, *, blijvend: bool) -> Citaat:
    """Release words of a statement; what comes before the first (…) is how it begins."""
    schoon = " ".join(tekst.split())
    uitspraak = find_uitspraak(ronde, schoon.split("(…)")[0].strip().rstrip("."))
    bestaand = Citaat.objects.filter(uitspraak=uitspraak).first()
    return bestaand or release_citaat(uitspraak=uitspraak, wie=wie, tekst=schoon, blijvend=blijvend)


def _decide_groep(run: Analyserun, wie: Gebruiker, kop: Mapping[str, Any]) -> None:
    """Adopt or refuse the group whose name or words hold a word; where the machine found none, nothing."""
    groepen = Kandidaatthema.objects.filter(run=run, besluit=Kandidaatbesluit.OPEN).order_by("nummer")
    for groep in groepen:
        if kop["woord"] not in " ".join((groep.naam, *groep.kernwoorden)).lower():
            continue
        if kop["besluit"] == Kandidaatbesluit.OVERGENOMEN:
            adopt_kandidaat(kandidaat=groep, wie=wie, naam=kop["naam"], definitie=kop["definitie"])
        else:
            refuse_kandidaat(kandidaat=groep, wie=wie)
        return


def _decide_uitspraak(
    run: Analyserun, uitspraak: Uitspraak, wie: Gebruiker, rij: Mapping[str, str], themas: Mapping[str, Thema]
) -> None:
    if run.codeboek is None:
        return
    code_uitspraak(
        uitspraak=uitspraak,
        wie=wie,
        codeboek=run.codeboek,
        themas=[themas[code] for code in rij["themas"].split()],
        soort=rij["soort"],
    )
    if rij["dan"] == "ongedaan":
        undo_codering(uitspraak=uitspraak, wie=wie)
