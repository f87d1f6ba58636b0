"""Running the machine over a ronde, in stretches of at most half a minute."""

import logging
import time
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from codering.domain.codeboeken import read_voorbeelden, to_value
from codering.domain.inbeddingen import open_tabel
from codering.domain.uitkomsten import store_analyse
from codering.domain.uitspraken import process_wijzigingen
from codering.enums import Kwaliteit, Runstatus
from codering.models import Analyserun, Codeboek, Inbedding, Uitspraak
from organisaties.domain.audit import log_handeling
from organisaties.models import Bronwijziging, Gebruiker, Ronde
from organisaties.refusals import Weigering

if TYPE_CHECKING:
    from codering.nlp.protocols import Embedder
    from codering.nlp.types import Fragment

logger = logging.getLogger("grondvlak.codering")
STUK_SECONDEN = 20.0


class AnalyseLoopt(Weigering):
    """A run of this ronde is still under way."""

    status = 409
    tekst = _("Er loopt al een analyse van deze ronde. Wacht tot die klaar is.")


class NietsTeAnalyseren(Weigering):
    """The ronde has no statements."""

    status = 409
    tekst = _("Deze ronde heeft nog geen antwoorden. Lees eerst een bestand in.")


@transaction.atomic
def start_run(*, ronde: Ronde, wie: Gebruiker | None, codeboek: Codeboek | None) -> Analyserun:
    """Plan an analysis of all statements of a ronde; without codebook only groups are sought."""
    from codering.tasks import werk_run_bij

    Ronde.objects.select_for_update().get(pk=ronde.pk)
    if Analyserun.objects.filter(ronde=ronde).lopend().exists():
        raise AnalyseLoopt
    open_ = Bronwijziging.objects.open().filter(ronde=ronde)
    if not open_.exists() and not Uitspraak.objects.filter(ronde=ronde).exists():
        raise NietsTeAnalyseren
    nummer = (Analyserun.objects.filter(ronde=ronde).aggregate(m=Max("nummer"))["m"] or 0) + 1
    run = Analyserun.objects.create(ronde=ronde, nummer=nummer, codeboek=codeboek, wie=wie)
    log_handeling(
        organisatie=ronde.organisatie, wie=wie, handeling="analyse_gestart", op=run, omschrijving=str(run)
    )
    transaction.on_commit(lambda: werk_run_bij.enqueue(str(run.pk)))
    return run


def continue_run(*, run: Analyserun, seconden: float = STUK_SECONDEN) -> bool:
    """Do the next stretch of a run; True when there is more to do. Safe to call again after a crash.

    What is done is in the database (statements, vectors), so a second call goes on where the first ended;
    outcomes are written in one transaction at the end.
    """
    if run.status in (Runstatus.KLAAR, Runstatus.MISLUKT):
        return False
    try:
        return _next_stretch(run, seconden)
    except Exception as fout:
        logger.exception("analyse %s is mislukt", run.pk)
        reden = str(fout) if isinstance(fout, Weigering) else _("Er ging iets mis bij het analyseren.")
        Analyserun.objects.filter(pk=run.pk).update(status=Runstatus.MISLUKT, fout=reden)
        return False


def _next_stretch(run: Analyserun, seconden: float) -> bool:
    einde = time.monotonic() + seconden
    while Bronwijziging.objects.open().filter(ronde=run.ronde_id).exists():
        _report(run, _("Antwoorden lezen en namen afschermen"), Uitspraak.objects.filter(ronde=run.ronde_id).count(), 0)
        process_wijzigingen()
        if time.monotonic() > einde:
            return True
    from codering.nlp.registry import default_embedder

    embedder = default_embedder()
    if _embed_some(run, embedder, einde):
        return True
    _finish(run, embedder)
    return False


def _report(run: Analyserun, stap: str, gedaan: int, totaal: int) -> None:
    Analyserun.objects.filter(pk=run.pk).update(status=Runstatus.BEZIG, stap=stap, gedaan=gedaan, totaal=totaal)


def _embed_some(run: Analyserun, embedder: "Embedder", einde: float) -> bool:
    """Compute vectors that are missing, a batch at a time, until the time is up; True when some are left."""
    from codering.nlp.embed import BATCH, embed_cached

    uitspraken = Uitspraak.objects.filter(ronde=run.ronde_id, kwaliteit=Kwaliteit.INHOUDELIJK)
    teksten = dict(uitspraken.order_by("inhoudhash").values_list("inhoudhash", "tekst"))
    bekend = set(
        Inbedding.objects.filter(model=embedder.sleutel, inhoudhash__in=uitspraken.values("inhoudhash"))
        .values_list("inhoudhash", flat=True)
    )
    nodig = [inhoudhash for inhoudhash in teksten if inhoudhash not in bekend]
    tabel = open_tabel(embedder=embedder, teksten=teksten)
    for begin in range(0, len(nodig), BATCH):
        _report(run, _("Betekenis berekenen"), len(teksten) - len(nodig) + begin, len(teksten))
        embed_cached([teksten[sleutel] for sleutel in nodig[begin : begin + BATCH]], embedder, tabel)
        if time.monotonic() > einde and begin + BATCH < len(nodig):
            return True
    return False


def _finish(run: Analyserun, embedder: "Embedder") -> None:
    from codering.nlp.pipeline import analyse

    uitspraken = list(Uitspraak.objects.filter(ronde=run.ronde_id).order_by("inhoudhash", "pk"))
    tabel = open_tabel(embedder=embedder, teksten={u.inhoudhash: u.tekst for u in uitspraken})
    codeboek = to_value(run.codeboek) if run.codeboek else None
    resultaat = analyse(
        [_to_fragment(uitspraak) for uitspraak in uitspraken],
        {str(uitspraak.pk): uitspraak.vraag for uitspraak in uitspraken},
        codeboek,
        read_voorbeelden(run.codeboek) if run.codeboek else (),
        embedder=embedder,
        cache=tabel,
        seed=run.seed,
        progress=lambda stap, gedaan, totaal: _report(run, stap, gedaan, totaal),
    )
    store_analyse(run=run, uitspraken=uitspraken, analyse=resultaat)
    Analyserun.objects.filter(pk=run.pk).update(klaar_op=timezone.now())


def _to_fragment(uitspraak: Uitspraak) -> "Fragment":
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
