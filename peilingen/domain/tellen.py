"""Counting what people answered, for members of the organisation. Never in order of arrival, never with times."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from peilingen.enums import WOORDSOORTEN, Vraagsoort
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
    """The answers to one question; `beantwoord` people answered it. An open question has no `rijen`."""

    vraag: Vraag
    beantwoord: int
    rijen: tuple[Aantal, ...]
    anders: int = 0
    onbekend: int = 0


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
    """Count the answers per question, in the order of the questionnaire."""
    antwoorden = Antwoord.objects.filter(inzending__vragenlijst=vragenlijst).order_by()
    per_vraag = Counter(dict(antwoorden.values_list("vraag").annotate(n=Count("pk"))))
    keuzes = Counter(
        dict(antwoorden.filter(keuzes__isnull=False).values_list("keuzes").annotate(n=Count("pk")))
    )
    per_stap = antwoorden.filter(getal__isnull=False).values_list("vraag", "getal").annotate(n=Count("pk"))
    stappen = Counter({(vraag, getal): n for vraag, getal, n in per_stap})
    tellingen = []
    for vraag in vragenlijst.vragen.prefetch_related("keuzes"):
        beantwoord = per_vraag[vraag.pk]
        if vraag.soort == Vraagsoort.BUURT:
            tellingen.append(_count_buurten(antwoorden, vraag, beantwoord))
            continue
        paren = [
            (
                keuze.tekst,
                stappen[vraag.pk, keuze.volgorde] if vraag.soort == Vraagsoort.SCHAAL else keuzes[keuze.pk],
            )
            for keuze in vraag.keuzes.all()
        ]
        tellingen.append(Vraagtelling(vraag, beantwoord, _measure(paren, beantwoord)))
    return tellingen


def _count_buurten(antwoorden: QuerySet[Antwoord], vraag: Vraag, beantwoord: int) -> Vraagtelling:
    """Count areas by name; what someone wrote down that is no known area stays unsaid here."""
    eigen = antwoorden.filter(vraag=vraag)
    per_gebied = (
        eigen.filter(inzending__gebied__isnull=False)
        .values_list("inzending__gebied__naam")
        .annotate(n=Count("pk"))
    )
    paren = sorted(per_gebied, key=lambda paar: (-paar[1], paar[0]))
    zonder = eigen.filter(inzending__gebied__isnull=True)
    anders = zonder.exclude(tekst="").count()
    onbekend = zonder.filter(tekst="").count()
    return Vraagtelling(vraag, beantwoord, _measure(paren, beantwoord), anders, onbekend)


def _measure(paren: Iterable[tuple[str, int]], beantwoord: int) -> tuple[Aantal, ...]:
    return tuple(Aantal(naam, n, round(100 * n / beantwoord, 1) if beantwoord else 0.0) for naam, n in paren)
