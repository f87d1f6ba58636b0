"""From an answer to the cells of its columns: what stands in a file."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from organisaties.enums import Gebiedsoort
from organisaties.models import Gebied, Organisatie, Plek
from peilingen.domain.antwoordkolommen import ANDERS, Celsoort, Deel, Kolom, Stand, number_keuzes
from peilingen.domain.voorwaarden import has_inhoud
from peilingen.domain.waarden import Antwoordwaarde
from peilingen.enums import Bijzonder, Vraagsoort
from peilingen.models import Vraag

Cel = str | int | Decimal | Stand


@dataclass(frozen=True, slots=True)
class Namen:
    """The names of areas and places in a file: each name is there once."""

    gebieden: Mapping[UUID, str]
    plekken: Mapping[UUID, str]


def read_namen(organisatie: Organisatie) -> Namen:
    """Give the names of an organisation's areas and places; two with the same name get what tells them apart."""
    gebieden = Gebied.objects.van(organisatie).order_by("cbs_code", "naam", "pk")
    plekken = Plek.objects.van(organisatie).order_by("naam", "pk")
    return Namen(
        _unique(
            (pk, naam, f"{Gebiedsoort(soort).label}{f' in {boven}' if boven else ''}")
            for pk, naam, soort, boven in gebieden.values_list("pk", "naam", "soort", "boven__naam")
        ),
        _unique(plekken.values_list("pk", "naam", "adres")),
    )


def _unique(rijen: Iterable[tuple[UUID, str, str]]) -> dict[UUID, str]:
    alle = list(rijen)
    klein = [naam.casefold() for _pk, naam, _bij in alle]
    keren, bezet, namen = Counter(klein), set(), {}
    for pk, naam, bij in alle:
        keus = f"{naam} ({bij})" if keren[naam.casefold()] > 1 and bij else naam
        nummer, eigen = 1, keus
        while keus.casefold() in bezet:
            nummer += 1
            keus = f"{eigen} {nummer}"
        bezet.add(keus.casefold())
        namen[pk] = keus
    return namen


def find_stand(vraag: Vraag, waarde: Antwoordwaarde | None, gevraagd: bool) -> Stand | None:
    """Tell why there is no answer; None where there is one."""
    if not gevraagd:
        return Stand.NIET_GEVRAAGD
    if waarde is None:
        return Stand.GEEN_ANTWOORD
    if waarde.bijzonder:
        return Stand.WEET_NIET if waarde.bijzonder == Bijzonder.WEET_NIET else Stand.WIL_NIET
    if has_inhoud(waarde):
        return None
    return Stand.WEET_NIET if vraag.soort == Vraagsoort.BUURT else Stand.GEEN_ANTWOORD


def build_cellen(
    vraag: Vraag, kolommen: Iterable[Kolom], waarde: Antwoordwaarde | None, gevraagd: bool, namen: Namen
) -> list[Cel]:
    """Give the cells of one question's columns, in their order."""
    stand = find_stand(vraag, waarde, gevraagd)
    if stand is None and waarde is not None:
        nummers = number_keuzes(vraag)
        gekozen = {keuze.sleutel for keuze in vraag.keuzes.all() if keuze.pk in waarde.keuzes}
        return [_build(vraag, kolom, waarde, nummers, gekozen, namen) for kolom in kolommen]
    leeg: Cel = Stand.GEEN_ANTWOORD if stand is None else stand
    naast: Cel = leeg if leeg == Stand.NIET_GEVRAAGD else ""
    return [naast if kolom.deel in (Deel.ANDERS, Deel.WOORDEN) else leeg for kolom in kolommen]


def _build(
    vraag: Vraag,
    kolom: Kolom,
    waarde: Antwoordwaarde,
    nummers: Mapping[str, int],
    gekozen: set[str],
    namen: Namen,
) -> Cel:
    match kolom.deel:
        case Deel.KEUZE:
            return int(kolom.sleutel in gekozen)
        case Deel.RANG:
            volgorde = list(waarde.waarde or ())
            return volgorde.index(kolom.sleutel) + 1 if kolom.sleutel in volgorde else Stand.GEEN_ANTWOORD
        case Deel.STELLING:
            keuze = str((waarde.waarde or {}).get(kolom.sleutel, ""))
            return nummers.get(keuze, Stand.GEEN_ANTWOORD)
        case Deel.ANDERS | Deel.WOORDEN:
            return waarde.tekst
    return _build_waarde(vraag, kolom, waarde, nummers, gekozen, namen)


def _build_waarde(
    vraag: Vraag,
    kolom: Kolom,
    waarde: Antwoordwaarde,
    nummers: Mapping[str, int],
    gekozen: set[str],
    namen: Namen,
) -> Cel:
    match vraag.soort:
        case Vraagsoort.EEN_KEUZE | Vraagsoort.LEEFTIJD:
            return min((nummers[sleutel] for sleutel in gekozen), default=ANDERS)
        case Vraagsoort.SCHAAL:
            return Stand.GEEN_ANTWOORD if waarde.getal is None else waarde.getal
        case Vraagsoort.GETAL:
            return Decimal(str(waarde.waarde))
        case Vraagsoort.DATUM:
            return int(str(waarde.waarde)[:4]) if kolom.celsoort == Celsoort.GETAL else str(waarde.waarde)
        case Vraagsoort.BUURT:
            return namen.gebieden.get(waarde.gebied, "") if waarde.gebied else ""
        case Vraagsoort.PLEK:
            return namen.plekken.get(waarde.plek, "") if waarde.plek else ""
    return waarde.tekst
