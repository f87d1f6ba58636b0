"""Templates about a neighbourhood: how it is, a short barometer, the places that matter."""

from django.utils.translation import gettext_lazy as _

from peilingen.domain.sjablonen.soorten import BUURTVRAAG, Sjabloon, Sjabloonvraag, alleen_als
from peilingen.enums import Vraagsoort

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

BAROMETER = Sjabloon(
    sleutel="wijkbarometer",
    titel="Korte wijkbarometer",
    voor=_("Om elk jaar hetzelfde te vragen en te zien wat er verandert. Kost mensen drie minuten."),
    inleiding=(
        "Wij vragen elk jaar hoe het gaat in uw buurt. Zo zien wij samen met u wat beter gaat en wat niet. Wat wij "
        "horen, vertellen wij aan de gemeente en aan de buurt."
    ),
    vragen=(
        Sjabloonvraag(
            Vraagsoort.SCHAAL,
            "Hoe gaat het in uw buurt?",
            keuzes=("heel slecht", "slecht", "tussenin", "goed", "heel goed"),
            instellingen={"weergave": "smileys", "weet_niet": True},
        ),
        Sjabloonvraag(
            Vraagsoort.MATRIX,
            "Wat vindt u van deze zinnen over uw buurt?",
            "Kies bij elke zin wat bij u past.",
            stellingen=(
                "Mijn straat is schoon.",
                "Ik voel mij veilig in mijn buurt.",
                "Ik ken mensen in mijn buurt.",
                "Er is genoeg te doen in mijn buurt.",
                "Ik weet waar ik hulp kan krijgen.",
            ),
            instellingen={"weet_niet": True},
        ),
        Sjabloonvraag(
            Vraagsoort.EEN_KEUZE,
            "Wat is er het afgelopen jaar veranderd in uw buurt?",
            keuzes=("het is beter geworden", "het is hetzelfde gebleven", "het is slechter geworden"),
            instellingen={"weet_niet": True},
        ),
        Sjabloonvraag(
            Vraagsoort.OPEN,
            "Wat moet in uw buurt als eerste beter?",
            "Een paar woorden is genoeg.",
        ),
        Sjabloonvraag(
            Vraagsoort.OPEN,
            "Wat moet in uw buurt vooral zo blijven?",
        ),
        BUURTVRAAG,
    ),
)

PLEKKEN = Sjabloon(
    sleutel="plekken",
    titel="Plekken van Waarde",
    voor=_("Om te horen welke plekken ertoe doen voor bewoners, waarom, en wat die plekken nodig hebben."),
    inleiding=(
        "In elke buurt zijn plekken die voor mensen belangrijk zijn. Wij maken daar met bewoners een overzicht van. "
        "Dat laten wij zien aan de gemeente, zodat die plekken blijven."
    ),
    vragen=(
        Sjabloonvraag(
            Vraagsoort.PLEK,
            "Welke plek in uw buurt is belangrijk voor u?",
            "Bijvoorbeeld een buurthuis, een bankje, een winkel of een moestuin.",
        ),
        Sjabloonvraag(
            Vraagsoort.OPEN,
            "Wat maakt deze plek belangrijk voor u?",
            "Een paar woorden is genoeg. Meer mag ook.",
        ),
        Sjabloonvraag(
            Vraagsoort.MEER_KEUZES,
            "Wat doet u op deze plek?",
            "Kies alles wat voor u geldt.",
            keuzes=(
                "mensen ontmoeten",
                "rust zoeken",
                "bewegen of sporten",
                "met kinderen spelen",
                "iets leren of maken",
                "hulp of advies krijgen",
                "boodschappen doen",
                "anderen helpen",
            ),
            instellingen={"anders": True},
        ),
        Sjabloonvraag(
            Vraagsoort.EEN_KEUZE,
            "Hoe vaak komt u er?",
            keuzes=("elke dag", "elke week", "elke maand", "minder vaak"),
            instellingen={"weet_niet": True},
        ),
        Sjabloonvraag(
            Vraagsoort.EEN_KEUZE,
            "Kan iedereen er makkelijk komen?",
            "Denk aan mensen met een rolstoel of een kinderwagen, of met weinig geld.",
            keuzes=("ja", "de meeste mensen wel", "nee"),
            instellingen={"weet_niet": True},
            sleutel="v5",
        ),
        Sjabloonvraag(
            Vraagsoort.OPEN,
            "Wat maakt het lastig om er te komen?",
            voorwaarde=alleen_als("v5", "k2", "k3"),
        ),
        Sjabloonvraag(
            Vraagsoort.OPEN,
            "Wat heeft deze plek nodig?",
            "Bijvoorbeeld vrijwilligers, geld, langer open of een opknapbeurt.",
        ),
        BUURTVRAAG,
    ),
)
