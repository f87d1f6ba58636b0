"""The groups that a run found by itself, as pages show them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from codering.domain.lijst import MET_BRON
from codering.domain.nakijken import current_run
from codering.enums import Kandidaatbesluit
from codering.models import Analyserun, Codering, Kandidaatthema, Runuitkomst, Thema, Themavoorstel, Uitspraak
from organisaties.models import Gebruiker, Ronde


class Stabiliteit(models.TextChoices):
    """How much of a group comes back when the machine looks at other draws of the statements."""

    STERK = "sterk", _("sterk")
    REDELIJK = "redelijk", _("redelijk")
    ZWAK = "zwak", _("zwak")


STERK_VANAF = 0.75
REDELIJK_VANAF = 0.5
AANTAL_VOORBEELDEN = 3
AANTAL_OVERLAP = 3


@dataclass(frozen=True, slots=True)
class Groepsvoorbeeld:
    """A statement of a group, and the other group that it leans to, if any, with how much of both that is."""

    uitspraak: Uitspraak
    ook: Kandidaatthema | None
    procent: int


@dataclass(frozen=True, slots=True)
class Groepskaart:
    """A group: how stable, how many of its statements are left, some of them, and the themes they stand under.

    `overlap` holds themes with how many of the group's statements stand under each, the most first; `zonder` how
    many stand under none. `ook` says how many of its statements lean to another group too. `delen` are the fine
    groups within it, the largest first.
    """

    kandidaat: Kandidaatthema
    aantal: int
    voorbeelden: tuple[Groepsvoorbeeld, ...]
    overlap: tuple[tuple[Thema, int], ...]
    zonder: int
    ook: int = 0
    delen: "tuple[Groepskaart, ...]" = ()

    @property
    def stabiliteit(self) -> Stabiliteit:
        """Its stability in words."""
        return judge_stabiliteit(self.kandidaat.stabiliteit)

    @property
    def procent(self) -> int:
        """Its stability as a percentage."""
        return round(100 * self.kandidaat.stabiliteit)


def judge_stabiliteit(waarde: float) -> Stabiliteit:
    """Put a stability (mean Jaccard over draws, 0 to 1) into words; bounds after Hennig 2007, clusterboot."""
    if waarde >= STERK_VANAF:
        return Stabiliteit.STERK
    return Stabiliteit.REDELIJK if waarde >= REDELIJK_VANAF else Stabiliteit.ZWAK


def newest_run(ronde: Ronde) -> Analyserun | None:
    """Give the newest finished run, with or without a codebook: the one whose groups are looked at."""
    return Analyserun.objects.filter(ronde=ronde).klaar().select_related("codeboek").first()


@dataclass(frozen=True, slots=True)
class _Leden:
    """Per group, wide or fine, its statements; and per statement the other group that it leans to, with the weight."""

    per_groep: Mapping[UUID | None, list[UUID]]
    ook: Mapping[UUID, tuple[UUID, float]]


def describe_groepen(run: Analyserun) -> list[Groepskaart]:
    """Give the wide groups of a run with the fine ones in them, the largest first, in a fixed number of queries."""
    kandidaten = list(
        Kandidaatthema.objects.filter(run=run)
        .select_related("thema", "besloten_door")
        .order_by("-grootte", "nummer")
    )
    leden = _read_leden(run)
    keuzes = {k.pk: _choose_voorbeelden(k, leden.per_groep.get(k.pk, ())) for k in kandidaten}
    uitspraken = _read_uitspraken(sleutel for keuze in keuzes.values() for sleutel in keuze)
    themas = _read_themas(run)
    per_pk = {kandidaat.pk: kandidaat for kandidaat in kandidaten}
    voorbeelden = {
        pk: tuple(_make_voorbeeld(uitspraken[s], leden, per_pk) for s in keuze if s in uitspraken)
        for pk, keuze in keuzes.items()
    }
    kaarten = {k.pk: _make_kaart(k, leden, voorbeelden[k.pk], themas) for k in kandidaten}
    delen: dict[UUID | None, list[Groepskaart]] = {}
    for kandidaat in kandidaten:
        delen.setdefault(kandidaat.ouder_id, []).append(kaarten[kandidaat.pk])
    return [replace(kaart, delen=tuple(delen.get(kaart.kandidaat.pk, ()))) for kaart in delen.get(None, ())]


def _read_leden(run: Analyserun) -> _Leden:
    per: dict[UUID | None, list[UUID]] = {}
    ook: dict[UUID, tuple[UUID, float]] = {}
    rijen = Runuitkomst.objects.filter(run=run, kandidaat__isnull=False).order_by("uitspraak_id")
    velden = ("uitspraak_id", "kandidaat_id", "deel_id", "tweede_id", "tweede_gewicht")
    for uitspraak, breed, deel, tweede, gewicht in rijen.values_list(*velden):
        for groep in (breed, deel):
            if groep is not None:
                per.setdefault(groep, []).append(uitspraak)
        if tweede is not None:
            ook[uitspraak] = (tweede, gewicht)
    return _Leden(per, ook)


def _make_voorbeeld(
    uitspraak: Uitspraak, leden: _Leden, per_pk: Mapping[UUID, Kandidaatthema]
) -> Groepsvoorbeeld:
    tweede, gewicht = leden.ook.get(uitspraak.pk, (None, 0.0))
    return Groepsvoorbeeld(uitspraak, per_pk.get(tweede) if tweede else None, round(100 * gewicht))


def sort_kaarten(kaarten: Iterable[Groepskaart]) -> list[Groepskaart]:
    """Put the groups that hold together best first, and of those the largest: they are worth a look."""
    volgorde = list(Stabiliteit)
    return sorted(kaarten, key=lambda kaart: (volgorde.index(kaart.stabiliteit), -kaart.aantal))


def _choose_voorbeelden(kandidaat: Kandidaatthema, leden: Sequence[UUID]) -> list[UUID]:
    """The most central statement, and others in an order that tells nothing of when they came in."""
    eerst = [kandidaat.voorbeeld_id] if kandidaat.voorbeeld_id else []
    return list(dict.fromkeys([*eerst, *leden]))[:AANTAL_VOORBEELDEN]


def _read_uitspraken(sleutels: Iterable[UUID]) -> dict[UUID, Uitspraak]:
    return Uitspraak.objects.select_related(*MET_BRON).in_bulk(list(sleutels))


def _read_themas(run: Analyserun) -> dict[UUID, list[Thema]]:
    """Give the themes that count per statement in a group: of the decision, else of the proposals looked at."""
    groepsleden = (
        Runuitkomst.objects.filter(run=run, kandidaat__isnull=False).order_by().values("uitspraak_id")
    )
    themas = {thema.pk: thema for thema in Thema.objects.filter(codeboek__organisatie__rondes=run.ronde_id)}
    per: dict[UUID, list[Thema]] = {}
    voorstellen = Themavoorstel.objects.filter(
        uitkomst__run=current_run(run.ronde), uitkomst__uitspraak__in=groepsleden
    )
    for uitspraak, thema in voorstellen.order_by().values_list("uitkomst__uitspraak_id", "thema_id"):
        per.setdefault(uitspraak, []).append(themas[thema])
    besluiten: dict[UUID, list[Thema]] = {}
    besloten = Codering.objects.besluiten().filter(uitspraak__in=groepsleden).order_by()
    for uitspraak, thema in besloten.values_list("uitspraak_id", "themas"):
        besluiten.setdefault(uitspraak, []).extend([themas[thema]] if thema in themas else [])
    return per | besluiten


def _make_kaart(
    kandidaat: Kandidaatthema,
    leden: _Leden,
    voorbeelden: tuple[Groepsvoorbeeld, ...],
    themas: Mapping[UUID, list[Thema]],
) -> Groepskaart:
    eigen = leden.per_groep.get(kandidaat.pk, ())
    telling = Counter(thema for uitspraak in eigen for thema in themas.get(uitspraak, ()))
    overlap = sorted(telling.items(), key=lambda paar: (-paar[1], paar[0].volgorde))
    return Groepskaart(
        kandidaat=kandidaat,
        aantal=len(eigen),
        voorbeelden=voorbeelden,
        overlap=tuple(overlap[:AANTAL_OVERLAP]),
        zonder=sum(1 for uitspraak in eigen if not themas.get(uitspraak)),
        ook=sum(1 for uitspraak in eigen if uitspraak in leden.ook),
    )


def count_open(ronde: Ronde) -> int:
    """Count the groups of the newest run on which nobody decided."""
    run = newest_run(ronde)
    return Kandidaatthema.objects.breed().filter(run=run, besluit=Kandidaatbesluit.OPEN).count() if run else 0


def list_overgenomen(ronde: Ronde) -> list[Kandidaatthema]:
    """Give the groups that became a theme and still are, each theme once, also those not found any more."""
    rijen = Kandidaatthema.objects.filter(run__ronde=ronde, besluit=Kandidaatbesluit.OVERGENOMEN)
    nieuwste = rijen.filter(thema=OuterRef("thema")).order_by("-run__nummer").values("pk")[:1]
    gekozen = rijen.filter(thema__isnull=False, pk=Subquery(nieuwste))
    return list(gekozen.select_related("thema", "besloten_door").order_by("thema__volgorde"))


def read_laatste_besluit(*, wie: Gebruiker, ronde: Ronde) -> Kandidaatthema | None:
    """Give the last group of a ronde that this person decided about, when it still stands."""
    rijen = Kandidaatthema.objects.filter(run__ronde=ronde, besloten_door=wie)
    return rijen.select_related("thema").order_by("-besloten_op", "-run__nummer").first()
