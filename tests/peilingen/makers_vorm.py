"""Questionnaires as values: one of each kind, and hypothesis' own."""

import string

from hypothesis import strategies as st

from peilingen.domain.instellingen import Instellingen
from peilingen.domain.voorwaarden import Regel, Vergelijking, Voorwaarde
from peilingen.domain.vorm.typen import Optie, Vorm, Vraagvorm, Woorden
from peilingen.enums import Grondslag, Vraagsoort, Werving

SCHAAL = ("heel slecht", "slecht", "tussenin", "goed", "heel goed")
EENS = ("oneens", "tussenin", "eens")


def opties(letter: str, *teksten: str) -> tuple[Optie, ...]:
    return tuple(Optie(f"{letter}{nummer}", tekst) for nummer, tekst in enumerate(teksten, start=1))


def maak_vraag(sleutel: str, soort: Vraagsoort, tekst: str, **velden) -> Vraagvorm:
    return Vraagvorm(sleutel, soort, tekst, **{"stam": tekst, **velden})


def als(vraag: str, soort: Vergelijking, *keuzes: str, getal: str = "") -> Voorwaarde:
    return Voorwaarde((Regel(vraag, soort, keuzes, getal),))


def maak_vorm() -> Vorm:
    """One of each kind, with a section, conditions and a translation."""
    vragen = (
        maak_vraag("v1", Vraagsoort.TEKSTBLOK, "Eerst iets over uw buurt."),
        maak_vraag(
            "v2",
            Vraagsoort.EEN_KEUZE,
            "Kent u het buurthuis?",
            keuzes=opties("k", "Ja", "Nee"),
            verplicht=True,
            instellingen=Instellingen(anders=True, weet_niet=True),
        ),
        maak_vraag(
            "v3",
            Vraagsoort.MEER_KEUZES,
            "Waar komt u?",
            uitleg="Kies alles wat past.",
            keuzes=opties("k", "Park", "Markt", "Bibliotheek"),
            voorwaarde=als("v2", Vergelijking.EEN_VAN, "k1"),
            instellingen=Instellingen(meeste=2),
        ),
        maak_vraag("v4", Vraagsoort.SCHAAL, "Hoe prettig woont u hier?", keuzes=opties("k", *SCHAAL)),
        maak_vraag(
            "v5",
            Vraagsoort.OPEN,
            "Wat mist u?",
            stam="Wat mist u in uw buurt?",
            voorwaarde=als("v4", Vergelijking.HOOGSTENS, getal="2"),
        ),
        maak_vraag("v6", Vraagsoort.ONDERDEEL, "Over uzelf", uitleg="Dit mag u overslaan."),
        maak_vraag(
            "v7",
            Vraagsoort.GETAL,
            "Hoe lang woont u hier?",
            instellingen=Instellingen(minimum="0", maximum="100", eenheid="jaar", wil_niet=True),
        ),
        maak_vraag("v8", Vraagsoort.KORT, "Wat doet u graag?"),
        maak_vraag(
            "v9", Vraagsoort.DATUM, "Wanneer bent u geboren?", instellingen=Instellingen(weergave="jaar")
        ),
        maak_vraag(
            "v10",
            Vraagsoort.RANGORDE,
            "Wat is het belangrijkst?",
            keuzes=opties("k", "Groen", "Rust", "Winkels"),
        ),
        maak_vraag(
            "v11",
            Vraagsoort.MATRIX,
            "Bent u het eens?",
            keuzes=opties("k", *EENS),
            stellingen=opties("s", "Ik voel mij thuis.", "Ik ken mijn buren."),
        ),
        maak_vraag("v12", Vraagsoort.BUURT, "In welke buurt woont u?"),
        maak_vraag("v13", Vraagsoort.PLEK, "Welke plek is belangrijk voor u?"),
        maak_vraag(
            "v14", Vraagsoort.LEEFTIJD, "Hoe oud bent u?", keuzes=opties("k", "jonger dan 16", "16 of ouder")
        ),
    )
    return Vorm(
        titel="Hoe is het in uw buurt?",
        inleiding="Wij willen weten wat er mist.\nU helpt ons ermee.",
        talen=("en", "ar"),
        vragen=vragen,
        vertalingen={
            "en": {
                "titel": Woorden("How is your neighbourhood?"),
                "v2.tekst": Woorden("Do you know the community centre?"),
                "v2.k1": Woorden("Yes"),
                "v2.k2": Woorden("No"),
                "v11.s1": Woorden("I feel at home."),
            },
            "ar": {"v2.tekst": Woorden("هل تعرف مركز الحي؟"), "v2.k1": Woorden("نعم")},
        },
    )


# Words as people write them: no control characters, no white at the ends, single spaces.
_TEKENS = string.ascii_letters + string.digits + " éëüğ€“”'\"=+-@&،نعمукр,.?!:;()[]{}"


def woorden(lengte: int = 60) -> st.SearchStrategy[str]:
    return st.text(_TEKENS, min_size=1, max_size=lengte).map(lambda t: " ".join(t.split())).filter(bool)


def _lijst(letter: str, minst: int, meest: int) -> st.SearchStrategy[tuple[Optie, ...]]:
    teksten = st.lists(woorden(30), min_size=minst, max_size=meest, unique_by=lambda t: t.lower())
    return teksten.map(lambda t: opties(letter, *t))


_KEUZES = {
    Vraagsoort.EEN_KEUZE: (1, 6),
    Vraagsoort.MEER_KEUZES: (1, 6),
    Vraagsoort.RANGORDE: (2, 5),
    Vraagsoort.LEEFTIJD: (1, 5),
    Vraagsoort.SCHAAL: (5, 5),
    Vraagsoort.MATRIX: (2, 5),
}


@st.composite
def instellingen(draw, soort: Vraagsoort) -> Instellingen:
    velden = {}
    if soort in (Vraagsoort.EEN_KEUZE, Vraagsoort.MEER_KEUZES):
        velden["anders"] = draw(st.booleans())
    if soort in (Vraagsoort.EEN_KEUZE, Vraagsoort.MEER_KEUZES, Vraagsoort.LEEFTIJD):
        velden["weet_niet"], velden["wil_niet"] = draw(st.booleans()), draw(st.booleans())
    if soort == Vraagsoort.MEER_KEUZES:
        velden["meeste"] = draw(st.integers(0, 5))
    if soort == Vraagsoort.GETAL:
        velden["minimum"] = draw(st.sampled_from(["", "0", "-3", "1.5"]))
        velden["maximum"] = draw(st.sampled_from(["", "10", "99.5"]))
        velden["decimalen"] = draw(st.sampled_from([0, 2]))
    if soort == Vraagsoort.SCHAAL:
        velden["weergave"] = draw(st.sampled_from(["", "smileys", "getallen"]))
    if soort == Vraagsoort.BUURT:
        velden["weergave"] = draw(st.sampled_from(["", "zoeken", "kaart"]))
    if soort == Vraagsoort.DATUM:
        velden["weergave"] = draw(st.sampled_from(["", "jaar"]))
    return Instellingen(**velden)


@st.composite
def voorwaarden(draw, eerder: list[Vraagvorm]) -> Voorwaarde | None:
    """A condition on earlier questions, each named once."""
    kan = [vraag for vraag in eerder if vraag.soort not in (Vraagsoort.TEKSTBLOK, Vraagsoort.ONDERDEEL)]
    if not kan or draw(st.booleans()):
        return None
    gekozen = draw(st.lists(st.sampled_from(kan), min_size=1, max_size=3, unique_by=lambda v: v.sleutel))
    regels = []
    for vraag in gekozen:
        soorten = [Vergelijking.BEANTWOORD, Vergelijking.NIET_BEANTWOORD]
        if vraag.keuzes and vraag.soort not in (Vraagsoort.MATRIX, Vraagsoort.RANGORDE):
            soorten += [Vergelijking.EEN_VAN, Vergelijking.GEEN_VAN]
        if vraag.soort in (Vraagsoort.GETAL, Vraagsoort.SCHAAL):
            soorten += [Vergelijking.MINSTENS, Vergelijking.HOOGSTENS]
        soort = draw(st.sampled_from(soorten))
        sleutels: tuple[str, ...] = ()
        if soort in (Vergelijking.EEN_VAN, Vergelijking.GEEN_VAN):
            mogelijk = [keuze.sleutel for keuze in vraag.keuzes]
            sleutels = tuple(draw(st.lists(st.sampled_from(mogelijk), min_size=1, max_size=3, unique=True)))
        getal = draw(st.sampled_from(["1", "3", "4"])) if "stens" in soort else ""
        regels.append(Regel(vraag.sleutel, soort, sleutels, getal))
    return Voorwaarde(tuple(regels), draw(st.booleans()) or len(regels) == 1)


@st.composite
def vormen(draw, hoogstens: int = 6) -> Vorm:
    """Any questionnaire that the builder could have made."""
    vragen: list[Vraagvorm] = []
    for nummer in range(1, draw(st.integers(1, hoogstens)) + 1):
        soort = draw(st.sampled_from(list(Vraagsoort)))
        tekst = draw(woorden())
        vragen.append(
            Vraagvorm(
                sleutel=f"v{nummer}",
                soort=soort,
                tekst=tekst,
                stam=draw(st.one_of(st.just(tekst), woorden())),
                uitleg=draw(st.one_of(st.just(""), woorden())),
                verplicht=draw(st.booleans()) and soort not in (Vraagsoort.TEKSTBLOK, Vraagsoort.ONDERDEEL),
                instellingen=draw(instellingen(soort)),
                voorwaarde=draw(voorwaarden(vragen)),
                keuzes=draw(_lijst("k", *_KEUZES[soort])) if soort in _KEUZES else (),
                stellingen=draw(_lijst("s", 1, 4)) if soort == Vraagsoort.MATRIX else (),
            )
        )
    plekken = ["titel", *(f"{v.sleutel}.{o.sleutel}" for v in vragen for o in (*v.keuzes, *v.stellingen))]
    plekken += [f"{v.sleutel}.tekst" for v in vragen]
    eigen = st.dictionaries(
        st.sampled_from(plekken), st.builds(Woorden, woorden(), st.booleans()), min_size=1, max_size=4
    )
    return Vorm(
        titel=draw(woorden()),
        inleiding=draw(st.one_of(st.just(""), woorden())),
        werving=draw(st.sampled_from(list(Werving))),
        grondslag=draw(st.sampled_from(list(Grondslag))),
        vraag_citaat=draw(st.booleans()),
        verantwoordelijke=draw(st.one_of(st.just(""), woorden())),
        ook_onder_16=draw(st.booleans()),
        toont_resultaten=draw(st.booleans()),
        alleen_genodigden=draw(st.booleans()),
        max_per_uur=draw(st.integers(1, 5000)),
        talen=tuple(draw(st.lists(st.sampled_from(["en", "tr", "ar"]), unique=True))),
        vragen=tuple(vragen),
        vertalingen=draw(st.dictionaries(st.sampled_from(["en", "ar"]), eigen, max_size=2)),
    )
