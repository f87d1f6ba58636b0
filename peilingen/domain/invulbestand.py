"""A spreadsheet in which answers on paper are keyed in without a connection; it comes back without choosing columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO
from uuid import UUID

from django.utils.translation import gettext as _

from basis.tabel import Blad, Keuzelijst, write_werkmap
from peilingen.domain.antwoordkolommen import (
    Celsoort,
    Deel,
    Kolom,
    Stand,
    list_rijkolommen,
    list_vraagkolommen,
)
from peilingen.domain.bestanden import name_bestand
from peilingen.domain.cellen import Namen, read_namen
from peilingen.domain.instellingen import read_instellingen
from peilingen.domain.inzenden import list_vragen
from peilingen.enums import Vraagsoort
from peilingen.models import Vraag, Vragenlijst

FORMULIER = "formulier"
# Not translated: by these words a file is known when it comes back.
UITLEG = "uitleg: laat deze rij staan"
EERSTE_RIJ = 3
LAATSTE_RIJ = 2002
_LIJSTEN = "Keuzelijsten"
_BREED, _SMAL = 36, 18


@dataclass
class _Lijsten:
    """The lists to choose from, each once, as columns of a hidden sheet."""

    lijsten: list[tuple[str, ...]] = field(default_factory=list)

    def add(self, kolom: int, woorden: Sequence[str]) -> Keuzelijst:
        """Give the list of a column."""
        woorden = tuple(woorden)
        if woorden not in self.lijsten:
            self.lijsten.append(woorden)
        return Keuzelijst(kolom, EERSTE_RIJ, LAATSTE_RIJ, _LIJSTEN, self.lijsten.index(woorden), len(woorden))

    def sheet(self) -> Blad:
        """Give the sheet."""
        lang = max(map(len, self.lijsten))
        kop = [f"lijst {nummer}" for nummer in range(1, len(self.lijsten) + 1)]
        rijen = [
            [lijst[nummer] if nummer < len(lijst) else "" for lijst in self.lijsten] for nummer in range(lang)
        ]
        return Blad(_LIJSTEN, kop, rijen, verborgen=True)


def is_uitleg(cellen: Sequence[str]) -> bool:
    """Tell whether a row of a file is the row of hints, wherever its columns went."""
    return UITLEG in cellen


def name_invulbestand(lijst: Vragenlijst) -> str:
    """Give a file name that every computer accepts."""
    return f"invulbestand-{name_bestand(lijst.titel)}.xlsx"


def write_invulbestand(lijst: Vragenlijst, doel: BinaryIO) -> None:
    """Write the spreadsheet: a sheet to fill in, with hints and lists to choose from, and a sheet that explains."""
    vragen = list_vragen(lijst)
    namen = read_namen(lijst.ronde.organisatie)
    kolommen = [*_rijkolommen(lijst), *list_vraagkolommen(vragen)]
    lijsten, keuzelijsten = _Lijsten(), []
    for plek, kolom in enumerate(kolommen, start=1):
        if woorden := _list_woorden(kolom, vragen, namen):
            keuzelijsten.append(lijsten.add(plek, woorden))
    kop = [FORMULIER, *(kolom.kop for kolom in kolommen)]
    hints = [UITLEG, *(_hint(kolom, vragen) for kolom in kolommen)]
    breedtes = (_SMAL, *(_BREED if kolom.celsoort == Celsoort.TEKST else _SMAL for kolom in kolommen))
    invullen = Blad("Invullen", kop, [hints], breedtes, tuple(keuzelijsten))
    bladen = [invullen, _explain(kolommen, vragen)]
    write_werkmap(doel, [*bladen, lijsten.sheet()] if lijsten.lijsten else bladen)


def _rijkolommen(lijst: Vragenlijst) -> list[Kolom]:
    return [kolom for kolom in list_rijkolommen() if kolom.naam == "mag_citeren" and lijst.vraag_citaat]


def _list_woorden(kolom: Kolom, vragen: Mapping[UUID, Vraag], namen: Namen) -> list[str]:
    """Give what may be chosen in a column; nothing where people write."""
    if kolom.vraag is None:
        return [woord for _code, woord in kolom.codes]
    vraag = vragen[kolom.vraag]
    zo = read_instellingen(vraag)
    extra = [stand for mag, stand in ((zo.weet_niet, Stand.WEET_NIET), (zo.wil_niet, Stand.WIL_NIET)) if mag]
    if kolom.deel == Deel.KEUZE:
        return ["x"]
    if kolom.deel == Deel.RANG:
        return [str(nummer) for nummer in range(1, len(vraag.keuzes.all()) + 1)]
    if kolom.celsoort == Celsoort.CODE:
        return [*(woord for _code, woord in kolom.codes), *(f"({stand.woord})" for stand in extra)]
    if kolom.deel != Deel.WAARDE:
        return []
    if vraag.soort == Vraagsoort.BUURT:
        return [*namen.gebieden.values(), f"({Stand.WEET_NIET.woord})"]
    return list(namen.plekken.values()) if vraag.soort == Vraagsoort.PLEK else []


def _hint(kolom: Kolom, vragen: Mapping[UUID, Vraag]) -> str:
    wat = _what(kolom, vragen)
    return f"{wat} {kolom.voorwaarde}".strip()


def _what(kolom: Kolom, vragen: Mapping[UUID, Vraag]) -> str:
    match kolom.deel:
        case Deel.KEUZE:
            return _("Zet een x als dit is aangekruist.")
        case Deel.RANG:
            return _("De plaats in de volgorde: 1 is het eerst.")
        case Deel.WOORDEN:
            return _("Alleen als het niet in de lijst staat.")
        case Deel.ANDERS:
            return _("Wat iemand er zelf bij schreef.")
    match kolom.celsoort:
        case Celsoort.CODE | Celsoort.JANEE:
            return _("Kies uit de lijst.")
        case Celsoort.DATUM:
            return _("Dag-maand-jaar, zoals 31-12-2026.")
        case Celsoort.GETAL:
            jaar = kolom.soort == Vraagsoort.DATUM
            eenheid = read_instellingen(vragen[kolom.vraag]).eenheid if kolom.vraag else ""
            return _("Een jaar, zoals 1984.") if jaar else f"{_('Een getal.')} {eenheid}".strip()
    if kolom.soort in (Vraagsoort.BUURT, Vraagsoort.PLEK):
        return _("Kies uit de lijst.")
    return _("Typ over wat er staat. Laat namen van mensen weg.")


def _explain(kolommen: Sequence[Kolom], vragen: Mapping[UUID, Vraag]) -> Blad:
    stappen = [
        _("Vul per papieren formulier één rij in op het blad Invullen."),
        _("Zet in de kolom “formulier” een nummer, en schrijf dat nummer ook op het papier."),
        _("Is een vraag niet beantwoord? Laat de cel dan leeg."),
        _("Verander de eerste twee rijen niet: daaraan herkent Grondvlak de vragen."),
        _("Klaar? Bewaar het bestand en lees het in bij “Antwoorden van papier of elders”."),
    ]
    kop = [_("wat"), _("uitleg"), _("mogelijkheden"), _("wanneer gevraagd")]
    rijen = [[f"{nummer}.", stap, "", ""] for nummer, stap in enumerate(stappen, start=1)]
    rijen += [
        [
            kolom.titel,
            _what(kolom, vragen),
            ", ".join(woord for _code, woord in kolom.codes),
            kolom.voorwaarde,
        ]
        for kolom in kolommen
    ]
    return Blad(_("Uitleg"), kop, rijen, (44, 60, 44, 34))
