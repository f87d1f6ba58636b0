"""What people decided about groups, carried to a newer run: there the same group stands under another row.

Two groups are the same when more than half of their statements, of those that both runs saw, are in both. That is
Jaccard's measure, with the bound under which Hennig (2007, clusterboot) calls a group dissolved. A wide group is only
compared with wide ones and a fine one with fine ones. As those of one run share no statements, at most one can be the
same.
"""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q

from codering.domain.woorden import find_vormen
from codering.enums import Kandidaatbesluit, Uitkomststatus, Voorstelbron
from codering.models import Analyserun, Codering, Kandidaatthema, Runuitkomst, Themavoorstel

ZELFDE_BOVEN = 0.5
HOOGSTE_ZEKERHEID = 0.95
Groepen = Mapping[UUID | None, set[UUID]]


def measure_overlap(een: set[UUID], ander: set[UUID], beide: set[UUID]) -> float:
    """Give the share of statements that two groups have in common, of those in `beide` runs."""
    samen = (een | ander) & beide
    return len(een & ander & beide) / len(samen) if samen else 0.0


def carry_besluiten(run: Analyserun) -> None:
    """Give the groups of a run the decisions that people made on the same groups in other runs, and propose.

    Call it in a transaction that holds the lock of the ronde, so that no decision falls in between.
    """
    besloten = list_besloten(run)
    if not besloten:
        return
    hier = _read_groepen(run.pk)
    kandidaten = {kandidaat.pk: kandidaat for kandidaat in Kandidaatthema.objects.filter(run=run)}
    leden: dict[UUID, set[UUID]] = {}
    daar: dict[UUID, Groepen] = {}
    for bron in besloten:
        if bron.run_id not in daar:
            daar[bron.run_id] = _read_groepen(bron.run_id)
        zelfde = bron if bron.run_id == run.pk else _find_zelfde(bron, daar[bron.run_id], hier, kandidaten)
        if zelfde is not None and zelfde is not bron:
            copy_besluit(bron, zelfde)
        if bron.thema_id is not None:
            eigen = leden.setdefault(bron.pk, set(daar[bron.run_id].get(bron.pk, ())))
            eigen |= hier.get(zelfde.pk, set()) if zelfde else set()
    for bron in besloten:
        if bron.pk in leden:
            propose_groep(run, bron, leden[bron.pk])


def list_besloten(run: Analyserun) -> list[Kandidaatthema]:
    """Give the groups on which people decided in the run where they saw them, the oldest decision first.

    A decision that was carried is older than the run that carries it; those are not given.
    """
    rijen = Kandidaatthema.objects.filter(run__ronde=run.ronde_id).exclude(besluit=Kandidaatbesluit.OPEN)
    eigen = rijen.filter(Q(run__klaar_op__isnull=True) | Q(besloten_op__gt=F("run__klaar_op")))
    return list(eigen.select_related("thema").order_by("besloten_op", "pk"))


def _read_groepen(run_id: UUID) -> Groepen:
    """Give the statements of a run by group, wide and fine; under None those in no group."""
    per: dict[UUID | None, set[UUID]] = {}
    rijen = Runuitkomst.objects.filter(run=run_id).order_by()
    for kandidaat, deel, uitspraak in rijen.values_list("kandidaat_id", "deel_id", "uitspraak_id"):
        groepen: set[UUID | None] = {kandidaat, deel}
        for groep in groepen - {None} or {None}:
            per.setdefault(groep, set()).add(uitspraak)
    return per


def _find_zelfde(
    bron: Kandidaatthema, daar: Groepen, hier: Groepen, kandidaten: Mapping[UUID, Kandidaatthema]
) -> Kandidaatthema | None:
    beide = set().union(*daar.values()) & set().union(*hier.values())
    oud = daar.get(bron.pk, set())
    for sleutel, kandidaat in kandidaten.items():
        zelfde_laag = (kandidaat.ouder_id is None) == (bron.ouder_id is None)
        if zelfde_laag and measure_overlap(oud, hier.get(sleutel, set()), beide) > ZELFDE_BOVEN:
            return kandidaat
    return None


def copy_besluit(van: Kandidaatthema, naar: Kandidaatthema) -> None:
    """Put the decision on one group on the same group of another run, with its time: it is one decision."""
    naar.besluit, naar.thema = van.besluit, van.thema
    naar.besloten_door_id, naar.besloten_op = van.besloten_door_id, van.besloten_op
    naar.save(update_fields=["besluit", "thema", "besloten_door", "besloten_op"])


def propose_groep(run: Analyserun, kandidaat: Kandidaatthema, leden: Iterable[UUID]) -> int:
    """Propose the theme of an adopted group for its statements in a run; gives for how many.

    Never a decision, and nothing where a person decided otherwise. The confidence is how stable the group is. A
    run under another codebook is left alone.
    """
    thema = kandidaat.thema
    if thema is None or thema.codeboek_id != run.codeboek_id:
        return 0
    besluiten = Codering.objects.besluiten().filter(uitspraak=OuterRef("uitspraak_id")).order_by()
    anders = Exists(besluiten) & ~Exists(besluiten.filter(themas=thema))
    al = Exists(Themavoorstel.objects.filter(uitkomst=OuterRef("pk"), thema=thema))
    rijen = Runuitkomst.objects.filter(
        ~anders,
        ~al,
        run=run,
        uitspraak__in=list(leden),
        status__in=(Uitkomststatus.THEMA, Uitkomststatus.GEEN_THEMA),
    )
    uitkomsten = list(rijen.select_related("uitspraak").order_by("pk"))
    Themavoorstel.objects.bulk_create([_make_voorstel(rij, kandidaat) for rij in uitkomsten], 500)
    Runuitkomst.objects.filter(pk__in=[rij.pk for rij in uitkomsten]).update(status=Uitkomststatus.THEMA)
    return len(uitkomsten)


def _make_voorstel(uitkomst: Runuitkomst, kandidaat: Kandidaatthema) -> Themavoorstel:
    tekst = uitkomst.uitspraak.tekst
    vormen = {woord: find_vormen(tekst, [woord]) for woord in kandidaat.kernwoorden}
    woorden = [woord for woord, gevonden in vormen.items() if any(vorm in tekst.lower() for vorm in gevonden)]
    return Themavoorstel(
        uitkomst=uitkomst,
        thema=kandidaat.thema,
        bron=Voorstelbron.GROEP,
        zekerheid=min(HOOGSTE_ZEKERHEID, max(0.0, kandidaat.stabiliteit)),
        woorden=woorden,
        vormen=[vorm for woord in woorden for vorm in vormen[woord]],
    )
