"""Questionnaires to begin with. What residents read is Dutch, and an organiser may change every word of it.

Each question asks one thing, points in no direction, and offers a way out where an answer may not fit.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from peilingen.enums import Vraagsoort, Werving

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Sjabloonvraag:
    """A question of a template; a scale goes from low to high."""

    soort: Vraagsoort
    tekst: str
    uitleg: str = ""
    verplicht: bool = False
    keuzes: tuple[str, ...] = ()
    stellingen: tuple[str, ...] = ()
    instellingen: Mapping[str, Any] = field(default_factory=dict)
    voorwaarde: Mapping[str, Any] = field(default_factory=dict)
    sleutel: str = ""


@dataclass(frozen=True, slots=True)
class Sjabloon:
    """A questionnaire to begin with; `voor` tells an organiser when it fits."""

    sleutel: str
    titel: str
    voor: "StrOrPromise"
    inleiding: str
    werving: Werving = Werving.OPEN
    vragen: tuple[Sjabloonvraag, ...] = field(default=())


BUURTVRAAG = Sjabloonvraag(
    Vraagsoort.BUURT,
    "In welke buurt woont u?",
    "Uw adres hebben wij niet nodig.",
)

BUURT = Sjabloon(
    sleutel="buurt",
    titel="Hoe is het in uw buurt?",
    voor=_("Om te horen wat er goed gaat en wat er beter kan, van iedereen die er woont."),
    inleiding=(
        "Wij willen weten hoe het is om in uw buurt te wonen. Met de antwoorden van bewoners geven wij advies aan "
        "de gemeente. Daarna vertellen wij wat de gemeente ermee doet."
    ),
    vragen=(
        Sjabloonvraag(
            Vraagsoort.OPEN,
            "Wat gaat er goed in uw buurt?",
            "Een paar woorden is genoeg. Meer mag ook.",
        ),
        Sjabloonvraag(
            Vraagsoort.OPEN,
            "Wat kan er beter in uw buurt?",
            "Een voorbeeld uit uw eigen straat helpt ons.",
        ),
        Sjabloonvraag(
            Vraagsoort.SCHAAL,
            "Hoe vindt u het om in uw buurt te wonen?",
            keuzes=("heel vervelend", "vervelend", "tussenin", "prettig", "heel prettig"),
        ),
        Sjabloonvraag(
            Vraagsoort.EEN_KEUZE,
            "Aan wie vraagt u als eerste om hulp?",
            "Denk aan hulp bij een formulier, een klus of een moeilijke tijd.",
            keuzes=(
                "familie of vrienden",
                "buren",
                "de huisarts",
                "een organisatie in de buurt",
                "de gemeente",
                "iemand anders",
                "ik vraag niemand om hulp",
                "dat weet ik niet",
            ),
        ),
        BUURTVRAAG,
    ),
)

STADSBIJEENKOMST = Sjabloon(
    sleutel="stadsbijeenkomst",
    titel="Stadsbijeenkomst: vooraf",
    voor=_("Om de gesprekken aan tafel voor te bereiden, met wie er komt en wie er niet bij kan zijn."),
    inleiding=(
        "Binnenkort praten bewoners met elkaar op onze stadsbijeenkomst. Met deze vragen bereiden wij de gesprekken "
        "voor. Komt u niet? Dan nemen wij uw antwoorden toch mee."
    ),
    werving=Werving.BIJEENKOMST,
    vragen=(
        Sjabloonvraag(
            Vraagsoort.MEER_KEUZES,
            "Over welke onderwerpen wilt u meepraten?",
            "Kies alles wat voor u belangrijk is.",
            keuzes=(
                "wonen",
                "zorg en hulp dichtbij",
                "elkaar ontmoeten",
                "rondkomen met geld",
                "vervoer",
                "veiligheid op straat",
                "opgroeien en school",
                "een ander onderwerp",
            ),
        ),
        Sjabloonvraag(
            Vraagsoort.OPEN,
            "Wat maakt u zelf mee met dat onderwerp?",
            "Schrijf geen namen van andere mensen op.",
        ),
        Sjabloonvraag(
            Vraagsoort.OPEN,
            "Wat moet er in ieder geval in het advies aan de gemeente?",
        ),
        Sjabloonvraag(
            Vraagsoort.EEN_KEUZE,
            "Komt u naar de bijeenkomst?",
            keuzes=("ja", "nee", "dat weet ik nog niet"),
        ),
        Sjabloonvraag(
            Vraagsoort.OPEN,
            "Wat hebt u nodig om mee te kunnen praten?",
            "Bijvoorbeeld een tolk, vervoer of een rustige plek. Niets nodig? Sla deze vraag dan over.",
        ),
        BUURTVRAAG,
    ),
)

MEEDOEN = Sjabloon(
    sleutel="meedoen",
    titel="Wat heeft u nodig om mee te doen?",
    voor=_("Voor onderzoek waarin u met bewoners oplossingen bedenkt en uitprobeert."),
    inleiding=(
        "Wij zoeken uit wat mensen nodig hebben om mee te doen in hun buurt. Samen met bewoners kiezen wij daarna een "
        "paar ideeën en proberen die uit. Wij vertellen aan iedereen wat wel en wat niet werkte."
    ),
    vragen=(
        Sjabloonvraag(
            Vraagsoort.OPEN,
            "Waar doet u nu aan mee?",
            "Bijvoorbeeld een club, vrijwilligerswerk of iets met buren. Nergens aan? Dat mag u ook zeggen.",
        ),
        Sjabloonvraag(
            Vraagsoort.MEER_KEUZES,
            "Wat maakt meedoen voor u lastig?",
            "Kies alles wat voor u geldt.",
            keuzes=(
                "het kost te veel geld",
                "ik kan er niet goed komen",
                "mijn gezondheid",
                "ik heb te weinig tijd",
                "de taal",
                "ik ken er niemand",
                "ik weet niet wat er is",
                "iets anders",
                "niets: meedoen lukt goed",
            ),
        ),
        Sjabloonvraag(
            Vraagsoort.OPEN,
            "Wat zou u helpen om mee te doen?",
        ),
        Sjabloonvraag(
            Vraagsoort.SCHAAL,
            "Hoe is het voor u om iemand om hulp te vragen?",
            keuzes=("heel moeilijk", "moeilijk", "tussenin", "makkelijk", "heel makkelijk"),
        ),
        Sjabloonvraag(
            Vraagsoort.EEN_KEUZE,
            "Wilt u met anderen een idee uitproberen?",
            "Wij zien niet wie u bent. Zegt u ja? Neem dan ook zelf contact met ons op.",
            keuzes=("ja", "misschien", "nee"),
        ),
        BUURTVRAAG,
    ),
)

SJABLONEN: dict[str, Sjabloon] = {s.sleutel: s for s in (BUURT, STADSBIJEENKOMST, MEEDOEN)}
