"""Which column is what, and what a file then holds. Plain values: nothing is written here."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from organisaties.enums import Kanaal
from peilingen.refusals import OnjuisteKoppeling


class Kolomrol(StrEnum):
    """What a column holds."""

    NEGEREN = "negeren"
    ANTWOORD = "antwoord"
    KEUZE = "keuze"
    KEUZES = "keuzes"
    SCHAAL = "schaal"
    GETAL = "getal"
    VRAAG = "vraag"
    BUURT = "buurt"
    KANAAL = "kanaal"
    NUMMER = "nummer"


GESLOTEN = (Kolomrol.KEUZE, Kolomrol.KEUZES, Kolomrol.SCHAAL, Kolomrol.GETAL)
EEN_KEER = (Kolomrol.VRAAG, Kolomrol.BUURT, Kolomrol.KANAAL, Kolomrol.NUMMER)
# Mean length, in characters, from which a column looks like people's own words.
KORT = 25.0
KORT_BIJ_VRAAG = 12.0
# In characters: as long as a question may be.
MAX_VRAAG = 500
_NAMEN: dict[Kolomrol, str] = {
    Kolomrol.NUMMER: r"id|nr|nummer|respondent(?:nummer)?|rijnummer|volgnummer|token",
    Kolomrol.BUURT: r"buurt|wijk|gebied|buurtnaam|wijknaam|postcode|stadsdeel|in welke buurt.*|groep",
    Kolomrol.KANAAL: r"kanaal|bron|herkomst|channel",
    Kolomrol.VRAAG: r"vraag|vraagtekst|question",
    Kolomrol.ANTWOORD: r"tekst|antwoord|antwoorden|toelichting|opmerking(?:en)?|reactie|idee|text|answer|notitie",
}
_KANAALNAMEN: dict[str, Kanaal] = {
    "online": Kanaal.ENQUETE,
    "digitaal": Kanaal.ENQUETE,
    "enquete": Kanaal.ENQUETE,
    "enquête": Kanaal.ENQUETE,
    "vragenlijst": Kanaal.ENQUETE,
    "tafelnotitie": Kanaal.TAFEL,
    "tafelgesprek": Kanaal.TAFEL,
    "ideekaart": Kanaal.IDEE,
    "kaart": Kanaal.IDEE,
    "bellen": Kanaal.TELEFOON,
    "gebeld": Kanaal.TELEFOON,
    "e-mail": Kanaal.MAIL,
    "email": Kanaal.MAIL,
    "mail_of_telefoon": Kanaal.ANDERS,
    "straat": Kanaal.MARKT,
}


@dataclass(frozen=True, slots=True)
class Invoerantwoord:
    """One answer of a file, with the row it came from as a person counts.

    `tekst` is what the cell says; `gesloten` where its column holds choices, numbers or steps.
    """

    rij: int
    respondent: str
    vraag: str
    tekst: str
    buurt: str
    kanaal: Kanaal | None
    gesloten: bool = False


def guess_koppeling(kolommen: Sequence[str], rijen: Sequence[Sequence[str]]) -> dict[str, str]:
    """Propose a role per column, by its name, and by long texts where no name tells."""
    rollen: dict[str, str] = dict.fromkeys(kolommen, Kolomrol.NEGEREN.value)
    for rol, patroon in _NAMEN.items():
        for kolom in kolommen:
            vrij = rol not in EEN_KEER or rol.value not in rollen.values()
            if rollen[kolom] == Kolomrol.NEGEREN and vrij and re.fullmatch(patroon, kolom.strip().lower()):
                rollen[kolom] = rol.value
    if Kolomrol.ANTWOORD.value not in rollen.values():
        for plaats, kolom in enumerate(kolommen):
            kortste = KORT_BIJ_VRAAG if kolom.strip().endswith("?") else KORT
            if rollen[kolom] == Kolomrol.NEGEREN and _mean_length(rijen, plaats) >= kortste:
                rollen[kolom] = Kolomrol.ANTWOORD.value
    return rollen


def _mean_length(rijen: Sequence[Sequence[str]], plaats: int) -> float:
    gevuld = [len(rij[plaats]) for rij in rijen[:200] if rij[plaats].strip()]
    return sum(gevuld) / len(gevuld) if gevuld else 0.0


def check_koppeling(kolommen: Sequence[str], rollen: Mapping[str, str]) -> None:
    """Refuse roles that do not go together; raises OnjuisteKoppeling."""
    gekozen = [rollen.get(kolom, Kolomrol.NEGEREN.value) for kolom in kolommen]
    gesloten = any(rol.value in gekozen for rol in GESLOTEN)
    if Kolomrol.ANTWOORD.value not in gekozen and not gesloten:
        raise OnjuisteKoppeling
    if gesloten and Kolomrol.VRAAG.value in gekozen:
        raise OnjuisteKoppeling(
            _("Bij een kolom met de vraag kunnen alleen open antwoorden. Laat de andere kolommen weg.")
        )
    for rol in EEN_KEER:
        if gekozen.count(rol.value) > 1:
            raise OnjuisteKoppeling(
                _("U koos “%(rol)s” voor meer dan één kolom. Kies er één.") % {"rol": rol.value}
            )
    if Kolomrol.VRAAG.value in gekozen and gekozen.count(Kolomrol.ANTWOORD.value) > 1:
        raise OnjuisteKoppeling(
            _("Bij een kolom met de vraag hoort één kolom met antwoorden. Kies er één, of laat de vraag weg.")
        )


def read_antwoorden(
    kolommen: Sequence[str],
    rijen: Sequence[Sequence[str]],
    rijnummers: Sequence[int],
    rollen: Mapping[str, str],
) -> Iterator[Invoerantwoord]:
    """Give each filled answer of a table, in order. With several answer columns the header is the question."""
    plaats = {rol: [i for i, k in enumerate(kolommen) if rollen.get(k) == rol.value] for rol in Kolomrol}

    def cel(rij: Sequence[str], rol: Kolomrol) -> str:
        return rij[plaats[rol][0]].strip() if plaats[rol] else ""

    dicht = {plek for rol in GESLOTEN for plek in plaats[rol]}
    for nummer, rij in zip(rijnummers, rijen, strict=True):
        for i in sorted({*plaats[Kolomrol.ANTWOORD], *dicht}):
            if not rij[i].strip():
                continue
            vraag = kolommen[i][:MAX_VRAAG] if i in dicht else question_of(kolommen[i])
            yield Invoerantwoord(
                rij=nummer,
                respondent=cel(rij, Kolomrol.NUMMER),
                vraag=cel(rij, Kolomrol.VRAAG)[:MAX_VRAAG] if plaats[Kolomrol.VRAAG] else vraag,
                tekst=rij[i].strip(),
                buurt=cel(rij, Kolomrol.BUURT),
                kanaal=match_kanaal(cel(rij, Kolomrol.KANAAL)),
                gesloten=i in dicht,
            )


def question_of(kolom: str) -> str:
    """Give the question that a column name holds; a bare label such as "tekst" is no question."""
    naam = kolom.strip()
    return "" if re.fullmatch(_NAMEN[Kolomrol.ANTWOORD], naam.lower()) else naam[:MAX_VRAAG]


def match_kanaal(waarde: str) -> Kanaal | None:
    """Find the kanaal that a cell names; None when it names none."""
    klein = waarde.strip().lower()
    for kanaal in Kanaal:
        if klein in (kanaal.value, str(kanaal.label).lower()):
            return kanaal
    return _KANAALNAMEN.get(klein)
