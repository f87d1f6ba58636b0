"""The statements behind a figure."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.core.cache import cache
from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from codering.enums import Wijze
from codering.models import Analyserun, Citaat, Codering, Themavoorstel, Uitspraak
from inzicht.domain.cijfers import GEBIEDSNAAM
from inzicht.domain.kernwoorden import distinctive_woorden
from inzicht.domain.verwijzen import ONBEKEND
from organisaties.models import Ronde

KERNWOORDEN = 8
# A word of one statement is not what residents kept saying, and may tell whose statement it was.
MINSTE_UITSPRAKEN = 2
# Words that can carry a theme, and in "vaak ging het over ..." say nothing.
ZEGT_NIETS = frozenset({"keer", "keren", "dingen", "echt", "goed", "goede", "meer", "mensen"})


@dataclass(frozen=True, slots=True)
class Themauitspraak:
    """A statement on a theme's page: who put it there, how sure the machine was, and its released quote."""

    uitspraak: Uitspraak
    plek: str
    bevestigd: bool
    zekerheid: int | None
    citaat: Citaat | None


def find_uitspraken(
    ronde: Ronde,
    run: Analyserun | None,
    codes: Iterable[str] | None,
    *,
    plek: str = "",
    kanaal: str = "",
    zoek: str = "",
) -> QuerySet[Uitspraak]:
    """Give the statements that count for one of these themes, as `read_geldend` counts them; None is any theme.

    A person's decision goes before the proposal, so a statement that a person moved elsewhere is not given.
    Decided ones come first, then the surest. Annotates `besluit` (the decision that counts),
    `plek` and `zeker`.
    """
    besluiten = Codering.objects.geldend().filter(uitspraak=OuterRef("pk"), ingetrokken=False)
    eerst = Case(When(wijze=Wijze.BESLUIT, then=Value(0)), default=Value(1))
    besluit = Subquery(besluiten.order_by(eerst, "-gemaakt_op").values("pk")[:1])
    voorgesteld = Themavoorstel.objects.filter(uitkomst__run=run)
    rijen: QuerySet[Uitspraak] = Uitspraak.objects.inhoudelijk().zoek(zoek).filter(ronde=ronde)
    rijen = rijen.annotate(besluit=besluit, plek=GEBIEDSNAAM)
    if codes is not None:
        lijst = list(codes)
        voorgesteld = voorgesteld.filter(thema__code__in=lijst)
        rijen = _with_themas(rijen, ronde, voorgesteld, lijst)
    if plek:
        rijen = rijen.filter(Q(plek="" if plek == ONBEKEND else plek))
    if kanaal:
        rijen = rijen.filter(kanaal=kanaal)
    zekerst = (
        voorgesteld.filter(uitkomst__uitspraak=OuterRef("pk")).order_by("-zekerheid").values("zekerheid")[:1]
    )
    # A decision is surer than any proposal.
    zeker = Case(
        When(besluit__isnull=False, then=Value(2.0)), default=Coalesce(Subquery(zekerst), Value(0.0))
    )
    return rijen.annotate(zeker=zeker).order_by("-zeker", "pk")


def _with_themas(
    rijen: QuerySet[Uitspraak], ronde: Ronde, voorgesteld: QuerySet[Themavoorstel], codes: list[str]
) -> QuerySet[Uitspraak]:
    """Keep what a decision puts under these themes, and without decision what was proposed for them."""
    besloten = Codering.objects.filter(uitspraak__ronde=ronde, themas__code__in=codes)
    is_voorgesteld = Q(pk__in=voorgesteld.values("uitkomst__uitspraak_id"))
    mee = Codering.themas.through.objects.filter(codering_id=OuterRef("besluit"), thema__code__in=codes)
    # First what is named at all, by few lookups; then which of these count.
    genoemd = rijen.filter(is_voorgesteld | Q(pk__in=besloten.values("uitspraak_id")))
    return genoemd.filter((Q(besluit__isnull=True) & is_voorgesteld) | Exists(mee))


def describe_uitspraken(
    uitspraken: Iterable[Uitspraak], run: Analyserun | None, codes: Iterable[str]
) -> list[Themauitspraak]:
    """Add to statements of `find_uitspraken` what a page shows beside them, in a fixed number of queries."""
    lijst = list(uitspraken)
    ids = [uitspraak.pk for uitspraak in lijst]
    voorstellen = Themavoorstel.objects.filter(
        uitkomst__run=run, uitkomst__uitspraak_id__in=ids, thema__code__in=list(codes)
    )
    zekerheden: dict[UUID, float] = dict(
        voorstellen.order_by("zekerheid").values_list("uitkomst__uitspraak_id", "zekerheid")
    )
    citaten = {citaat.uitspraak_id: citaat for citaat in Citaat.objects.filter(uitspraak_id__in=ids)}
    return [
        Themauitspraak(
            uitspraak=uitspraak,
            plek=getattr(uitspraak, "plek", ""),
            bevestigd=getattr(uitspraak, "besluit", None) is not None,
            zekerheid=round(100 * zekerheden[uitspraak.pk]) if uitspraak.pk in zekerheden else None,
            citaat=citaten.get(uitspraak.pk),
        )
        for uitspraak in lijst
    ]


def read_kernwoorden(run: Analyserun | None) -> dict[str, tuple[str, ...]]:
    """Give per theme the words that carried it in a run; worked out again when a group became a theme."""
    if run is None:
        return {}
    voorstellen = Themavoorstel.objects.filter(uitkomst__run=run).order_by()
    sleutel = f"kernwoorden-{run.pk}-{voorstellen.count()}"
    bewaard: dict[str, tuple[str, ...]] | None = cache.get(sleutel)
    if bewaard is not None:
        return bewaard
    per_thema: dict[str, list[list[str]]] = {}
    for code, woorden in voorstellen.values_list("thema__code", "woorden"):
        per_thema.setdefault(code, []).append([w for w in woorden if w.lower() not in ZEGT_NIETS])
    gevonden = distinctive_woorden(per_thema, KERNWOORDEN, minstens=MINSTE_UITSPRAKEN)
    cache.set(sleutel, gevonden)
    return gevonden
