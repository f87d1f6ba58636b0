"""Templates around a meeting: before it, and after it."""

from django.utils.translation import gettext_lazy as _

from peilingen.domain.sjablonen.soorten import BUURTVRAAG, Sjabloon, Sjabloonvraag, alleen_als
from peilingen.enums import Vraagsoort, Werving

VOORAF = Sjabloon(
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
            ),
            instellingen={"anders": True},
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
            sleutel="v4",
        ),
        Sjabloonvraag(
            Vraagsoort.OPEN,
            "Wat hebt u nodig om mee te kunnen praten?",
            "Bijvoorbeeld een tolk, vervoer of een rustige plek. Niets nodig? Sla deze vraag dan over.",
            voorwaarde=alleen_als("v4", "k1", "k3"),
        ),
        BUURTVRAAG,
    ),
)

ACHTERAF = Sjabloon(
    sleutel="stadsbijeenkomst_achteraf",
    titel="Stadsbijeenkomst: achteraf",
    voor=_("Om na de bijeenkomst te horen hoe het was, wat er nog ontbreekt en wat beter kan."),
    inleiding=(
        "U was bij onze stadsbijeenkomst. Dank u wel. Met deze vragen maken wij het advies af en leren wij voor de "
        "volgende keer. Het advies en wat de gemeente ermee doet, vertellen wij aan iedereen."
    ),
    werving=Werving.BIJEENKOMST,
    vragen=(
        Sjabloonvraag(
            Vraagsoort.SCHAAL,
            "Hoe vond u de bijeenkomst?",
            keuzes=("heel slecht", "slecht", "tussenin", "goed", "heel goed"),
            instellingen={"weergave": "smileys"},
        ),
        Sjabloonvraag(
            Vraagsoort.MATRIX,
            "Hoe was het aan uw tafel?",
            "Kies bij elke zin wat bij u past.",
            stellingen=(
                "Ik begreep waar het over ging.",
                "Ik kon zeggen wat ik wilde zeggen.",
                "Er werd naar mij geluisterd.",
            ),
            instellingen={"weet_niet": True},
        ),
        Sjabloonvraag(
            Vraagsoort.OPEN,
            "Wat moet er in ieder geval in het advies aan de gemeente?",
        ),
        Sjabloonvraag(
            Vraagsoort.OPEN,
            "Wat wilt u nog zeggen over het onderwerp?",
            "Bijvoorbeeld iets waar aan tafel geen tijd voor was. Schrijf geen namen van andere mensen op.",
        ),
        Sjabloonvraag(
            Vraagsoort.EEN_KEUZE,
            "Komt u een volgende keer weer?",
            keuzes=("ja", "misschien", "nee"),
            sleutel="v5",
        ),
        Sjabloonvraag(
            Vraagsoort.OPEN,
            "Wat moet er dan anders?",
            "Bijvoorbeeld de tijd, de plek of het programma.",
            voorwaarde=alleen_als("v5", "k2", "k3"),
        ),
        BUURTVRAAG,
    ),
)
