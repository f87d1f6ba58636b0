"""Writing down what a run found."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from codering.domain.bewaren import delete_lege_kandidaten
from codering.domain.groepsvoorstellen import carry_besluiten
from codering.domain.woorden import find_vormen
from codering.enums import Runstatus, Uitkomststatus
from codering.models import Analyserun, Kandidaatthema, Runuitkomst, Thema, Themavoorstel, Uitspraak
from organisaties.models import Ronde

if TYPE_CHECKING:
    from codering.nlp.types import Analyse, Fragmentuitkomst

PER_KEER = 500


def store_analyse(*, run: Analyserun, uitspraken: list[Uitspraak], analyse: "Analyse") -> None:
    """Store groups, one outcome per statement and the proposals, and mark the run as done: all at once.

    Done already, by a task that ran twice: nothing is written. A statement whose source was deleted while the
    machine was at work gets no outcome; a theme that was taken back meanwhile is not proposed. What people decided
    about groups of earlier runs is carried to this one. All is made ready before the transaction, so that it is
    short.
    """
    kandidaten = _make_kandidaten(run, uitspraken, analyse)
    uitkomsten = [
        _make_uitkomst(run, uitspraak, uitkomst, kandidaten)
        for uitspraak, uitkomst in zip(uitspraken, analyse.fragmenten, strict=True)
    ]
    voorstellen = _make_voorstellen(run, uitkomsten, analyse.fragmenten)
    with transaction.atomic():
        # The ronde first, as each act on groups does: a decision falls before this or after it, not in between.
        Ronde.objects.select_for_update().get(pk=run.ronde_id)
        vast = Analyserun.objects.select_for_update().get(pk=run.pk)
        if vast.status in (Runstatus.KLAAR, Runstatus.MISLUKT):
            return
        levend = set(Uitspraak.objects.filter(ronde=vast.ronde_id).values_list("pk", flat=True))
        blijft = {rij.pk for rij in uitkomsten if rij.uitspraak_id in levend}
        _forget_examples(kandidaten.values(), levend)
        Kandidaatthema.objects.bulk_create(kandidaten.values(), PER_KEER)
        Runuitkomst.objects.bulk_create([rij for rij in uitkomsten if rij.pk in blijft], PER_KEER)
        Themavoorstel.objects.bulk_create([rij for rij in voorstellen if rij.uitkomst_id in blijft], PER_KEER)
        if len(blijft) < len(uitkomsten):
            delete_lege_kandidaten()
        carry_besluiten(vast)
        vast.herkomst = asdict(analyse.herkomst)
        vast.invoerhash = analyse.herkomst.invoer_sha256
        vast.status, vast.stap, vast.gedaan, vast.totaal = Runstatus.KLAAR, "", len(blijft), len(blijft)
        vast.klaar_op = timezone.now()
        vast.save()


def _make_kandidaten(
    run: Analyserun, uitspraken: Sequence[Uitspraak], analyse: "Analyse"
) -> dict[int, Kandidaatthema]:
    return {
        groep.nummer: Kandidaatthema(
            run=run,
            nummer=groep.nummer,
            naam=groep.naam[:200],
            kernwoorden=list(groep.kernwoorden),
            grootte=groep.grootte,
            stabiliteit=groep.stabiliteit,
            voorbeeld=uitspraken[groep.voorbeeld],
        )
        for groep in analyse.groepen
    }


def _forget_examples(kandidaten: Iterable[Kandidaatthema], levend: set[UUID]) -> None:
    for kandidaat in kandidaten:
        if kandidaat.voorbeeld_id not in levend:
            kandidaat.voorbeeld = None


def _make_uitkomst(
    run: Analyserun,
    uitspraak: Uitspraak,
    uitkomst: "Fragmentuitkomst",
    kandidaten: Mapping[int, Kandidaatthema],
) -> Runuitkomst:
    return Runuitkomst(
        run=run,
        uitspraak=uitspraak,
        status=uitkomst.status.value,
        reden=uitkomst.reden[:200],
        kandidaat=kandidaten.get(uitkomst.groep) if uitkomst.groep is not None else None,
        twijfel=measure_twijfel(uitkomst),
    )


def _make_voorstellen(
    run: Analyserun, uitkomsten: Sequence[Runuitkomst], fragmenten: "Sequence[Fragmentuitkomst]"
) -> list[Themavoorstel]:
    themas = {t.code: t for t in Thema.objects.filter(codeboek=run.codeboek_id)} if run.codeboek_id else {}
    gemaakt = [
        Themavoorstel(
            uitkomst=rij,
            thema=themas[voorstel.code],
            zekerheid=min(1.0, max(0.0, voorstel.zekerheid)),
            woorden=list(voorstel.woorden),
            vormen=list(find_vormen(rij.uitspraak.tekst, voorstel.woorden)),
        )
        for rij, uitkomst in zip(uitkomsten, fragmenten, strict=True)
        for voorstel in uitkomst.voorstellen
        if voorstel.code in themas
    ]
    met = {voorstel.uitkomst_id for voorstel in gemaakt}
    for rij in uitkomsten:
        if rij.status == Uitkomststatus.THEMA and rij.pk not in met:
            rij.status = Uitkomststatus.GEEN_THEMA
    return gemaakt


def measure_twijfel(uitkomst: "Fragmentuitkomst") -> float:
    """How much a person's look is needed, 0 to 1: highest where the nearest yes or no was closest to even."""
    zekerheden = [*uitkomst.scores, *(voorstel.zekerheid for voorstel in uitkomst.voorstellen)]
    return max((1 - abs(2 * zekerheid - 1) for zekerheid in zekerheden), default=0.0)
