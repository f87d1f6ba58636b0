"""The outlines of an organisation's areas: read from a file, matched with the list, and drawn."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet

from basis.kaart import Kaart, Kaartfout, Vlak, Vorm, build_kaart, read_geojson, simplify
from organisaties.domain.audit import log_handeling
from organisaties.enums import KLEINE_GEBIEDEN, Gebiedsoort
from organisaties.models import Gebied, Gebruiker, Organisatie
from organisaties.refusals import KaartOnleesbaar

# Where an outline carries the names of several areas (its own, its wijk's, its gemeente's), the smallest counts.
GROOTTE = {soort.value: plaats for plaats, soort in enumerate(Gebiedsoort)}


@dataclass(frozen=True, slots=True)
class Kaartverslag:
    """What came of reading a map: areas that got an outline, outlines that match no area, areas without one."""

    gevonden: int
    onbekend: tuple[str, ...]
    zonder: tuple[str, ...]


@transaction.atomic
def read_kaart(*, organisatie: Organisatie, wie: Gebruiker, data: bytes) -> Kaartverslag:
    """Give the areas the outlines in a GeoJSON file, found by CBS code or name; raises KaartOnleesbaar.

    Only areas that the file names change: several files, one after the other, make one map.
    """
    try:
        vlakken = read_geojson(data)
    except Kaartfout as fout:
        raise KaartOnleesbaar(str(fout)) from fout
    gebieden = list(Gebied.objects.van(organisatie))
    gevonden, onbekend = _match(vlakken, gebieden)
    vormen = simplify([vlak.vorm for _gebied, vlak in gevonden])
    for (gebied, _vlak), vorm in zip(gevonden, vormen, strict=True):
        gebied.vorm = [list(ring) for ring in vorm]
    Gebied.objects.bulk_update([gebied for gebied, _vlak in gevonden], ["vorm"])
    log_handeling(
        organisatie=organisatie,
        wie=wie,
        handeling="kaart_ingelezen",
        op=organisatie,
        omschrijving=str(len(gevonden)),
    )
    return Kaartverslag(len(gevonden), onbekend, tuple(gebied.naam for gebied in gebieden if not gebied.vorm))


def _match(
    vlakken: Iterable[Vlak], gebieden: Iterable[Gebied]
) -> tuple[list[tuple[Gebied, Vlak]], tuple[str, ...]]:
    """Pair outlines with areas. A word that many outlines carry is the name of none of them."""
    rijen = list(vlakken)
    vaak = Counter(naam.casefold() for vlak in rijen for naam in vlak.namen)
    op_naam: dict[str, list[Gebied]] = {}
    for gebied in gebieden:
        for naam in {gebied.naam.casefold(), gebied.cbs_code.casefold()} - {""}:
            op_naam.setdefault(naam, []).append(gebied)
    gevonden: dict[Gebied, Vlak] = {}
    onbekend = []
    for vlak in rijen:
        eigen = [naam.casefold() for naam in vlak.namen if vaak[naam.casefold()] == 1 or len(rijen) == 1]
        kandidaten = [gebied for naam in eigen for gebied in op_naam.get(naam, ()) if gebied not in gevonden]
        if kandidaten:
            gevonden[max(kandidaten, key=lambda gebied: GROOTTE.get(gebied.soort, 0))] = vlak
        else:
            onbekend.append(" / ".join(vlak.namen[:3]) or "?")
    return list(gevonden.items()), tuple(onbekend)


def as_vorm(json: Iterable[Iterable[int]]) -> Vorm:
    """Give an outline as it is kept as a value."""
    return tuple(tuple(ring) for ring in json)


def draw_gebieden(gebieden: Mapping[str, Vorm]) -> Kaart | None:
    """Draw areas that have an outline; None when none has."""
    return build_kaart({sleutel: vorm for sleutel, vorm in gebieden.items() if vorm})


def build_gebiedenkaart(organisatie: Organisatie) -> Kaart | None:
    """Draw what residents choose from: the small areas, and wijken where no small one has an outline."""
    eigen = Gebied.objects.van(organisatie).order_by("pk")
    klein, wijken = eigen.filter(soort__in=KLEINE_GEBIEDEN), eigen.filter(soort=Gebiedsoort.WIJK)
    return _draw(klein) or _draw(wijken)


def _draw(gebieden: QuerySet[Gebied]) -> Kaart | None:
    return draw_gebieden({str(pk): as_vorm(vorm) for pk, vorm in gebieden.values_list("pk", "vorm")})
