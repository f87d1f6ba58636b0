"""A letter with every kind of block, in the languages that residents write in."""

from datetime import date

from basis.druk.document import (
    Adresblok,
    Alinea,
    Blok,
    Citaat,
    Document,
    Gegevenstabel,
    Kop,
    Lijst,
    Pagina_einde,
    Patroon,
    Staaf,
    Staafdiagram,
    Witruimte,
)

ZIN = "Aan drie tafels vertelden bewoners wat zij missen en wat zij zelf willen doen in de wijk. "
ARABISCH = "نحتاج إلى مكان نلتقي فيه مع الجيران (حتى المساء)، قريب من البيت في Voorhof."
TURKS = "Mahallemizde güvenli, ışıklı bir buluşma yeri istiyoruz; İğde ağacı da olsun."
POOLS = "Chcielibyśmy więcej zieleni i ławek, żeby sąsiedzi mogli odpocząć. Źdźbło, gęś."
OEKRAIENS = "Нам потрібне місце, де можна зустрітися. Її подруга згодна: об’єднаймося, ґрунт є."

DIAGRAM = Staafdiagram(
    "Waar gaan de antwoorden over?",
    "Ontmoeting wordt het vaakst genoemd.",
    (
        Staaf("Ontmoeting", 31, "31 van 61", 24, 38),
        Staaf(
            "Veiligheid rond de scholen, vooral in de ochtend als iedereen tegelijk komt", 22.5, "22 van 61"
        ),
        Staaf("Groen", 14, "14 van 61", patroon=Patroon.SCHUIN),
        Staaf("Zorg", 9, "9 van 61", patroon=Patroon.STIPPEN),
        Staaf("Wonen", 7, "7 van 61", patroon=Patroon.LEEG),
        Staaf("Geldzorgen", None),
        Staaf("Niets", 0),
    ),
)
TABEL = Gegevenstabel(
    ("Thema", "Voorhof", "Toelichting"),
    tuple((f"Thema {nummer}", "< 5" if nummer % 4 == 0 else str(nummer), ZIN) for nummer in range(1, 41)),
    "Tabel 1. Hoe vaak een thema is genoemd",
)


BLOKKEN: tuple[Blok, ...] = (
    Adresblok(("Gemeente Delft", "College van burgemeester en wethouders", "Postbus 78", "2600 ME Delft")),
    Alinea("Delft, 15 maart 2026"),
    Alinea("Betreft: advies over ontmoeting", nadruk=True),
    Alinea("Geacht college,"),
    Alinea(ZIN * 4),
    Kop(1, "Wat bewoners vertelden"),
    Kop(2, "1. Te weinig plek om elkaar te treffen"),
    Alinea("Bewoners vinden <b>dit</b> & dat lastig; fietsen, koffie, afstand en effect zijn woorden."),
    Citaat("Vroeger dronk ik elke dinsdag koffie in het buurthuis. 😊 ✓ →", "bewoner, Voorhof"),
    DIAGRAM,
    Citaat(ARABISCH, "ساكنة"),
    Citaat(TURKS, "bewoner, Buitenhof", taal="tr"),
    Citaat(POOLS, "bewoner, Tanthof", taal="pl"),
    Citaat(OEKRAIENS, "bewoner, Wippolder", taal="uk"),
    Kop(2, "Ons advies"),
    Alinea("Wij adviseren u:"),
    Lijst(("Open het buurthuis ook in de avond.", ZIN * 3, "Maak een vast bedrag vrij."), genummerd=True),
    Lijst(("de sleutelgroep;", "het budget voor groen;", "أصدقاء الحي")),
    Lijst(("vierde punt", "vijfde punt"), genummerd=True, begin=4),
    TABEL,
    Alinea("Met vriendelijke groet,"),
    Witruimte(12),
    Adresblok(("A. de Vries", "voorzitter")),
    Pagina_einde(),
    Kop(1, "Bijlage: hoe wij te werk gingen"),
    Kop(3, "Een kop die een niveau overslaat"),
    *(Alinea(ZIN * (2 + nummer % 5)) for nummer in range(20)),
)


def maak_brief(taal: str = "nl") -> Document:
    return Document(
        "Advies over ontmoeting",
        BLOKKEN,
        taal=taal,
        auteur="Adviesraad Sociaal Domein",
        onderwerp="Ontmoeting in de wijk",
        voettekst="Adviesraad Sociaal Domein · adviesraad@example.org",
        datum=date(2026, 3, 15),
    )
