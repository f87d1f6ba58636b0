"""What a resident's page shows of a questionnaire: found by its code, with areas, minutes and dates."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from math import ceil
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language

from basis.kaart import Kaart
from organisaties.domain.codes import normalise_code
from organisaties.domain.kaarten import build_gebiedenkaart
from organisaties.enums import KLEINE_GEBIEDEN, Gebiedsoort
from organisaties.models import Gebied, Organisatie, Plek, Ronde
from peilingen.domain.instellingen import KAART, find_weergave
from peilingen.domain.inzenden import list_vragen
from peilingen.domain.vertalen import (
    NEDERLANDS,
    Woorden,
    read_woorden,
    speaks,
    translate_omslag,
    translate_vragen,
)
from peilingen.enums import Vraagsoort, Vragenlijststatus
from peilingen.models import Vraag, Vragenlijst

# Seconds that a question takes: reading it, and writing or choosing.
DUUR_KIEZEN = 15
DUUR: dict[str, int] = {
    Vraagsoort.OPEN: 60,
    Vraagsoort.KORT: 25,
    Vraagsoort.RANGORDE: 40,
    Vraagsoort.MATRIX: 40,
    Vraagsoort.TEKSTBLOK: 15,
    Vraagsoort.ONDERDEEL: 0,
}
# Seconds for which questions and areas are remembered: a full room asks for the same ones many times a second.
ONTHOUDEN = 10.0
MAX_ONTHOUDEN = 200

Buurtgroep = tuple[str, tuple[tuple[str, str], ...]]
# Key, name, and the name of its area.
Plekrij = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Bewonerlijst:
    """A questionnaire as residents get it, in their language as far as it is translated.

    The row itself is read at each request, so that closing works at once.
    """

    vragenlijst: Vragenlijst
    vragen: dict[UUID, Vraag]
    buurten: tuple[Buurtgroep, ...]
    plekken: tuple[Plekrij, ...] = ()
    kaart: Kaart | None = None


@dataclass(frozen=True, slots=True)
class _Gelezen:
    """What does not change while a questionnaire is open, and until when it is believed."""

    ronde: Ronde
    vragen: dict[UUID, Vraag]
    buurten: tuple[Buurtgroep, ...]
    tot: float
    woorden: Woorden = field(default_factory=dict)
    plekken: tuple[Plekrij, ...] = ()
    kaart: Kaart | None = None


_GELEZEN: dict[tuple[UUID, str, str], _Gelezen] = {}


def find_bewonerlijst(code: str, taal: str = "") -> Bewonerlijst | None:
    """Give the questionnaire that was opened under a typed code, also when it is closed by now.

    In `taal`, or the language of the page, as far as it is translated.
    """
    gevraagd = taal or get_language() or NEDERLANDS
    for lijst in Vragenlijst.objects.order_by().filter(code=normalise_code(code)):
        if lijst.status == Vragenlijststatus.CONCEPT:
            return None
        taal = gevraagd if speaks(lijst, gevraagd) else NEDERLANDS
        gelezen = _GELEZEN.get((lijst.pk, lijst.status, taal))
        if gelezen is None or gelezen.tot < time.monotonic():
            gelezen = _read(lijst, taal)
        lijst.ronde = gelezen.ronde
        lijst = translate_omslag(lijst, gelezen.woorden, taal)
        return Bewonerlijst(lijst, gelezen.vragen, gelezen.buurten, gelezen.plekken, gelezen.kaart)
    return None


def forget_gelezen() -> None:
    """Let what is remembered go."""
    _GELEZEN.clear()


def _read(lijst: Vragenlijst, taal: str) -> _Gelezen:
    vragen, woorden = list_vragen(lijst), dict[str, tuple[str, str]]()
    if taal != NEDERLANDS:
        woorden = read_woorden(lijst, taal)
        vragen = translate_vragen(vragen, woorden, taal)
    ronde = Ronde.objects.select_related("organisatie").get(pk=lijst.ronde_id)
    soorten = {vraag.soort for vraag in vragen.values()}
    buurten = list_buurten(ronde.organisatie) if Vraagsoort.BUURT in soorten else ()
    plekken = list_plekken(ronde.organisatie) if Vraagsoort.PLEK in soorten else ()
    kaart = build_gebiedenkaart(ronde.organisatie) if asks_kaart(vragen.values()) else None
    if len(_GELEZEN) >= MAX_ONTHOUDEN:
        forget_gelezen()
    gelezen = _Gelezen(ronde, vragen, buurten, time.monotonic() + ONTHOUDEN, woorden, plekken, kaart)
    _GELEZEN[lijst.pk, lijst.status, taal] = gelezen
    return gelezen


def estimate_minuten(vragen: Iterable[Vraag]) -> int:
    """Give how many minutes the questions take, rounded up."""
    seconden = sum(DUUR.get(vraag.soort, DUUR_KIEZEN) for vraag in vragen)
    return max(1, ceil(seconden / 60))


def list_buurten(organisatie: Organisatie, dag: date | None = None) -> tuple[Buurtgroep, ...]:
    """Give the areas to choose from as (wijk, ((key, name), ...)); those of no wijk come last, under ""."""
    dag = dag or timezone.localdate()
    geldig = Gebied.objects.van(organisatie).filter(
        Q(geldig_van=None) | Q(geldig_van__lte=dag), Q(geldig_tot=None) | Q(geldig_tot__gte=dag)
    )
    rijen = list(
        geldig.filter(soort__in=(*KLEINE_GEBIEDEN, Gebiedsoort.WIJK))
        .order_by("boven__naam", "naam")
        .values_list("pk", "naam", "soort", "boven__naam", "boven__soort")
    )
    klein = [rij for rij in rijen if rij[2] != Gebiedsoort.WIJK]
    groepen: dict[str, list[tuple[str, str]]] = {}
    for pk, naam, _soort, boven, bovensoort in klein or rijen:
        wijk = boven if bovensoort == Gebiedsoort.WIJK else ""
        groepen.setdefault(wijk, []).append((str(pk), naam))
    los = groepen.pop("", None)
    gesorteerd = [(naam, tuple(leden)) for naam, leden in groepen.items()]
    return (*gesorteerd, *([("", tuple(los))] if los else []))


def asks_kaart(vragen: Iterable[Vraag]) -> bool:
    """Tell whether a question wants the areas on a map."""
    return any(vraag.soort == Vraagsoort.BUURT and find_weergave(vraag) == KAART for vraag in vragen)


def list_plekken(organisatie: Organisatie) -> tuple[Plekrij, ...]:
    """Give the places of the organisation by name, each with the name of its area."""
    rijen = Plek.objects.van(organisatie).order_by("naam", "pk").values_list("pk", "naam", "gebied__naam")
    return tuple((str(pk), naam, gebied or "") for pk, naam, gebied in rijen)
