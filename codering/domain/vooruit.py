"""Vectors of new statements computed as they arrive, so that an analysis after a meeting takes seconds."""

import time
from collections.abc import Callable

from codering.domain.coderen import read_eigen_voorbeelden
from codering.domain.inbeddingen import embed_missing, list_invoer, open_tabel, read_invoer
from codering.domain.nakijken import current_run
from organisaties.models import Ronde

STUK_SECONDEN = 20.0


def read_ahead(
    *, ronde: Ronde, seconden: float = STUK_SECONDEN, gestopt: Callable[[], bool] = lambda: False
) -> bool:
    """Compute vectors that an analysis of this ronde would miss; True when it was enough and some are left.

    Those of its statements with their questions, and of the decisions that its proposals are learnt from. What was
    computed is kept at once, so it may be stopped and called again at any moment.
    """
    from codering.nlp.registry import default_embedder

    einde = time.monotonic() + seconden
    run = current_run(ronde)
    invoer = read_invoer(ronde.pk)
    if run is not None and run.codeboek is not None:
        invoer |= list_invoer(read_eigen_voorbeelden(run.codeboek))
    embedder = default_embedder()
    return embed_missing(
        embedder=embedder,
        tabel=open_tabel(embedder=embedder, invoer=invoer),
        invoer=invoer,
        genoeg=lambda: gestopt() or time.monotonic() > einde,
    )
