"""Finding out afterwards on which words proposals rest: each is read again without them.

In stretches, while nobody waits for it. What this finds takes the place of the quick explanation.
"""

import logging
import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from codering.domain.codeboeken import read_voorbeelden, to_value
from codering.domain.woorden import find_vormen
from codering.enums import Voorstelbron
from codering.models import Analyserun, Runuitkomst, Thema, Themavoorstel

if TYPE_CHECKING:
    from codering.nlp.protocols import Scores

    Beoordeel = Callable[[Sequence[str], Sequence[str]], Scores]

logger = logging.getLogger("grondvlak.codering")
HOOGSTENS = 1_000
"""So many statements of a run are tried without their words, the most doubtful first: who reviews begins there."""
STUK_SECONDEN = 20.0


def toets_woorden(
    *, run: Analyserun, seconden: float = STUK_SECONDEN, gestopt: Callable[[], bool] = lambda: False
) -> bool:
    """Find out for the next proposals what happens without each word; True when there are more.

    A statement at a time, so that it may be stopped and called again at any moment.
    """
    einde = time.monotonic() + seconden
    te_doen = list(_list_te_toetsen(run))
    if not te_doen:
        return False
    codes = list(Thema.objects.filter(codeboek=run.codeboek_id).values_list("code", flat=True))
    beoordeel = _open_beoordelaar(run)
    for uitkomst in te_doen:
        if gestopt() or time.monotonic() > einde:
            return True
        _toets(uitkomst, codes, beoordeel)
    return False


def _list_te_toetsen(run: Analyserun) -> Iterable[Runuitkomst]:
    """The most doubtful outcomes with a proposal, as far as they are not tried yet."""
    if run.codeboek_id is None:
        return ()
    eerste = Runuitkomst.objects.filter(run=run).na_te_kijken().op_twijfel().values("pk")[:HOOGSTENS]
    open_ = Themavoorstel.objects.filter(uitkomst__run=run, bron=Voorstelbron.CODEBOEK, getoetst=False)
    rijen = Runuitkomst.objects.filter(pk__in=list(eerste.values_list("pk", flat=True)))
    rijen = rijen.filter(pk__in=open_.order_by().values("uitkomst_id")).zonder_besluit().op_twijfel()
    return rijen.select_related("uitspraak").prefetch_related("voorstellen__thema")


def _open_beoordelaar(run: Analyserun) -> "Beoordeel":
    from codering.domain.inbeddingen import open_tabel
    from codering.nlp.encoder import join_vraag
    from codering.nlp.registry import default_embedder
    from codering.nlp.weglaten import open_beoordelaar

    embedder, codeboek = default_embedder(), run.codeboek
    if codeboek is None:
        raise ValueError("zonder codeboek valt er niets te toetsen")
    voorbeelden = read_voorbeelden(codeboek)
    eigen = {join_vraag(v.vraag, v.tekst): v.tekst for v in voorbeelden if v.gewicht > 1}
    tabel = open_tabel(embedder=embedder, invoer=eigen)
    return open_beoordelaar(to_value(codeboek), voorbeelden, embedder, tabel)


def _toets(uitkomst: Runuitkomst, codes: Sequence[str], beoordeel: "Beoordeel") -> None:
    from codering.nlp.weglaten import find_dragende_woorden

    voorstellen = [v for v in uitkomst.voorstellen.all() if v.bron == Voorstelbron.CODEBOEK]
    tekst, vraag = uitkomst.uitspraak.tekst, uitkomst.uitspraak.vraag

    def judge(varianten: Sequence[str]) -> Any:
        return beoordeel(varianten, [vraag] * len(varianten))

    try:
        gevonden = find_dragende_woorden(tekst, [codes.index(v.thema.code) for v in voorstellen], judge)
    except (ArithmeticError, IndexError, RuntimeError, ValueError) as fout:
        # Nothing is lost: the quick explanation stays. A text that the model cannot take is no reason to stop.
        logger.warning("een uitleg is overgeslagen: %s", type(fout).__name__)
        gevonden = tuple(tuple(v.woorden) for v in voorstellen)
    for voorstel, woorden in zip(voorstellen, gevonden, strict=True):
        voorstel.woorden, voorstel.vormen = list(woorden), list(find_vormen(tekst, woorden))
        voorstel.getoetst = True
    Themavoorstel.objects.bulk_update(voorstellen, ["woorden", "vormen", "getoetst"])
