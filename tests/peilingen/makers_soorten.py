"""An open questionnaire with every kind of question, in each way that it can look."""

from dataclasses import dataclass

from django.utils import timezone

from organisaties.enums import Gebiedsoort
from organisaties.models import Gebied, Plek, Ronde
from peilingen.enums import Grondslag, Vraagsoort, Vragenlijststatus
from peilingen.models import Stelling, Vraag, Vragenlijst
from tests.fabrieken import maak_gebied
from tests.peilingen.makers_bewoner import maak_vraag

CODE = "snrt2345"
STAPPEN = ("zeer onprettig", "onprettig", "gaat wel", "prettig", "zeer prettig")
BEIDE = {"weet_niet": True, "wil_niet": True}


@dataclass(frozen=True)
class Soortenlijst:
    """The questionnaire; `op` gives a question by its key."""

    vragenlijst: Vragenlijst
    gebieden: list[Gebied]
    plekken: list[Plek]

    def op(self, sleutel: str) -> Vraag:
        return self.vragenlijst.vragen.prefetch_related("keuzes", "stellingen").get(sleutel=sleutel)

    def keuze(self, sleutel: str, nummer: int) -> str:
        return str(self.op(sleutel).keuzes.get(volgorde=nummer).pk)


def maak_leeg(ronde: Ronde, code: str = CODE, **velden) -> Vragenlijst:
    """An open questionnaire without questions."""
    vast = {
        "titel": "Alles wat er is",
        "status": Vragenlijststatus.OPEN,
        "geopend_op": timezone.now(),
        "grondslag": Grondslag.ALGEMEEN_BELANG,
    }
    return Vragenlijst.objects.create(ronde=ronde, code=code, **{**vast, **velden})


def maak_matrix(
    lijst: Vragenlijst, volgorde: int, tekst: str, stellingen: list[str], *keuzes, **velden
) -> Vraag:
    vraag = maak_vraag(lijst, volgorde, Vraagsoort.MATRIX, tekst, *keuzes, **velden)
    for nummer, stelling in enumerate(stellingen, 1):
        Stelling.objects.create(vraag=vraag, volgorde=nummer, sleutel=f"s{nummer}", tekst=stelling)
    return vraag


def maak_plekken(ronde: Ronde, aantal: int = 12) -> list[Plek]:
    namen = [
        "Buurthuis De Wending",
        "Bibliotheek Oost",
        "Café de Ster",
        *(f"Speeltuin {n}" for n in range(4, aantal + 1)),
    ]
    return [Plek.objects.create(organisatie=ronde.organisatie, naam=naam) for naam in namen[:aantal]]


def maak_soorten(ronde: Ronde, code: str = CODE) -> Soortenlijst:
    """Every kind once; scales, dates and areas in each way that they can look."""
    lijst = maak_leeg(ronde, code)
    rijen: list[tuple] = [
        (Vraagsoort.ONDERDEEL, "Over de buurt", [], {}),
        (Vraagsoort.TEKSTBLOK, "Eerst iets over deze buurt", [], {}),
        (Vraagsoort.OPEN, "Wat mist u?", [], {"weet_niet": True}),
        (Vraagsoort.KORT, "Welk woord past bij uw buurt?", [], BEIDE),
        (
            Vraagsoort.EEN_KEUZE,
            "Waar komt u het liefst?",
            ["Park", "Markt"],
            {"anders": True, "wil_niet": True},
        ),
        (
            Vraagsoort.MEER_KEUZES,
            "Waar komt u nog meer?",
            ["Park", "Markt", "Kerk"],
            {"anders": True, "meeste": 2},
        ),
        (Vraagsoort.SCHAAL, "Hoe prettig woont u?", STAPPEN, {"weet_niet": True}),
        (Vraagsoort.SCHAAL, "Hoe blij bent u?", STAPPEN, {"weergave": "smileys", "wil_niet": True}),
        (Vraagsoort.SCHAAL, "Welk cijfer geeft u?", STAPPEN, {"weergave": "getallen"}),
        (
            Vraagsoort.GETAL,
            "Hoe ver is de bushalte?",
            [],
            {"eenheid": "km", "decimalen": 1, "minimum": "0", "maximum": "50", "weet_niet": True},
        ),
        (Vraagsoort.ONDERDEEL, "Over u", [], {}),
        (Vraagsoort.DATUM, "Wanneer kwam u hier wonen?", [], {"wil_niet": True}),
        (
            Vraagsoort.DATUM,
            "In welk jaar bent u geboren?",
            [],
            {"weergave": "jaar", "minimum": "1900", "maximum": "2020"},
        ),
        (Vraagsoort.RANGORDE, "Wat is het belangrijkst?", ["Groen", "Rust", "Winkels"], {"weet_niet": True}),
        (Vraagsoort.BUURT, "In welke buurt woont u?", [], {}),
        (Vraagsoort.BUURT, "In welke buurt werkt u?", [], {"weergave": "zoeken", **BEIDE}),
        (Vraagsoort.PLEK, "Wat is uw favoriete plek?", [], {"weet_niet": True}),
        (
            Vraagsoort.LEEFTIJD,
            "Hoe oud bent u?",
            ["jonger dan 27", "27 tot en met 66", "67 of ouder"],
            {"wil_niet": True},
        ),
    ]
    for nummer, (soort, tekst, keuzes, instellingen) in enumerate(rijen, 1):
        maak_vraag(lijst, nummer, soort, tekst, *keuzes, instellingen=instellingen)
    maak_matrix(
        lijst,
        len(rijen) + 1,
        "Wat vindt u van deze stellingen?",
        ["Ik voel mij thuis.", "Ik ken mijn buren.", "Ik voel mij veilig."],
        "oneens",
        "tussenin",
        "eens",
        instellingen=BEIDE,
    )
    namen = (
        "Hof van Delft",
        "Buitenhof-Noord",
        "Buitenhof-Zuid",
        "Tanthof",
        "Voorhof",
        "Wippolder",
        "Centrum",
        "Vrijenban",
        "Abtswoude",
    )
    wijk = maak_gebied(ronde.organisatie, "Wijk Zuid", Gebiedsoort.WIJK)
    gebieden = [maak_gebied(ronde.organisatie, naam) for naam in namen]
    Gebied.objects.filter(pk__in=[gebied.pk for gebied in gebieden[:3]]).update(boven=wijk)
    return Soortenlijst(lijst, gebieden, maak_plekken(ronde))
