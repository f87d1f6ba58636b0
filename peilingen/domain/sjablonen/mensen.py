"""Templates for one age: the young, who are addressed as "je", and the old."""

from django.utils.translation import gettext_lazy as _

from peilingen.domain.sjablonen.soorten import BUURTVRAAG, Sjabloon, Sjabloonvraag, alleen_als
from peilingen.enums import Vraagsoort

JONGEREN = Sjabloon(
    sleutel="jongeren",
    titel="Jong in jouw buurt",
    voor=_(
        "Voor jongeren van 12 tot en met 26 jaar. Wie jonger is dan 16, vraagt eerst toestemming aan een ouder."
    ),
    inleiding=(
        "Wij willen weten hoe het is om in jouw buurt op te groeien. Met jullie antwoorden geven wij advies aan de "
        "gemeente. Daarna vertellen wij wat de gemeente ermee doet."
    ),
    vragen=(
        Sjabloonvraag(
            Vraagsoort.LEEFTIJD,
            "Hoe oud ben je?",
            keuzes=(
                "12 tot en met 15",
                "16 tot en met 18",
                "19 tot en met 22",
                "23 tot en met 26",
                "ouder dan 26",
            ),
            instellingen={"wil_niet": True},
        ),
        Sjabloonvraag(
            Vraagsoort.SCHAAL,
            "Hoe is het om in jouw buurt te wonen?",
            keuzes=("heel vervelend", "vervelend", "tussenin", "leuk", "heel leuk"),
            instellingen={"weergave": "smileys"},
        ),
        Sjabloonvraag(
            Vraagsoort.MEER_KEUZES,
            "Waar spreek je af met anderen?",
            "Kies alles wat voor jou geldt.",
            keuzes=(
                "thuis",
                "op straat of op een plein",
                "in het park",
                "op een sportveld of in een sporthal",
                "in een buurthuis of jongerencentrum",
                "bij winkels",
                "online",
                "ik spreek met niemand af",
            ),
            instellingen={"anders": True},
        ),
        Sjabloonvraag(
            Vraagsoort.OPEN,
            "Wat mis je in jouw buurt?",
        ),
        Sjabloonvraag(
            Vraagsoort.MEER_KEUZES,
            "Met wie praat je als je ergens mee zit?",
            "Zit je nu ergens mee? Bel of chat met de Kindertelefoon: 0800 0432. Dat is gratis.",
            keuzes=("familie", "vrienden", "iemand op school of werk", "iemand in de buurt", "niemand"),
            instellingen={"anders": True, "wil_niet": True},
            sleutel="v5",
        ),
        Sjabloonvraag(
            Vraagsoort.OPEN,
            "Wat zou jou helpen om erover te praten?",
            voorwaarde=alleen_als("v5", "k5"),
        ),
        Sjabloonvraag(
            Vraagsoort.OPEN,
            "Wat zou jij als eerste veranderen in jouw buurt?",
        ),
        Sjabloonvraag(
            Vraagsoort.BUURT,
            "In welke buurt woon je?",
            "Je adres hebben wij niet nodig.",
        ),
    ),
    ook_onder_16=True,
)

OUDEREN = Sjabloon(
    sleutel="ouderen",
    titel="Ouder worden in uw buurt",
    voor=_("Om te horen wat ouderen nodig hebben om prettig te blijven wonen."),
    inleiding=(
        "Wij willen weten wat u nodig hebt om prettig te blijven wonen in uw buurt. Met de antwoorden geven wij advies "
        "aan de gemeente. Daarna vertellen wij wat de gemeente ermee doet."
    ),
    vragen=(
        Sjabloonvraag(
            Vraagsoort.LEEFTIJD,
            "Hoe oud bent u?",
            keuzes=(
                "jonger dan 55",
                "55 tot en met 64",
                "65 tot en met 74",
                "75 tot en met 84",
                "85 of ouder",
            ),
            instellingen={"wil_niet": True},
        ),
        Sjabloonvraag(
            Vraagsoort.SCHAAL,
            "Hoe is het om in uw buurt ouder te worden?",
            keuzes=("heel vervelend", "vervelend", "tussenin", "prettig", "heel prettig"),
            instellingen={"weergave": "smileys", "weet_niet": True},
        ),
        Sjabloonvraag(
            Vraagsoort.MATRIX,
            "Wat vindt u van deze zinnen over uzelf?",
            "Kies bij elke zin wat bij u past.",
            stellingen=(
                "Ik kan veilig lopen in mijn buurt.",
                "Ik kan zelf naar een winkel.",
                "Ik zie genoeg andere mensen.",
                "Ik weet wie mij kan helpen.",
            ),
            instellingen={"weet_niet": True},
        ),
        Sjabloonvraag(
            Vraagsoort.EEN_KEUZE,
            "Krijgt u genoeg hulp?",
            "Denk aan hulp in huis, bij een formulier of met vervoer.",
            keuzes=("ja", "nee, ik heb meer hulp nodig", "ik heb geen hulp nodig"),
            instellingen={"wil_niet": True},
            sleutel="v4",
        ),
        Sjabloonvraag(
            Vraagsoort.OPEN,
            "Waar hebt u hulp bij nodig?",
            voorwaarde=alleen_als("v4", "k2"),
        ),
        Sjabloonvraag(
            Vraagsoort.OPEN,
            "Wat hebt u nodig om in uw buurt te blijven wonen?",
        ),
        Sjabloonvraag(
            Vraagsoort.OPEN,
            "Wat doet u graag voor of met anderen?",
            "Ook iets kleins telt. Doet u niets? Sla deze vraag dan over.",
        ),
        BUURTVRAAG,
    ),
)
