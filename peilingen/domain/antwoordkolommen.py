"""The columns in which answers stand in a file: one definition for what goes out and for what comes in.

Every question has its own columns, whether or not a condition skips it, so that a file of today and one of next week
line up. A column has a short name for programs (`v3_k1`) and a heading for people ("3. Waar komt u? – Park [v3_k1]").
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from basis.tabel import make_savnaam
from organisaties.enums import Kanaal
from peilingen.domain.instellingen import JAAR, find_weergave, read_instellingen
from peilingen.domain.nummeren import number_vragen
from peilingen.domain.voorwaarden import describe_voorwaarde
from peilingen.enums import WOORDSOORTEN, ZONDER_ANTWOORD, Vraagsoort
from peilingen.models import Vraag

STAND = "_stand"
"""How the variable of a statistics file ends that tells whether there are words in the one beside it."""
ANDERS = 0
"""The code of "anders, namelijk"; real choices begin at 1."""


class Stand(IntEnum):
    """Why a cell holds no answer. The codes are fixed: docs/uitvoer.md names them."""

    NIET_GEVRAAGD = -9
    GEEN_ANTWOORD = -8
    WEET_NIET = -7
    WIL_NIET = -6
    WEGGELATEN = -5

    @property
    def woord(self) -> str:
        """The code in words, as it stands in a file for people."""
        return _STANDWOORDEN[self]


# Not translated: a file that was made in one language has to be read back in another.
_STANDWOORDEN = {
    Stand.NIET_GEVRAAGD: "niet gevraagd",
    Stand.GEEN_ANTWOORD: "geen antwoord",
    Stand.WEET_NIET: "weet ik niet",
    Stand.WIL_NIET: "wil ik niet zeggen",
    Stand.WEGGELATEN: "weggelaten",
}
STANDEN = tuple((stand.value, stand.woord) for stand in Stand)


class Deel(StrEnum):
    """What of an answer stands in a column."""

    WAARDE = "waarde"
    KEUZE = "keuze"
    ANDERS = "anders"
    RANG = "rang"
    STELLING = "stelling"
    WOORDEN = "woorden"
    RIJ = "rij"


class Celsoort(StrEnum):
    """What a cell holds."""

    CODE = "code"
    JANEE = "janee"
    GETAL = "getal"
    TEKST = "tekst"
    DATUM = "datum"


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column. `vraag` is None for what belongs to the whole row, such as the kanaal.

    `sleutel` is that of the choice or statement; `codes` are code and words, of choices by the number in their key.
    """

    naam: str
    titel: str
    celsoort: Celsoort
    deel: Deel = Deel.RIJ
    vraag: UUID | None = None
    nummer: int = 0
    vraagtekst: str = ""
    onderwerp: str = ""
    sleutel: str = ""
    soort: str = ""
    codes: tuple[tuple[int, str], ...] = ()
    voorwaarde: str = ""
    decimalen: int = 0
    eigen_woorden: bool = False

    @property
    def kop(self) -> str:
        """The heading for people, with the name for programs behind it."""
        return f"{self.titel} [{self.naam}]"


KANALEN = tuple((code, kanaal) for code, kanaal in enumerate(Kanaal, start=1))
JANEE = ((1, "ja"), (0, "nee"))


def list_rijkolommen() -> list[Kolom]:
    """Give the columns of what belongs to a whole row, not to a question."""
    kanalen = tuple((code, str(kanaal.label)) for code, kanaal in KANALEN)
    return [
        Kolom("kanaal", _("Langs welke weg"), Celsoort.CODE, codes=kanalen),
        Kolom("gebied", _("Gebied"), Celsoort.TEKST),
        Kolom("groep", _("Gebied zoals opgegeven"), Celsoort.TEKST, eigen_woorden=True),
        Kolom("taal", _("Taal van de vragen"), Celsoort.TEKST),
        Kolom("hulp", _("Ingevuld voor iemand anders"), Celsoort.JANEE, codes=JANEE),
        Kolom("mag_citeren", _("Woorden mogen aangehaald worden"), Celsoort.JANEE, codes=JANEE),
    ]


def list_vraagkolommen(vragen: Mapping[UUID, Vraag]) -> list[Kolom]:
    """Give the columns of the questions, in their order; choices and statements must be at hand."""
    rijen = list(vragen.values())
    nummers = number_vragen(rijen)
    bezet = [kolom.naam for kolom in list_rijkolommen()]
    kolommen: list[Kolom] = []
    for vraag in rijen:
        if vraag.soort in ZONDER_ANTWOORD:
            continue
        voorwaarde = describe_voorwaarde(vraag, rijen)
        for deel in _parts(vraag):
            kolommen.append(_build_kolom(vraag, nummers[vraag.pk], deel, voorwaarde, bezet))
            bezet.append(kolommen[-1].naam)
    return kolommen


def _build_kolom(vraag: Vraag, nummer: int, deel: "_Deelkolom", voorwaarde: str, bezet: list[str]) -> Kolom:
    titel = f"{nummer}. {vraag.tekst}"
    return Kolom(
        naam=make_savnaam(f"{vraag.sleutel}_{deel.sleutel}" if deel.sleutel else vraag.sleutel, bezet),
        titel=f"{titel} – {deel.onderwerp}" if deel.onderwerp else titel,
        celsoort=deel.celsoort,
        deel=deel.deel,
        vraag=vraag.pk,
        nummer=nummer,
        vraagtekst=vraag.tekst,
        onderwerp=deel.onderwerp,
        sleutel=deel.sleutel,
        soort=vraag.soort,
        codes=_codes(vraag, deel.celsoort),
        voorwaarde=voorwaarde,
        decimalen=read_instellingen(vraag).decimalen,
        eigen_woorden=deel.deel in (Deel.ANDERS, Deel.WOORDEN) or vraag.soort in WOORDSOORTEN,
    )


def number_keuzes(vraag: Vraag) -> dict[str, int]:
    """Give each choice its code, by key: the number in the key (`k3` → 3) if all have one, else their place.

    The number in a key stays the same when choices are moved or taken out.
    """
    keuzes = list(vraag.keuzes.all())
    if vraag.soort != Vraagsoort.SCHAAL and all(re.fullmatch(r"k[1-9]\d{0,3}", k.sleutel) for k in keuzes):
        return {keuze.sleutel: int(keuze.sleutel[1:]) for keuze in keuzes}
    return {keuze.sleutel: keuze.volgorde for keuze in keuzes}


def _codes(vraag: Vraag, celsoort: Celsoort) -> tuple[tuple[int, str], ...]:
    if celsoort == Celsoort.JANEE:
        return JANEE
    if celsoort != Celsoort.CODE:
        return ()
    nummers = number_keuzes(vraag)
    codes = [(nummers[keuze.sleutel], keuze.tekst) for keuze in vraag.keuzes.all()]
    if read_instellingen(vraag).anders:
        codes.append((ANDERS, _("anders")))
    return tuple(codes)


class _Deelkolom(NamedTuple):
    """What a question needs a column for: `sleutel` ends its name, `onderwerp` its heading."""

    deel: Deel
    sleutel: str
    onderwerp: str
    celsoort: Celsoort


def _parts(vraag: Vraag) -> Iterable[_Deelkolom]:
    match vraag.soort:
        case Vraagsoort.MEER_KEUZES:
            for keuze in vraag.keuzes.all():
                yield _Deelkolom(Deel.KEUZE, keuze.sleutel, keuze.tekst, Celsoort.JANEE)
        case Vraagsoort.RANGORDE:
            for keuze in vraag.keuzes.all():
                yield _Deelkolom(Deel.RANG, keuze.sleutel, keuze.tekst, Celsoort.GETAL)
        case Vraagsoort.MATRIX:
            for stelling in vraag.stellingen.all():
                yield _Deelkolom(Deel.STELLING, stelling.sleutel, stelling.tekst, Celsoort.CODE)
        case _:
            yield _Deelkolom(Deel.WAARDE, "", "", _celsoort(vraag))
    if read_instellingen(vraag).anders:
        yield _Deelkolom(Deel.ANDERS, "anders", _("anders, namelijk"), Celsoort.TEKST)
    if vraag.soort in (Vraagsoort.BUURT, Vraagsoort.PLEK):
        yield _Deelkolom(Deel.WOORDEN, "woorden", _("in eigen woorden"), Celsoort.TEKST)


def _celsoort(vraag: Vraag) -> Celsoort:
    if vraag.soort in (Vraagsoort.EEN_KEUZE, Vraagsoort.LEEFTIJD, Vraagsoort.SCHAAL):
        return Celsoort.CODE
    if vraag.soort == Vraagsoort.GETAL:
        return Celsoort.GETAL
    if vraag.soort == Vraagsoort.DATUM:
        return Celsoort.GETAL if find_weergave(vraag) == JAAR else Celsoort.DATUM
    return Celsoort.TEKST
