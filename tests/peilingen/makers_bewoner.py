"""An open questionnaire with each kind of question, and what residents need of it."""

from dataclasses import dataclass

from django.utils import timezone

from organisaties.models import Gebied, Ronde
from peilingen.enums import Grondslag, Vraagsoort, Vragenlijststatus
from peilingen.models import Keuze, Vraag, Vraagstam, Vragenlijst
from tests.fabrieken import maak_gebied

CODE = "kaart346"
SCHAAL = ("zeer onprettig", "onprettig", "gaat wel", "prettig", "zeer prettig")


@dataclass(frozen=True)
class Lijst:
    """The questionnaire with its questions by soort, and a buurt of the organisation."""

    vragenlijst: Vragenlijst
    open: Vraag
    schaal: Vraag
    een: Vraag
    meer: Vraag
    buurt: Vraag
    gebied: Gebied

    @property
    def vragen(self) -> list[Vraag]:
        return [self.open, self.schaal, self.een, self.meer, self.buurt]


def maak_vraag(
    lijst: Vragenlijst, volgorde: int, soort: Vraagsoort, tekst: str, *keuzes: str, **velden
) -> Vraag:
    stam = Vraagstam.objects.create(organisatie=lijst.ronde.organisatie, naam=tekst)
    vraag = Vraag.objects.create(
        vragenlijst=lijst,
        stam=stam,
        volgorde=volgorde,
        sleutel=f"v{volgorde}",
        soort=soort,
        tekst=tekst,
        **velden,
    )
    for nummer, keuze in enumerate(keuzes, 1):
        Keuze.objects.create(vraag=vraag, volgorde=nummer, sleutel=f"k{nummer}", tekst=keuze)
    return vraag


def maak_vragenlijst(ronde: Ronde, code: str = CODE, gebied: str = "Buurt West", **velden) -> Lijst:
    lijst = Vragenlijst.objects.create(
        ronde=ronde,
        titel="Prettig wonen",
        code=code,
        **{
            "status": Vragenlijststatus.OPEN,
            "grondslag": Grondslag.ALGEMEEN_BELANG,
            "inleiding": "Wij horen graag hoe het gaat.",
            "geopend_op": timezone.now(),
            **velden,
        },
    )
    return Lijst(
        vragenlijst=lijst,
        open=maak_vraag(lijst, 1, Vraagsoort.OPEN, "Wat mist u in de buurt?", verplicht=True),
        schaal=maak_vraag(lijst, 2, Vraagsoort.SCHAAL, "Hoe prettig woont u hier?", *SCHAAL),
        een=maak_vraag(lijst, 3, Vraagsoort.EEN_KEUZE, "Kent u het buurthuis?", "Ja", "Nee"),
        meer=maak_vraag(lijst, 4, Vraagsoort.MEER_KEUZES, "Waar komt u?", "Park", "Markt", "Bibliotheek"),
        buurt=maak_vraag(lijst, 5, Vraagsoort.BUURT, "In welke buurt woont u?"),
        gebied=maak_gebied(ronde.organisatie, gebied),
    )
