"""From the condition of another program to ours, as far as ours can say it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation

from peilingen.domain.voorwaarden import Regel, Vergelijking, Voorwaarde
from peilingen.domain.vorm.uitdrukking import (
    Knoop,
    Naam,
    Niet,
    NietUitTeDrukkenError,
    Roep,
    Samen,
    Verband,
    Waarde,
    parse_uitdrukking,
)
from peilingen.enums import Vraagsoort

_OMGEKEERD = {
    Vergelijking.EEN_VAN: Vergelijking.GEEN_VAN,
    Vergelijking.GEEN_VAN: Vergelijking.EEN_VAN,
    Vergelijking.BEANTWOORD: Vergelijking.NIET_BEANTWOORD,
    Vergelijking.NIET_BEANTWOORD: Vergelijking.BEANTWOORD,
}
_GESPIEGELD = {">": "<", "<": ">", ">=": "<=", "<=": ">=", "=": "=", "!=": "!="}
# What LimeSurvey puts behind the name of a question: the same answer, also when the question is hidden.
_ACHTERVOEGSELS = (".NAOK", ".valueNAOK", ".value", ".code")
GETALSOORTEN = (Vraagsoort.GETAL, Vraagsoort.SCHAAL, Vraagsoort.DATUM)


@dataclass(frozen=True, slots=True)
class Bron:
    """What a name in the file stands for here: a question of ours, or with `vinkje` one of its choices ticked.

    `keuzes` gives for a code of the file the key of the choice.
    """

    sleutel: str
    soort: Vraagsoort
    keuzes: Mapping[str, str] = field(default_factory=dict)
    vinkje: str = ""
    heel: bool = True


@dataclass(frozen=True, slots=True)
class _Groep:
    alle: bool
    regels: tuple[Regel, ...]


def read_voorwaarde(tekst: str, bronnen: Mapping[str, Bron]) -> tuple[Voorwaarde | None, bool]:
    """Give the condition, and whether it looks at "not chosen" where the file also counts "not answered".

    None means always. Raises NietUitTeDrukkenError.
    """
    if tekst.strip() in ("", "1", "true()", "true"):
        return None, False
    groep = _convert(parse_uitdrukking(tekst), bronnen)
    ruimer = any(
        regel.vergelijking == Vergelijking.GEEN_VAN and not _has_beantwoord(tekst) for regel in groep.regels
    )
    return Voorwaarde(groep.regels, groep.alle), ruimer


def combine_voorwaarden(een: Voorwaarde | None, twee: Voorwaarde | None) -> Voorwaarde | None:
    """Give the condition that holds when both do; raises NietUitTeDrukkenError."""
    if een is None or twee is None:
        return een or twee
    groep = _join(True, [_Groep(deel.alle, deel.regels) for deel in (een, twee)])
    return Voorwaarde(groep.regels, groep.alle)


def _has_beantwoord(tekst: str) -> bool:
    return "!= ''" in tekst or "is_empty" in tekst


def _convert(knoop: Knoop, bronnen: Mapping[str, Bron]) -> _Groep:
    match knoop:
        case Samen():
            return _join(knoop.alle, [_convert(deel, bronnen) for deel in knoop.delen])
        case Niet():
            return _negate(_convert(knoop.deel, bronnen))
        case Roep("selected", (Naam(naam), Waarde(tekst))):
            return _one(_find_regel(_find_bron(naam, bronnen), "=", tekst))
        case Roep("not", (deel,)):
            return _negate(_convert(deel, bronnen))
        case Roep("is_empty", (Naam(naam),)):
            return _one(Regel(_find_bron(naam, bronnen).sleutel, Vergelijking.NIET_BEANTWOORD))
        case Verband(teken, links, Waarde(tekst)):
            return _compare(_find_bron(_read_naam(links), bronnen), teken, tekst)
        case Verband(teken, Waarde(tekst), rechts):
            return _compare(_find_bron(_read_naam(rechts), bronnen), _GESPIEGELD[teken], tekst)
    raise NietUitTeDrukkenError


def _read_naam(knoop: Knoop) -> str:
    """Give the question that is compared; the year of a date counts as the date."""
    match knoop:
        case Naam(naam):
            return naam
        case Roep("number", (deel,)):
            return _read_naam(deel)
        case Roep("format-date", (Naam(naam), Waarde("%Y"))):
            return naam
    raise NietUitTeDrukkenError


def _find_bron(naam: str, bronnen: Mapping[str, Bron]) -> Bron:
    for achtervoegsel in _ACHTERVOEGSELS:
        naam = naam.removesuffix(achtervoegsel)
    if naam not in bronnen:
        raise NietUitTeDrukkenError
    return bronnen[naam]


def _compare(bron: Bron, teken: str, tekst: str) -> _Groep:
    gelijk = bron.soort == Vraagsoort.GETAL and teken == "=" and bool(tekst)
    if gelijk:
        grens = _read_getal(tekst)
        return _Groep(
            True,
            tuple(
                Regel(bron.sleutel, soort, getal=grens)
                for soort in (Vergelijking.MINSTENS, Vergelijking.HOOGSTENS)
            ),
        )
    return _one(_find_regel(bron, teken, tekst))


def _find_regel(bron: Bron, teken: str, tekst: str) -> Regel:
    if bron.vinkje and tekst in ("Y", "") and teken in ("=", "!="):
        gekozen = (teken == "=") == (tekst == "Y")
        soort = Vergelijking.EEN_VAN if gekozen else Vergelijking.GEEN_VAN
        return Regel(bron.sleutel, soort, (bron.vinkje,))
    if not tekst and teken in ("=", "!="):
        return Regel(bron.sleutel, Vergelijking.NIET_BEANTWOORD if teken == "=" else Vergelijking.BEANTWOORD)
    if teken in ("=", "!=") and tekst in bron.keuzes:
        soort = Vergelijking.EEN_VAN if teken == "=" else Vergelijking.GEEN_VAN
        return Regel(bron.sleutel, soort, (bron.keuzes[tekst],))
    if bron.soort in GETALSOORTEN and teken in (">", "<", ">=", "<="):
        return _bound(bron, teken, _read_getal(tekst))
    raise NietUitTeDrukkenError


def _bound(bron: Bron, teken: str, getal: str) -> Regel:
    soort = Vergelijking.MINSTENS if teken[0] == ">" else Vergelijking.HOOGSTENS
    if teken in (">", "<"):
        if not bron.heel or "." in getal:
            raise NietUitTeDrukkenError
        getal = str(int(getal) + (1 if teken == ">" else -1))
    return Regel(bron.sleutel, soort, getal=getal)


def _read_getal(tekst: str) -> str:
    try:
        getal = Decimal(tekst)
    except InvalidOperation as fout:
        raise NietUitTeDrukkenError from fout
    if not getal.is_finite() or abs(getal) >= 10**9:
        raise NietUitTeDrukkenError
    return str(int(getal)) if getal == getal.to_integral_value() else str(getal.normalize())


def _one(regel: Regel) -> _Groep:
    return _Groep(True, (regel,))


def _negate(groep: _Groep) -> _Groep:
    if any(regel.vergelijking not in _OMGEKEERD for regel in groep.regels):
        raise NietUitTeDrukkenError
    regels = [replace(regel, vergelijking=_OMGEKEERD[regel.vergelijking]) for regel in groep.regels]
    return _merge(not groep.alle, regels)


def _join(alle: bool, groepen: list[_Groep]) -> _Groep:
    """Join groups; one that is joined the other way itself must be a single rule."""
    regels: list[Regel] = []
    for groep in groepen:
        if len(groep.regels) > 1 and groep.alle != alle:
            raise NietUitTeDrukkenError
        regels += groep.regels
    return _merge(alle, regels)


def _merge(alle: bool, regels: Iterable[Regel]) -> _Groep:
    """Put rules about one question together where that says the same: "a or b" is one of both.

    A rule about choices or a number needs an answer by itself, so "answered" beside it, with `and`, says nothing more.
    """
    samen = Vergelijking.GEEN_VAN if alle else Vergelijking.EEN_VAN
    uit: dict[tuple[str, Vergelijking, str, tuple[str, ...]], Regel] = {}
    for regel in regels:
        eigen = () if regel.vergelijking == samen else regel.keuzes
        sleutel = (regel.vraag, regel.vergelijking, regel.getal, eigen)
        eerder = uit.get(sleutel)
        keuzes = dict.fromkeys((*(eerder.keuzes if eerder else ()), *regel.keuzes))
        uit[sleutel] = replace(regel, keuzes=tuple(keuzes))
    over = list(uit.values())
    if alle:
        met_antwoord = {
            regel.vraag
            for regel in over
            if regel.vergelijking not in (Vergelijking.BEANTWOORD, Vergelijking.NIET_BEANTWOORD)
        }
        over = [
            regel
            for regel in over
            if regel.vergelijking != Vergelijking.BEANTWOORD or regel.vraag not in met_antwoord
        ]
    return _Groep(alle or len(over) == 1, tuple(over))
