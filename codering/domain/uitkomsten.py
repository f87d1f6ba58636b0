"""Writing down what a run found."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from codering.domain.bewaren import delete_lege_kandidaten
from codering.domain.groepsvoorstellen import carry_besluiten
from codering.domain.toelichten import keep_getoetste, refer_voorbeelden
from codering.domain.woorden import find_vormen
from codering.enums import Runstatus, Uitkomststatus
from codering.models import Analyserun, Kandidaatthema, Runuitkomst, Thema, Themavoorstel, Uitspraak
from codering.tasks import toets_uitleg
from organisaties.models import Ronde

if TYPE_CHECKING:
    from codering.nlp.types import Analyse, Fragmentuitkomst

PER_KEER = 500
DREMPEL = "drempel_bulk"
"""The parameter of a run under which the threshold is kept from which proposals may be accepted together."""


def store_analyse(*, run: Analyserun, uitspraken: list[Uitspraak], analyse: "Analyse") -> None:
    """Store groups, one outcome per statement and the proposals, and mark the run as done: all at once.

    Done already, by a task that ran twice: nothing is written. A statement whose source was deleted while the
    machine was at work gets no outcome; a theme that was taken back meanwhile is not proposed. What people decided
    about groups of earlier runs is carried to this one. All is made ready before the transaction, so that it is
    short.
    """
    kandidaten = _make_kandidaten(run, uitspraken, analyse)
    codes = list(Thema.objects.filter(codeboek=run.codeboek_id).values_list("code", flat=True))
    uitkomsten = [
        _make_uitkomst(run, uitspraak, uitkomst, kandidaten, codes)
        for uitspraak, uitkomst in zip(uitspraken, analyse.fragmenten, strict=True)
    ]
    voorstellen = _make_voorstellen(run, uitkomsten, analyse.fragmenten)
    keep_getoetste(run, voorstellen)
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
        _finish(vast, analyse, len(blijft))
        if voorstellen:
            toets_uitleg.enqueue(str(vast.pk))


def _finish(run: Analyserun, analyse: "Analyse", aantal: int) -> None:
    """Mark the run as done, with where its outcome came from."""
    run.herkomst = asdict(analyse.herkomst)
    run.drempel_bulk = read_drempel(run.herkomst)
    run.invoerhash, run.groepen_sinds = analyse.herkomst.invoer_sha256, analyse.sinds
    run.status, run.stap, run.gedaan, run.totaal = Runstatus.KLAAR, "", aantal, aantal
    run.klaar_op = timezone.now()
    run.save()


def read_drempel(herkomst: "Mapping[str, Any]") -> float | None:
    """Give from which certainty proposals of a run may be accepted together; None when nobody measured that."""
    waarde = dict(herkomst.get("parameters", ())).get(DREMPEL, "")
    try:
        drempel = float(waarde)
    except ValueError:
        return None
    return drempel if 0.0 < drempel < 1.0 else None


def _make_kandidaten(
    run: Analyserun, uitspraken: Sequence[Uitspraak], analyse: "Analyse"
) -> dict[int | None, Kandidaatthema]:
    gemaakt: dict[int | None, Kandidaatthema] = {}
    for groep in (*analyse.groepen, *analyse.delen):
        gemaakt[groep.nummer] = Kandidaatthema(
            run=run,
            nummer=groep.nummer,
            ouder=gemaakt.get(groep.ouder),
            naam=groep.naam[:200],
            kernwoorden=list(groep.kernwoorden),
            grootte=groep.grootte,
            stabiliteit=groep.stabiliteit,
            voorbeeld=uitspraken[groep.voorbeeld],
        )
    return gemaakt


def _forget_examples(kandidaten: Iterable[Kandidaatthema], levend: set[UUID]) -> None:
    for kandidaat in kandidaten:
        if kandidaat.voorbeeld_id not in levend:
            kandidaat.voorbeeld = None


def _make_uitkomst(
    run: Analyserun,
    uitspraak: Uitspraak,
    uitkomst: "Fragmentuitkomst",
    kandidaten: Mapping[int | None, Kandidaatthema],
    codes: Sequence[str],
) -> Runuitkomst:
    return Runuitkomst(
        run=run,
        uitspraak=uitspraak,
        status=uitkomst.status.value,
        reden=uitkomst.reden[:200],
        kandidaat=kandidaten.get(uitkomst.groep),
        deel=kandidaten.get(uitkomst.deel),
        tweede=kandidaten.get(uitkomst.tweede),
        tweede_gewicht=uitkomst.tweede_gewicht,
        twijfel=measure_twijfel(uitkomst),
        zekerheid=measure_zekerheid(uitkomst, codes),
        soort=uitkomst.soort,
        soort_zekerheid=to_kans(uitkomst.soort_zekerheid),
    )


def _make_voorstellen(
    run: Analyserun, uitkomsten: Sequence[Runuitkomst], fragmenten: "Sequence[Fragmentuitkomst]"
) -> list[Themavoorstel]:
    themas = {t.code: t for t in Thema.objects.filter(codeboek=run.codeboek_id)} if run.codeboek_id else {}
    teksten = {tekst for u in fragmenten for voorstel in u.voorstellen for tekst in voorstel.voorbeelden}
    kenmerk = refer_voorbeelden(run.ronde.organisatie, sorted(teksten))
    gemaakt = [
        Themavoorstel(
            uitkomst=rij,
            thema=themas[voorstel.code],
            zekerheid=to_kans(voorstel.zekerheid),
            woorden=list(voorstel.woorden),
            vormen=list(find_vormen(rij.uitspraak.tekst, voorstel.woorden)),
            voorbeelden=[kenmerk[tekst] for tekst in voorstel.voorbeelden],
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
    """How much a person's look is needed, 0 to 1: highest where the nearest yes or no was closest to even.

    A statement that the machine could not judge needs it most.
    """
    if uitkomst.status.value == Uitkomststatus.MISLUKT:
        return 1.0
    zekerheden = [*uitkomst.scores, *(voorstel.zekerheid for voorstel in uitkomst.voorstellen)]
    return max((1 - abs(2 * zekerheid - 1) for zekerheid in zekerheden), default=0.0)


def measure_zekerheid(uitkomst: "Fragmentuitkomst", codes: Sequence[str]) -> float:
    """How sure it is that exactly the proposed themes are right; 0 where no theme was sought."""
    from codering.nlp.geheel import measure_geheel

    if len(uitkomst.scores) != len(codes):
        return 0.0
    return to_kans(measure_geheel(uitkomst.scores, codes, {v.code for v in uitkomst.voorstellen}))


def to_kans(waarde: float) -> float:
    """Keep a confidence between 0 and 1, also where rounding carried it over."""
    return min(1.0, max(0.0, waarde))
