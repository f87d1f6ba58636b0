"""Counts for residents while others still answer: closed questions only, and never so that one person shows.

Three rules, after docs/adr/0008: nothing below ten answers; of each question a count from one up to the threshold is
put together with others until the sum is large enough, or the question is left out; and the counts change only when
five more answers came, so that two looks cannot be subtracted. Questions about buurt, place and age are left out,
because together with others they tell who someone is, and so are questions that are asked only after a certain answer:
how many answered those is the count of that answer. Online answers only: figures of kanalen are never added.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Count, QuerySet

from organisaties.domain.audit import log_handeling
from organisaties.enums import Kanaal
from organisaties.models import Gebruiker
from peilingen.domain.voorwaarden import list_voorwaardelijk
from peilingen.domain.vragenlijsten import lock_vragenlijst
from peilingen.enums import Bijzonder, Vraagsoort
from peilingen.models import Antwoord, Inzending, Tussenstand, Vraag, Vragenlijst

MINSTE_ANTWOORDEN = 10
STAP = 5
SOORTEN = (Vraagsoort.EEN_KEUZE, Vraagsoort.SCHAAL, Vraagsoort.MEER_KEUZES)
# What is none of the choices: own words behind "anders, namelijk", and the two of Bijzonder. No choice has such a key.
ANDERS = "*anders"

# Keys of choices that are counted together, and how many people gave one of them; None for too few to show.
Rij = tuple[tuple[str, ...], int | None]


@dataclass(frozen=True, slots=True)
class Vraagstand:
    """One question as residents see it; without `rijen` too few answered."""

    vraag: Vraag
    beantwoord: int
    rijen: tuple[Rij, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """What residents see: of at least `minstens` answers."""

    minstens: int
    vragen: tuple[Vraagstand, ...]


@transaction.atomic
def set_toont_resultaten(*, vragenlijst: Vragenlijst, wie: Gebruiker, aan: bool) -> Vragenlijst:
    """Show residents the counts so far, or stop showing them."""
    lijst = lock_vragenlijst(vragenlijst)
    if lijst.toont_resultaten != aan:
        lijst.toont_resultaten = aan
        lijst.save(update_fields=["toont_resultaten"])
        handeling = "tussenstand_openbaar" if aan else "tussenstand_niet_openbaar"
        log_handeling(
            organisatie=lijst.ronde.organisatie,
            wie=wie,
            handeling=handeling,
            op=lijst,
            omschrijving=lijst.titel,
        )
    return lijst


def read_stand(vragenlijst: Vragenlijst, vragen: Mapping[UUID, Vraag]) -> Stand | None:
    """Give what residents may see now; None while there are too few answers."""
    aantal = _online(vragenlijst).count()
    if aantal < MINSTE_ANTWOORDEN:
        return None
    rij = Tussenstand.objects.filter(vragenlijst=vragenlijst).first()
    if rij is None or abs(aantal - rij.aantal) >= STAP:
        rij = refresh_stand(vragenlijst=vragenlijst, vragen=vragen)
    standen = tuple(
        Vraagstand(
            vraag, cijfers["beantwoord"], tuple((tuple(wie), aantal) for wie, aantal in cijfers["rijen"])
        )
        for vraag in vragen.values()
        if (cijfers := rij.cijfers.get(vraag.sleutel))
    )
    return Stand(rij.aantal // STAP * STAP, standen)


@transaction.atomic
def refresh_stand(*, vragenlijst: Vragenlijst, vragen: Mapping[UUID, Vraag]) -> Tussenstand:
    """Count anew when enough has changed; two who look at once see the same."""
    lijst = lock_vragenlijst(vragenlijst)
    aantal = _online(lijst).count()
    rij = Tussenstand.objects.filter(vragenlijst=lijst).first()
    if rij is not None and abs(aantal - rij.aantal) < STAP:
        return rij
    rij = rij or Tussenstand(vragenlijst=lijst)
    klein = lijst.ronde.organisatie.drempel
    tellingen = count_gesloten(lijst, vragen.values())
    rij.aantal = aantal
    rij.cijfers = {
        vraag.sleutel: {"beantwoord": n, "rijen": protect(vraag, n, per_keuze, klein)}
        for vraag, n, per_keuze in tellingen
    }
    rij.save()
    return rij


def count_gesloten(
    vragenlijst: Vragenlijst, vragen: Iterable[Vraag]
) -> list[tuple[Vraag, int, dict[str, int]]]:
    """Count each closed question: how many answered it, and how many gave each choice, nothing hidden.

    Of a scale only the steps count: who did not know stands on none of them.
    """
    eigen = Antwoord.objects.order_by().filter(
        inzending__vragenlijst=vragenlijst,
        inzending__kanaal=Kanaal.ENQUETE,
        vraag__soort__in=SOORTEN,
    )
    beantwoord = Counter(dict(eigen.values_list("vraag").annotate(n=Count("pk"))))
    per_keuze = Counter(
        dict(eigen.filter(keuzes__isnull=False).values_list("keuzes").annotate(n=Count("pk")))
    )
    per_stap = _count_pairs(eigen.filter(getal__isnull=False), "getal")
    bijzonder = _count_pairs(eigen.exclude(bijzonder=""), "bijzonder")
    anders = Counter(dict(eigen.exclude(tekst="").values_list("vraag").annotate(n=Count("pk"))))

    def count(vraag: Vraag) -> tuple[Vraag, int, dict[str, int]]:
        keuzes = vraag.keuzes.all()
        if vraag.soort == Vraagsoort.SCHAAL:
            stappen = {keuze.sleutel: per_stap[vraag.pk, keuze.volgorde] for keuze in keuzes}
            return vraag, sum(stappen.values()), stappen
        extra = {ANDERS: anders[vraag.pk]} | {f"*{b}": bijzonder[vraag.pk, b] for b in Bijzonder.values}
        rijen = {keuze.sleutel: per_keuze[keuze.pk] for keuze in keuzes}
        return vraag, beantwoord[vraag.pk], rijen | {wat: n for wat, n in extra.items() if n}

    vragen = list(vragen)
    soms = list_voorwaardelijk(vragen)
    return [count(vraag) for vraag in vragen if vraag.soort in SOORTEN and vraag.pk not in soms]


def protect(vraag: Vraag, beantwoord: int, per_keuze: Mapping[str, int], klein: int) -> list[Rij]:
    """Give the rows of a question that may be shown; nothing when too few answered or all would be one row."""
    if beantwoord < max(MINSTE_ANTWOORDEN, 2 * klein):
        return []
    if vraag.soort == Vraagsoort.MEER_KEUZES:
        return [
            ((wie,), n if _is_veilig(n, klein) and _is_veilig(beantwoord - n, klein) else None)
            for wie, n in per_keuze.items()
        ]
    rijen: list[tuple[tuple[str, ...], int]] = [((wie,), n) for wie, n in per_keuze.items()]
    samen = merge(rijen, klein, op_volgorde=vraag.soort == Vraagsoort.SCHAAL)
    return [*samen] if sum(1 for _wie, n in samen if n) > 1 else []


def merge(rijen: list[tuple[tuple[str, ...], int]], klein: int, *, op_volgorde: bool) -> list[Rij]:
    """Put rows together until none is small: a step with the step beside it, a choice with the smallest other.

    Small is from 1 up to the threshold; a row that stays so is hidden.
    """
    rijen = list(rijen)
    while len(rijen) > 1:
        kleine = [plek for plek, (_wie, n) in enumerate(rijen) if not _is_veilig(n, klein)]
        if not kleine:
            break
        eerste = min(kleine, key=lambda plek: rijen[plek][1])
        if op_volgorde:
            buren = [plek for plek in (eerste - 1, eerste + 1) if 0 <= plek < len(rijen)]
        else:
            buren = [plek for plek, (_wie, n) in enumerate(rijen) if plek != eerste and n]
        if not buren:
            break
        tweede = min(buren, key=lambda plek: (rijen[plek][1] == 0 and op_volgorde, rijen[plek][1]))
        links, rechts = sorted((eerste, tweede))
        rijen[links] = (rijen[links][0] + rijen[rechts][0], rijen[links][1] + rijen[rechts][1])
        del rijen[rechts]
    return [(wie, n if _is_veilig(n, klein) else None) for wie, n in rijen]


def _is_veilig(n: int, klein: int) -> bool:
    return n == 0 or n >= klein


def _online(vragenlijst: Vragenlijst) -> QuerySet[Inzending]:
    return Inzending.objects.order_by().filter(vragenlijst=vragenlijst, kanaal=Kanaal.ENQUETE)


def _count_pairs(antwoorden: QuerySet[Antwoord], veld: str) -> Counter[tuple[UUID, object]]:
    return Counter(
        {
            (vraag, waarde): n
            for vraag, waarde, n in antwoorden.values_list("vraag", veld).annotate(n=Count("pk"))
        }
    )
