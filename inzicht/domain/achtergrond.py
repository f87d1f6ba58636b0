"""What stands behind a number on the page of a theme: the same number, counted from the statements listed there."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from codering.models import Uitspraak
from inzicht.domain.beeld import Cel
from inzicht.domain.tellen import Telling
from inzicht.domain.verwijzen import query
from inzicht.domain.woorden import count_phrase, named_by

# In an area that nobody named.
ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class Genoemd:
    """By how many a theme was named along one kanaal: "door", "14 van de 61 inzenders (23 %)"."""

    voorzetsel: str
    hoeveel: str


def count_genoemd(
    rijen: QuerySet[Uitspraak], telling: Telling, *, plek: str | None = None, kanaal: str = ""
) -> list[Genoemd]:
    """Count the listed statements per kanaal, as "n of N"; `plek` and `kanaal` are what they were narrowed to.

    Kanalen come largest first and are never added. One along which nobody named the theme is left out.
    """
    per = dict(
        rijen.order_by()
        .values("kanaal")
        .annotate(eenheden=Count("eenheid", distinct=True))
        .values_list("kanaal", "eenheden")
    )
    return [
        Genoemd(
            named_by(code),
            count_phrase(per[code], _heard(telling, code, plek), code, voluit=bool(telling.delen)),
        )
        for code in ((kanaal,) if kanaal else telling.volgorde)
        if code in per
    ]


def _heard(telling: Telling, kanaal: str, plek: str | None) -> int:
    """Tell how many said something along a kanaal, in an area when one is asked."""
    deel = telling.deel(kanaal)
    if plek is None:
        return deel.inhoudelijk
    return dict(zip(deel.per_groep.kolommen, deel.per_groep.omvang, strict=True)).get(plek, 0)


@dataclass(frozen=True, slots=True)
class Plekrij:
    """One area in the picture of a theme: a bar of how many named it on one of how many were heard (0 to 100)."""

    naam: str
    cel: Cel
    omvang: int
    deel: float
    deel_omvang: float
    vaker: bool


def list_plekken(telling: Telling, code: str, kanaal: str = "", vaker: str | None = None) -> list[Plekrij]:
    """Give the areas of a theme along one kanaal, the one where most named it first.

    `vaker` is the area that an average hides. Nothing when no area is known.
    """
    tabel = telling.deel(kanaal).per_groep
    if not any(tabel.kolommen):
        return []
    grootste = max(tabel.omvang)
    rijen = [
        Plekrij(
            naam=plek or ONBEKEND,
            cel=Cel(str(n), vraag=query(kanaal=kanaal if telling.delen else "", plek=plek) if n else None),
            omvang=omvang,
            deel=round(100 * n / grootste, 2),
            deel_omvang=round(100 * omvang / grootste, 2),
            vaker=plek == vaker,
        )
        for plek, n, omvang in zip(tabel.kolommen, tabel.rij(code), tabel.omvang, strict=False)
    ]
    return sorted(rijen, key=lambda rij: (-rij.deel, -rij.deel_omvang, rij.naam.casefold()))
