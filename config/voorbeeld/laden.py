"""Making the example up to the point where the language pipeline is needed."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from codering.domain.codeboeken import ensure_sociale_basis
from config.voorbeeld.barometer import make_barometer
from config.voorbeeld.ophalen import make_bijeenkomst, make_signalen, make_vragenlijst, read_bestand
from config.voorbeeld.organisatie import SLUG, Aanmelding, add_leden, get_wie, make_organisatie
from config.voorbeeld.terugdateren import set_back
from config.voorbeeld.verhaal import Verhaal, read_verhalen
from organisaties.domain.fasen import advance_ronde
from organisaties.domain.rondes import create_ronde
from organisaties.domain.volgende import start_volgende_ronde
from organisaties.enums import Fase, Rol
from organisaties.models import Gebruiker, Organisatie, Ronde
from organisaties.refusals import Weigering


class VoorbeeldBestaat(Weigering):
    """The example is there already."""

    status = 409
    tekst = "De voorbeeldgegevens zijn er al."


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """What was made: on which day its dates count, and who can sign in."""

    organisatie: Organisatie
    vandaag: date
    aanmeldingen: list[Aanmelding]


@transaction.atomic
def load_voorbeeld(*, aanmeldingen: bool, vandaag: date | None = None) -> Voorbeeld:
    """Make the organisation, its rondes and all that people said; raises VoorbeeldBestaat.

    No ronde is analysed, and none is further than ophalen; `do_next_stretch` goes on from here.
    """
    if Organisatie.objects.filter(slug=SLUG).exists():
        raise VoorbeeldBestaat
    dag = vandaag or timezone.localdate()
    organisatie = make_organisatie()
    gemaakt = add_leden(organisatie, aanmeldingen=aanmeldingen)
    wie = get_wie(organisatie, Rol.ORGANISATOR)
    ensure_sociale_basis(organisatie=organisatie, wie=wie)
    rondes: dict[str, Ronde] = {}
    for naam, verhaal in read_verhalen(dag).items():
        rondes[naam] = _make_ronde(organisatie, wie, verhaal, rondes)
    return Voorbeeld(organisatie, dag, gemaakt)


def _make_ronde(
    organisatie: Organisatie, wie: Gebruiker, verhaal: Verhaal, eerder: dict[str, Ronde]
) -> Ronde:
    kop, vorige = verhaal.kop, eerder.get(verhaal.kop.get("volgt", ""))
    if vorige is None:
        ronde = create_ronde(
            organisatie=organisatie, wie=wie, naam=verhaal.naam, vraagstelling=kop["vraagstelling"]
        )
    else:
        ronde = start_volgende_ronde(
            ronde=vorige, wie=wie, naam=verhaal.naam, vraagstelling=kop["vraagstelling"]
        )
    set_back(ronde, gemaakt_op=verhaal.kalender.moment(kop["begin"]))
    if kop["fase"] != Fase.VOORBEREIDEN:
        ronde = advance_ronde(ronde=ronde, wie=wie, naar=Fase.OPHALEN)
    make_vragenlijst(ronde, wie, verhaal)
    make_barometer(ronde, wie, verhaal)
    read_bestand(ronde, wie, verhaal)
    make_bijeenkomst(ronde, wie, verhaal)
    make_signalen(ronde, wie, verhaal)
    return ronde
