"""Running the machine over a ronde, in stretches of at most half a minute."""

import logging
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from django.db import DatabaseError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from codering.domain.codeboeken import read_voorbeelden, to_value
from codering.domain.inbeddingen import embed_missing, list_invoer, open_tabel, read_invoer
from codering.domain.uitkomsten import store_analyse
from codering.domain.uitspraken import process_wijzigingen
from codering.domain.vanzelf import forget_oude
from codering.domain.vorige_groepen import read_eerder
from codering.enums import Runstatus
from codering.models import Analyserun, Codeboek, Uitspraak
from codering.refusals import AnalyseLoopt, NietsTeAnalyseren
from organisaties.domain.audit import log_handeling
from organisaties.models import Bronwijziging, Gebruiker, Ronde
from organisaties.refusals import Weigering

if TYPE_CHECKING:
    from codering.domain.inbeddingen import Inbeddingtabel
    from codering.nlp import types as nlp
    from codering.nlp.protocols import Embedder

logger = logging.getLogger("grondvlak.codering")
STUK_SECONDEN = 20.0
Genoeg = Callable[[], bool]
# What the machine reads of a statement; of a hundred thousand, the rest would fill the memory.
_GELEZEN = ("volgnummer", "begin", "eind", "tekst", "vraag", "taal", "kwaliteit")
_LEREN = gettext_lazy("Leren van voorbeelden (dit duurt alleen de eerste keer lang)")
_LEZEN = gettext_lazy("Nagaan waar de uitspraken over gaan")


@transaction.atomic
def start_run(
    *, ronde: Ronde, wie: Gebruiker | None, codeboek: Codeboek | None, vanzelf: bool = False
) -> Analyserun:
    """Plan an analysis of all statements of a ronde; without codebook only groups are sought.

    `vanzelf`: nobody asked for it, so no line of the audit log tells who did. Sources whose changes are not worked
    in yet are read by the run itself. The task is a row in the same database, so it is there exactly when the run
    is.
    """
    from codering.tasks import werk_run_bij

    Ronde.objects.select_for_update().get(pk=ronde.pk)
    if Analyserun.objects.filter(ronde=ronde).lopend().exists():
        raise AnalyseLoopt
    open_ = Bronwijziging.objects.open().filter(ronde=ronde)
    if not open_.exists() and not Uitspraak.objects.filter(ronde=ronde).exists():
        raise NietsTeAnalyseren
    nummer = (Analyserun.objects.filter(ronde=ronde).aggregate(m=Max("nummer"))["m"] or 0) + 1
    run = Analyserun.objects.create(ronde=ronde, nummer=nummer, codeboek=codeboek, wie=wie, vanzelf=vanzelf)
    if not vanzelf:
        log_handeling(
            organisatie=ronde.organisatie, wie=wie, handeling="analyse_gestart", op=run, omschrijving=str(run)
        )
    werk_run_bij.enqueue(str(run.pk))
    return run


def continue_run(
    *, run: Analyserun, seconden: float = STUK_SECONDEN, gestopt: Genoeg = lambda: False
) -> bool:
    """Do the next stretch of a run; True when there is more to do. Safe to call again after a crash.

    What is done is in the database (statements, vectors), so a second call goes on where the first ended;
    outcomes are written in one transaction at the end. `gestopt` says that the worker was asked to end.
    Trouble of the database itself is raised: the same stretch may well succeed a moment later.
    """
    if run.status in (Runstatus.KLAAR, Runstatus.MISLUKT):
        return False
    einde = time.monotonic() + seconden
    try:
        return _next_stretch(run, lambda: gestopt() or time.monotonic() > einde)
    except DatabaseError:
        raise
    except Exception as fout:
        logger.exception("analyse %s is mislukt", run.pk)
        reden = str(fout) if isinstance(fout, Weigering) else _("Er ging iets mis bij het analyseren.")
        fail_run(run=run, reden=reden)
        return False


def fail_run(*, run: Analyserun, reden: str) -> None:
    """Give a run up, with a text for who started it. Statements and decisions stay as they are."""
    Analyserun.objects.filter(pk=run.pk).lopend().update(status=Runstatus.MISLUKT, fout=reden)


def _next_stretch(run: Analyserun, genoeg: Genoeg) -> bool:
    while aantal := Bronwijziging.objects.open().filter(ronde=run.ronde_id).count():
        _report(run, _("Antwoorden lezen en namen afschermen: nog %(aantal)s") % {"aantal": aantal}, 0, 0)
        process_wijzigingen()
        if genoeg():
            return True
    from codering.nlp.registry import default_embedder

    embedder = default_embedder()
    codeboek = to_value(run.codeboek) if run.codeboek else None
    voorbeelden = read_voorbeelden(run.codeboek) if run.codeboek else ()
    eigen, inhoud = list_invoer(voorbeelden), read_invoer(run.ronde_id)
    tabel = open_tabel(embedder=embedder, invoer={**eigen, **inhoud})
    for stap, invoer in ((_LEREN, eigen), (_LEZEN, inhoud)):
        report = partial(_report, run, str(stap))
        if embed_missing(embedder=embedder, tabel=tabel, invoer=invoer, genoeg=genoeg, report=report):
            return True
    _finish(run, embedder, tabel, codeboek, voorbeelden)
    return False


def _report(run: Analyserun, stap: str, gedaan: int, totaal: int) -> None:
    Analyserun.objects.filter(pk=run.pk).lopend().update(
        status=Runstatus.BEZIG, stap=stap, gedaan=gedaan, totaal=totaal
    )


def _finish(
    run: Analyserun,
    embedder: "Embedder",
    tabel: "Inbeddingtabel",
    codeboek: "nlp.Codeboek | None",
    voorbeelden: "tuple[nlp.Voorbeeld, ...]",
) -> None:
    from codering.nlp.pipeline import analyse

    rijen = Uitspraak.objects.filter(ronde=run.ronde_id).order_by("inhoudhash", "pk")
    uitspraken = list(rijen.only(*_GELEZEN))
    resultaat = analyse(
        [to_fragment(uitspraak) for uitspraak in uitspraken],
        {str(uitspraak.pk): uitspraak.vraag for uitspraak in uitspraken},
        codeboek,
        voorbeelden,
        embedder=embedder,
        cache=tabel,
        seed=run.seed,
        progress=lambda stap, gedaan, totaal: _report(run, stap, gedaan, totaal),
        eerder=read_eerder(run.ronde_id, uitspraken),
    )
    _report(run, _("Uitkomsten opslaan"), 0, 0)
    store_analyse(run=run, uitspraken=uitspraken, analyse=resultaat)
    forget_oude(run)


def to_fragment(uitspraak: Uitspraak) -> "nlp.Fragment":
    """Give a statement as the pipeline takes it: its masked text is all there is."""
    from codering.nlp import types as nlp

    return nlp.Fragment(
        rij_id=str(uitspraak.pk),
        volgnummer=uitspraak.volgnummer,
        begin=uitspraak.begin,
        eind=uitspraak.eind,
        tekst=uitspraak.tekst,
        gemaskeerd=uitspraak.tekst,
        taal=uitspraak.taal,
        kwaliteit=nlp.Kwaliteit(uitspraak.kwaliteit),
    )
