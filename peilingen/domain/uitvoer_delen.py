"""Answers that go to others: nobody to be recognised by who they are, and no words that someone did not release.

What tells who someone is (area, age group, year, language, kanaal, help) is kept only in groups of at least the
organisation's threshold, and what is left out makes a group of at least that size too, so that being left out says
nothing. After Sweeney, "k-anonymity" (2002), with whole areas going up to their wijk as in docs/adr/0008 and 0013.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from basis.taal.maskeren import apply_maskers, find_maskers_batch
from organisaties.models import Gebied, Plek
from peilingen.domain.antwoordkolommen import Celsoort, Deel, Kolom, Stand
from peilingen.domain.cellen import Cel, read_namen
from peilingen.domain.inzenden import list_vragen
from peilingen.domain.uitvoer import Dataset, Doel, Rij, read_dataset
from peilingen.domain.voorwaarden import list_afhankelijk
from peilingen.enums import Vraagsoort
from peilingen.models import Vraag, Vragenlijst
from peilingen.refusals import TeWeinigOmTeDelen

_RIJKENMERKEN = ("taal", "kanaal", "hulp")
_PER_KEER = 200


def share_dataset(lijst: Vragenlijst, *, woorden: bool = False) -> Dataset:
    """Give the answers for others; with `woorden` also masked words of who may be quoted.

    Raises TeWeinigOmTeDelen. What came in while the file was being made is left out.
    """
    drempel = lijst.ronde.organisatie.drempel
    eerst = read_dataset(lijst)
    kenmerken = _find_kenmerken(eerst.kolommen)
    gezien = [
        (rij.sleutel, [_coarsen(rij.cellen[plek], eerst.kolommen[plek]) for plek in kenmerken])
        for rij in eerst.rijen
    ]
    if len(gezien) < drempel:
        raise TeWeinigOmTeDelen
    nieuw = dict(
        zip(
            [sleutel for sleutel, _cellen in gezien],
            protect([cellen for _sleutel, cellen in gezien], _read_boven(lijst), drempel),
            strict=True,
        )
    )
    dataset = read_dataset(lijst)
    houden = [plek for plek, kolom in enumerate(dataset.kolommen) if _is_shared(kolom, woorden)]
    kolommen = tuple(_describe_shared(dataset.kolommen[plek]) for plek in houden)
    hangt = _find_afhankelijk(list_vragen(lijst), dataset.kolommen, kenmerken)
    rijen = _share_rijen(dataset, houden, kenmerken, nieuw, _read_vrij(lijst), hangt)
    return Dataset(lijst.titel, kolommen, rijen, Doel.DELEN)


def protect(rijen: Sequence[Sequence[Cel]], boven: Mapping[str, str], drempel: int) -> list[list[Cel]]:
    """Give rows of marks of people without small groups; the first mark is the area, `boven` its wijk.

    Each combination of marks that is left is shared by at least `drempel` rows, if there are that many rows.
    """
    uit: list[list[Cel]] = [[] for _rij in rijen]
    breedte = len(rijen[0]) if rijen else 0
    for plek in range(breedte):
        waarden = [rij[plek] for rij in rijen]
        if plek == 0:
            waarden = roll_up(waarden, boven, drempel)
        weg = find_small([tuple(rij) for rij in uit], waarden, drempel)
        for nummer, waarde in enumerate(waarden):
            uit[nummer].append(Stand.WEGGELATEN if nummer in weg else waarde)
    return uit


def roll_up(gebieden: Sequence[Cel], boven: Mapping[str, str], drempel: int) -> list[Cel]:
    """Put small areas in the wijk they are part of, and with one of them all other areas of that wijk."""
    uit = list(gebieden)
    while True:
        aantallen = Counter(uit)
        vol = {
            boven[naam]
            for naam, n in aantallen.items()
            if n < drempel and isinstance(naam, str) and naam in boven
        }
        if not vol:
            return uit
        uit = [boven[naam] if isinstance(naam, str) and boven.get(naam) in vol else naam for naam in uit]


def find_small(groepen: Sequence[Hashable], waarden: Sequence[Cel], drempel: int) -> set[int]:
    """Give the rows whose value is too rare in their group, with the next rarest until they are enough together."""
    plekken: dict[Hashable, list[int]] = defaultdict(list)
    for nummer, groep in enumerate(groepen):
        plekken[groep].append(nummer)
    weg: set[int] = set()
    for nummers in plekken.values():
        aantallen = Counter(waarden[nummer] for nummer in nummers)
        oplopend = sorted(aantallen, key=lambda waarde: (aantallen[waarde], str(waarde)))
        klein = [waarde for waarde in oplopend if aantallen[waarde] < drempel]
        samen = sum(aantallen[waarde] for waarde in klein)
        for waarde in oplopend[len(klein) :]:
            if not 0 < samen < drempel:
                break
            klein.append(waarde)
            samen += aantallen[waarde]
        weg |= {nummer for nummer in nummers if waarden[nummer] in klein}
    return weg


def _find_kenmerken(kolommen: Sequence[Kolom]) -> list[int]:
    """Give the places of what tells who someone is, the area first."""
    namen = {kolom.naam: plek for plek, kolom in enumerate(kolommen)}
    vragen = [
        plek for plek, kolom in enumerate(kolommen) if kolom.soort in (Vraagsoort.LEEFTIJD, Vraagsoort.DATUM)
    ]
    return [namen["gebied"], *vragen, *(namen[naam] for naam in _RIJKENMERKEN)]


def _find_afhankelijk(
    vragen: Mapping[UUID, Vraag], kolommen: Sequence[Kolom], kenmerken: Sequence[int]
) -> dict[int, list[int]]:
    """Give by mark the columns of questions that are asked only after some answers to it: those would tell it."""
    uit: dict[int, list[int]] = {}
    for kenmerk in kenmerken:
        bron = vragen.get(kolommen[kenmerk].vraag or UUID(int=0))
        if kolommen[kenmerk].naam == "gebied":
            bron = next((vraag for vraag in vragen.values() if vraag.soort == Vraagsoort.BUURT), None)
        if bron is None:
            continue
        hangt = list_afhankelijk(vragen, bron.sleutel)
        uit[kenmerk] = [plek for plek, kolom in enumerate(kolommen) if kolom.vraag in hangt]
    return uit


def _coarsen(cel: Cel, kolom: Kolom) -> Cel:
    """Of a date the year remains."""
    if kolom.soort == Vraagsoort.DATUM and isinstance(cel, str):
        return int(cel[:4])
    return cel


def _is_shared(kolom: Kolom, woorden: bool) -> bool:
    if not kolom.eigen_woorden:
        return True
    return woorden and kolom.deel not in (Deel.WOORDEN, Deel.RIJ)


def _describe_shared(kolom: Kolom) -> Kolom:
    return replace(kolom, celsoort=Celsoort.GETAL) if kolom.soort == Vraagsoort.DATUM else kolom


def _share_rijen(
    dataset: Dataset,
    houden: Sequence[int],
    kenmerken: Sequence[int],
    nieuw: Mapping[UUID, Sequence[Cel]],
    vrij: tuple[str, ...],
    hangt: Mapping[int, Sequence[int]],
) -> Iterator[Rij]:
    buurten = [plek for plek, kolom in enumerate(dataset.kolommen) if kolom.soort == Vraagsoort.BUURT]
    woorden = [plek for plek in houden if dataset.kolommen[plek].eigen_woorden]
    blok: list[tuple[Rij, list[Cel]]] = []
    for rij in dataset.rijen:
        if rij.sleutel in nieuw:
            cellen = list(rij.cellen)
            for plek, waarde in zip(kenmerken, nieuw[rij.sleutel], strict=True):
                cellen[plek] = waarde
            for ander in (a for k in kenmerken if cellen[k] == Stand.WEGGELATEN for a in hangt.get(k, ())):
                cellen[ander] = Stand.WEGGELATEN
            _replace_buurten(
                cellen, [p for p in buurten if not dataset.kolommen[p].eigen_woorden], kenmerken[0]
            )
            blok.append((rij, cellen))
        if len(blok) >= _PER_KEER:
            yield from _mask(blok, woorden, houden, vrij)
            blok = []
    yield from _mask(blok, woorden, houden, vrij)


def _replace_buurten(cellen: list[Cel], buurten: Sequence[int], gebied: int) -> None:
    """The first question for an area says what the column of areas says; any other one says nothing."""
    for nummer, plek in enumerate(buurten):
        if not isinstance(cellen[plek], Stand):
            cellen[plek] = cellen[gebied] if nummer == 0 else Stand.WEGGELATEN


def _mask(
    blok: Sequence[tuple[Rij, list[Cel]]],
    woorden: Sequence[int],
    houden: Sequence[int],
    vrij: tuple[str, ...],
) -> Iterator[Rij]:
    plekken = [
        (nummer, plek) for nummer in range(len(blok)) for plek in woorden if _has_words(blok[nummer][1][plek])
    ]
    mag = [paar for paar in plekken if blok[paar[0]][0].mag_citeren]
    teksten = [str(blok[nummer][1][plek]) for nummer, plek in mag]
    gemaskeerd = dict(zip(mag, map(apply_maskers, teksten, find_maskers_batch(teksten, vrij)), strict=True))
    for nummer, plek in plekken:
        blok[nummer][1][plek] = gemaskeerd.get((nummer, plek), Stand.WEGGELATEN)
    for rij, cellen in blok:
        yield Rij(rij.sleutel, tuple(cellen[plek] for plek in houden), None)


def _has_words(cel: Cel) -> bool:
    return isinstance(cel, str) and bool(cel)


def _read_boven(lijst: Vragenlijst) -> dict[str, str]:
    organisatie = lijst.ronde.organisatie
    namen = read_namen(organisatie).gebieden
    paren = Gebied.objects.van(organisatie).values_list("pk", "boven")
    return {namen[pk]: namen[boven] for pk, boven in paren if boven is not None}


def _read_vrij(lijst: Vragenlijst) -> tuple[str, ...]:
    """Names that the organisation gave to its areas and places are not masked."""
    organisatie = lijst.ronde.organisatie
    namen = {
        *Gebied.objects.van(organisatie).values_list("naam", flat=True),
        *Plek.objects.van(organisatie).values_list("naam", flat=True),
    }
    return tuple(sorted(namen))
