"""Counting what people answered, for members of the organisation. Never in order of arrival, never with times."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from organisaties.models import Gebied
from peilingen.domain.gevraagd import count_gevraagd
from peilingen.domain.instellingen import MET_ANDERS, MET_GRENZEN
from peilingen.domain.inzenden import list_vragen
from peilingen.domain.tellen_waarden import (
    Rang,
    Samenvatting,
    Stellingtelling,
    count_stellingen,
    rank,
    summarise,
)
from peilingen.enums import WOORDSOORTEN, ZONDER_ANTWOORD, Bijzonder, Vraagsoort
from peilingen.models import Antwoord, Inzending, Inzendingconcept, Vraag, Vragenlijst


@dataclass(frozen=True, slots=True)
class Inhoud:
    """How much a questionnaire holds, as one should know before deleting it."""

    vragen: int
    inzendingen: int
    antwoorden: int
    open_antwoorden: int
    concepten: int


@dataclass(frozen=True, slots=True)
class Aantal:
    """How many people gave one answer, and which part of those who answered the question, 0 to 100."""

    naam: str
    aantal: int
    deel: float


@dataclass(frozen=True, slots=True)
class Vraagtelling:
    """The answers to one question; `beantwoord` people answered it with something else than `weet_niet`, `wil_niet`.

    These, `niet_gevraagd` and `niet_beantwoord` add up to all people. `rijen` are choices, steps, areas or places;
    `anders` people wrote something else there, `woorden` are those words in the order of the alphabet; `onbekend`
    people did not know their area where that was one of its choices. Numbers and dates have a `samenvatting`,
    rankings `rangen`, statements `stellingen`.
    """

    vraag: Vraag
    beantwoord: int
    rijen: tuple[Aantal, ...] = ()
    anders: int = 0
    onbekend: int = 0
    weet_niet: int = 0
    wil_niet: int = 0
    niet_gevraagd: int = 0
    niet_beantwoord: int = 0
    woorden: tuple[str, ...] = ()
    samenvatting: Samenvatting | None = None
    rangen: tuple[Rang, ...] = ()
    stellingen: tuple[Stellingtelling, ...] = ()


@dataclass(frozen=True, slots=True)
class _Geteld:
    """What was read of all answers: per question, or per question and answer."""

    aantallen: Counter[tuple[UUID, str]]
    keuzes: Counter[UUID]
    stappen: Counter[tuple[UUID, int]]
    namen: Counter[tuple[UUID, str]]
    woorden: Mapping[UUID, list[str]]
    waarden: Mapping[UUID, list[Any]]


def count_inhoud(vragenlijst: Vragenlijst) -> Inhoud:
    """Count what would go with a questionnaire."""
    antwoorden = Antwoord.objects.filter(inzending__vragenlijst=vragenlijst)
    return Inhoud(
        vragen=vragenlijst.vragen.count(),
        inzendingen=Inzending.objects.filter(vragenlijst=vragenlijst).count(),
        antwoorden=antwoorden.count(),
        open_antwoorden=antwoorden.filter(vraag__soort__in=WOORDSOORTEN).exclude(tekst="").count(),
        concepten=Inzendingconcept.objects.filter(vragenlijst=vragenlijst).count(),
    )


def count_antwoorden(vragenlijst: Vragenlijst) -> list[Vraagtelling]:
    """Count the answers per question, in the order of the questionnaire; headings and texts have none."""
    vragen = list_vragen(vragenlijst)
    gebieden = Gebied.objects.van(vragenlijst.ronde.organisatie).values_list("naam", flat=True)
    antwoorden = Antwoord.objects.filter(inzending__vragenlijst=vragenlijst).order_by()
    geteld = _read(antwoorden, vragen.values(), gebieden)
    gevraagd = count_gevraagd(vragenlijst, vragen)
    mensen = Inzending.objects.filter(vragenlijst=vragenlijst).count()
    return [
        _count(vraag, geteld, mensen - gevraagd[pk], mensen)
        for pk, vraag in vragen.items()
        if vraag.soort not in ZONDER_ANTWOORD
    ]


def _read(antwoorden: QuerySet[Antwoord], vragen: Iterable[Vraag], gebieden: Iterable[str]) -> _Geteld:
    """Read all that is counted, in as many queries for one question as for fifty."""
    keuzes = antwoorden.filter(keuzes__isnull=False).values_list("keuzes").annotate(n=Count("pk"))
    stappen = antwoorden.filter(getal__isnull=False).values_list("vraag", "getal").annotate(n=Count("pk"))
    plek = antwoorden.filter(plek__isnull=False).values_list("vraag", "plek__naam").annotate(n=Count("pk"))
    eerste = next((vraag.pk for vraag in vragen if vraag.soort == Vraagsoort.BUURT), None)
    buurten = antwoorden.filter(vraag__soort=Vraagsoort.BUURT, bijzonder="")
    namen, woorden = _read_buurten(buurten, {naam.casefold(): naam for naam in gebieden}, eerste)
    waarden = defaultdict(list)
    zelf = Q(vraag__soort__in=MET_ANDERS) | Q(vraag__soort=Vraagsoort.PLEK, plek=None)
    eigen = antwoorden.filter(zelf).exclude(tekst="")
    for vraag, tekst in eigen.values_list("vraag", "tekst"):
        woorden[vraag].append(tekst)
    for vraag, waarde in antwoorden.filter(waarde__isnull=False).values_list("vraag", "waarde"):
        waarden[vraag].append(waarde)
    return _Geteld(
        aantallen=_sum(antwoorden.values_list("vraag", "bijzonder").annotate(n=Count("pk"))),
        keuzes=Counter(dict(keuzes)),
        stappen=_sum(stappen),
        namen=namen + _sum(plek),
        woorden=woorden,
        waarden=waarden,
    )


def _read_buurten(
    antwoorden: QuerySet[Antwoord], bekend: Mapping[str, str], eerste: UUID | None
) -> tuple[Counter[tuple[UUID, str]], defaultdict[UUID, list[str]]]:
    """Count areas by name, "" for not knowing; and give what people wrote that is no area of the list.

    The area of the first such question stands at the inzending; of others only the words say which it is.
    `bekend` are the names of areas, by themselves without capitals.
    """
    namen: Counter[tuple[UUID, str]] = Counter()
    woorden: defaultdict[UUID, list[str]] = defaultdict(list)
    rijen = antwoorden.values_list("vraag", "tekst", "inzending__gebied__naam").annotate(n=Count("pk"))
    for vraag, tekst, gebied, n in rijen:
        kort = tekst.casefold()
        naam = gebied if vraag == eerste else bekend.get(kort) or bekend.get(kort.partition(" (")[0])
        if naam or not tekst:
            namen[vraag, naam or ""] += n
        else:
            woorden[vraag] += [tekst] * n
    return namen, woorden


def _sum(drietallen: Iterable[Any]) -> Counter[tuple[UUID, Any]]:
    return Counter({(vraag, wat): n for vraag, wat, n in drietallen})


def _count(vraag: Vraag, geteld: _Geteld, niet_gevraagd: int, mensen: int) -> Vraagtelling:
    """Give the counts of one question."""
    beantwoord = geteld.aantallen[vraag.pk, ""]
    weet_niet, wil_niet = (geteld.aantallen[vraag.pk, bijzonder.value] for bijzonder in Bijzonder)
    woorden, waarden = geteld.woorden.get(vraag.pk, []), geteld.waarden.get(vraag.pk, [])
    getal, rang, rij = (
        vraag.soort in MET_GRENZEN,
        vraag.soort == Vraagsoort.RANGORDE,
        vraag.soort == Vraagsoort.MATRIX,
    )
    return Vraagtelling(
        vraag,
        beantwoord,
        _measure(_pair(vraag, geteld), beantwoord),
        anders=len(woorden),
        onbekend=geteld.namen[vraag.pk, ""],
        weet_niet=weet_niet,
        wil_niet=wil_niet,
        niet_gevraagd=niet_gevraagd,
        niet_beantwoord=max(0, mensen - beantwoord - weet_niet - wil_niet - niet_gevraagd),
        woorden=tuple(sorted(woorden, key=str.casefold)) if vraag.soort != Vraagsoort.BUURT else (),
        samenvatting=summarise(vraag, waarden) if getal else None,
        rangen=rank(vraag, waarden) if rang else (),
        stellingen=count_stellingen(vraag, waarden) if rij else (),
    )


def _pair(vraag: Vraag, geteld: _Geteld) -> list[tuple[str, int]]:
    """Give what could be answered with how many did."""
    if vraag.soort in (Vraagsoort.BUURT, Vraagsoort.PLEK):
        namen = [(naam, n) for (pk, naam), n in geteld.namen.items() if pk == vraag.pk and naam]
        return sorted(namen, key=lambda paar: (-paar[1], paar[0]))
    if vraag.soort == Vraagsoort.SCHAAL:
        return [(keuze.tekst, geteld.stappen[vraag.pk, keuze.volgorde]) for keuze in vraag.keuzes.all()]
    if vraag.soort in (Vraagsoort.EEN_KEUZE, Vraagsoort.MEER_KEUZES, Vraagsoort.LEEFTIJD):
        return [(keuze.tekst, geteld.keuzes[keuze.pk]) for keuze in vraag.keuzes.all()]
    return []


def _measure(paren: Iterable[tuple[str, int]], beantwoord: int) -> tuple[Aantal, ...]:
    return tuple(Aantal(naam, n, round(100 * n / beantwoord, 1) if beantwoord else 0.0) for naam, n in paren)
