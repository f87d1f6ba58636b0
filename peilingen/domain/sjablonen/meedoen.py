"""The template for action research: what people need to take part."""

from django.utils.translation import gettext_lazy as _

from peilingen.domain.sjablonen.soorten import BUURTVRAAG, Sjabloon, Sjabloonvraag, alleen_als
from peilingen.enums import Vraagsoort

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
                "niets: meedoen lukt goed",
            ),
            instellingen={"anders": True},
        ),
        Sjabloonvraag(
            Vraagsoort.OPEN,
            "Wat zou u helpen om mee te doen?",
        ),
        Sjabloonvraag(
            Vraagsoort.SCHAAL,
            "Hoe is het voor u om iemand om hulp te vragen?",
            keuzes=("heel moeilijk", "moeilijk", "tussenin", "makkelijk", "heel makkelijk"),
            instellingen={"wil_niet": True},
        ),
        Sjabloonvraag(
            Vraagsoort.EEN_KEUZE,
            "Wilt u met anderen een idee uitproberen?",
            "Wij zien niet wie u bent. Zegt u ja? Neem dan ook zelf contact met ons op.",
            keuzes=("ja", "misschien", "nee"),
            sleutel="v5",
        ),
        Sjabloonvraag(
            Vraagsoort.OPEN,
            "Welk idee zou u willen proberen?",
            "Weet u nog niets? Sla deze vraag dan over.",
            voorwaarde=alleen_als("v5", "k1", "k2"),
        ),
        BUURTVRAAG,
    ),
)
