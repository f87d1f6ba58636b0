"""All statements of a ronde, to search and narrow down."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from codering.domain.themarijen import judge_besluit, name_soort, to_procent
from codering.enums import Uitkomststatus
from codering.models import (
    Analyserun,
    Codering,
    Kandidaatthema,
    Runuitkomst,
    Thema,
    Themavoorstel,
    Uitspraak,
)
from codering.models.uitspraak import GEBIEDSNAAM
from organisaties.models import Ronde

ONBEKEND = "-"
# What `name_bron` looks at.
MET_BRON = ("gebied", "notitie__tafel")


class Herkomst(models.TextChoices):
    """Who put a statement where it stands."""

    BESLUIT = "besluit", gettext_lazy("nagekeken door een mens")
    VOORSTEL = "voorstel", gettext_lazy("alleen voorgesteld")
    ZONDER = "zonder", gettext_lazy("zonder thema")
    MISLUKT = "mislukt", gettext_lazy("niet gelukt bij de analyse")


@dataclass(frozen=True, slots=True)
class Zoekvraag:
    """What to narrow a list down to; empty values leave everything in."""

    zoek: str = ""
    thema: Thema | None = None
    kanaal: str = ""
    plek: str = ""
    herkomst: str = ""
    soort: str = ""
    groep: Kandidaatthema | None = None


@dataclass(frozen=True, slots=True)
class Regel:
    """A statement in the list, with the themes that count for it and who put them there."""

    uitspraak: Uitspraak
    bron: str
    themas: tuple[Thema, ...]
    besluit: Codering | None
    oordeel: str
    zekerheid: int | None
    soort: str
    reden: str

    @property
    def soort_voorgesteld(self) -> bool:
        """Whether the soort is the machine's; a person said nothing of it."""
        return bool(self.soort) and not (self.besluit and self.besluit.soort)

    @property
    def samen(self) -> bool:
        """Whether the decision was taken together with others, from a list."""
        return self.besluit is not None and self.besluit.stapelbesluit_id is not None


def find_uitspraken(ronde: Ronde, run: Analyserun | None, vraag: Zoekvraag) -> "QuerySet[Uitspraak, UUID]":
    """Give the keys of the statements that fit, in an order that tells nothing of when they came in."""
    rijen = Uitspraak.objects.filter(ronde=ronde).order_by("pk")
    if vraag.thema is not None:
        rijen = rijen.met_thema(vraag.thema, run)
    if vraag.kanaal:
        rijen = rijen.filter(kanaal=vraag.kanaal)
    if vraag.plek:
        rijen = rijen.uit("" if vraag.plek == ONBEKEND else vraag.plek)
    if vraag.herkomst == Herkomst.BESLUIT:
        rijen = rijen.met_besluit()
    elif vraag.herkomst == Herkomst.VOORSTEL:
        rijen = rijen.zonder_besluit().met_voorstel(run)
    elif vraag.herkomst == Herkomst.ZONDER:
        rijen = rijen.zonder_thema(run)
    elif vraag.herkomst == Herkomst.MISLUKT:
        rijen = rijen.mislukt(run)
    if vraag.soort:
        rijen = rijen.met_soort(vraag.soort, run)
    if vraag.groep is not None:
        rijen = rijen.filter(Q(uitkomsten__kandidaat=vraag.groep) | Q(uitkomsten__deel=vraag.groep))
    return rijen.zoek(vraag.zoek).values_list("pk", flat=True)


def list_plekken(ronde: Ronde) -> list[str]:
    """Name where the statements of a ronde come from."""
    rijen = Uitspraak.objects.filter(ronde=ronde).annotate(plek=GEBIEDSNAAM).order_by("plek")
    return list(rijen.values_list("plek", flat=True).distinct())


def list_kanalen(ronde: Ronde) -> list[str]:
    """Give the kanalen that the statements of a ronde came by."""
    rijen = Uitspraak.objects.filter(ronde=ronde).order_by("kanaal")
    return list(rijen.values_list("kanaal", flat=True).distinct())


def name_bron(uitspraak: Uitspraak) -> str:
    """Say where a statement comes from and how it came in; ask its rows with `MET_BRON`.

    A note says at which table, so that a coder can ask who was there.
    """
    plek = uitspraak.gebied.naam if uitspraak.gebied else uitspraak.groep
    hoe = str(uitspraak.get_kanaal_display())
    if uitspraak.notitie is not None:
        hoe = _("tafel %(nummer)s") % {"nummer": uitspraak.notitie.tafel.nummer}
    return ", ".join(deel for deel in (plek, hoe) if deel)


def describe_uitspraken(sleutels: Iterable[UUID], run: Analyserun | None) -> list[Regel]:
    """Give the statements of a page with their themes, in a fixed number of queries."""
    ids = list(sleutels)
    lijst = Uitspraak.objects.filter(pk__in=ids).select_related(*MET_BRON).order_by("pk")
    besluiten: dict[UUID, Codering] = {}
    rijen = Codering.objects.besluiten().filter(uitspraak_id__in=ids).select_related("wie")
    for besluit in rijen.prefetch_related("themas").order_by("gemaakt_op"):
        besluiten[besluit.uitspraak_id] = besluit
    voorstellen: dict[UUID, list[Themavoorstel]] = {}
    voorgesteld = Themavoorstel.objects.filter(uitkomst__run=run, uitkomst__uitspraak_id__in=ids)
    for voorstel in voorgesteld.select_related("thema", "uitkomst"):
        voorstellen.setdefault(voorstel.uitkomst.uitspraak_id, []).append(voorstel)
    uitkomsten = Runuitkomst.objects.filter(run=run, uitspraak_id__in=ids)
    per = {uitkomst.uitspraak_id: uitkomst for uitkomst in uitkomsten}
    return [_describe(u, besluiten.get(u.pk), voorstellen.get(u.pk, []), per.get(u.pk)) for u in lijst]


def _describe(
    uitspraak: Uitspraak,
    besluit: Codering | None,
    voorstellen: list[Themavoorstel],
    uitkomst: Runuitkomst | None,
) -> Regel:
    voorgesteld = tuple(voorstel.thema for voorstel in voorstellen)
    themas = tuple(besluit.themas.all()) if besluit else voorgesteld
    return Regel(
        uitspraak=uitspraak,
        bron=name_bron(uitspraak),
        themas=themas,
        besluit=besluit,
        oordeel=judge_besluit(themas, voorgesteld) if besluit else "voorstel",
        zekerheid=to_procent(voorstellen[0].zekerheid) if voorstellen and not besluit else None,
        soort=name_soort((besluit and besluit.soort) or (uitkomst.soort if uitkomst else "")),
        reden=uitkomst.reden if uitkomst and uitkomst.status == Uitkomststatus.MISLUKT else "",
    )
