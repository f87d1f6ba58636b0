"""Why the machine proposes a theme, as it is kept and shown: words, and examples that the statement is like.

Of a shipped example the words are kept; of the organisation's own statements only which one it was, so that nothing
of a statement is left in another's explanation when it is deleted.
"""

import logging
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from codering.domain.codeboeken import read_voorbeelden, to_value
from codering.domain.snijden import hash_tekst
from codering.domain.woorden import find_vormen
from codering.enums import Voorstelbron
from codering.models import Analyserun, Runuitkomst, Thema, Themavoorstel, Uitspraak
from organisaties.models import Organisatie

if TYPE_CHECKING:
    from codering.nlp.protocols import Scores

    Beoordeel = Callable[[Sequence[str], Sequence[str]], Scores]

logger = logging.getLogger("grondvlak.codering")
HOOGSTENS = 1_000
"""So many statements of a run are tried without their words, the most doubtful first: who reviews begins there."""
STUK_SECONDEN = 20.0
GELIJK = 0.02
"""A proposal whose confidence moved less than this rests on the same words as before."""


def refer_voorbeelden(organisatie: Organisatie, teksten: Iterable[str]) -> dict[str, dict[str, str]]:
    """Give per text how it is kept: an own statement by its key, anything else by its words."""
    uniek = {hash_tekst(tekst): tekst for tekst in teksten}
    rijen = Uitspraak.objects.van(organisatie).filter(inhoudhash__in=uniek).order_by("-pk")
    eigen = dict(rijen.values_list("inhoudhash", "pk")) if uniek else {}
    return {
        tekst: {"uitspraak": str(eigen[hash_])} if hash_ in eigen else {"tekst": tekst}
        for hash_, tekst in uniek.items()
    }


def read_voorbeeldteksten(
    organisatie: Organisatie, voorstellen: Iterable[Themavoorstel]
) -> dict[UUID, tuple[str, ...]]:
    """Give per proposal the words of its examples, in one query; an own statement that is gone is left out."""
    lijst = list(voorstellen)
    sleutels = {rij["uitspraak"] for v in lijst for rij in v.voorbeelden if "uitspraak" in rij}
    rijen = Uitspraak.objects.van(organisatie).filter(pk__in=sleutels)
    eigen = {str(pk): tekst for pk, tekst in rijen.values_list("pk", "tekst")} if sleutels else {}
    return {v.pk: tuple(_list_teksten(v.voorbeelden, eigen)) for v in lijst}


def _list_teksten(rijen: Iterable[Mapping[str, str]], eigen: Mapping[str, str]) -> list[str]:
    teksten = (rij.get("tekst") or eigen.get(rij.get("uitspraak", ""), "") for rij in rijen)
    return [tekst for tekst in teksten if tekst]


def keep_getoetste(run: Analyserun, voorstellen: Iterable[Themavoorstel]) -> None:
    """Take over the words of proposals that an earlier run of the ronde made as surely, and that were tried."""
    vorige = Themavoorstel.objects.filter(
        uitkomst__run__ronde=run.ronde_id, uitkomst__run__codeboek=run.codeboek_id, getoetst=True
    )
    bekend = {
        (uitspraak, thema): (zekerheid, woorden, vormen)
        for uitspraak, thema, zekerheid, woorden, vormen in vorige.order_by(
            "uitkomst__run__nummer"
        ).values_list("uitkomst__uitspraak_id", "thema_id", "zekerheid", "woorden", "vormen")
    }
    for voorstel in voorstellen:
        zekerheid, woorden, vormen = bekend.get(
            (voorstel.uitkomst.uitspraak_id, voorstel.thema_id), (-1.0, [], [])
        )
        if abs(zekerheid - voorstel.zekerheid) < GELIJK:
            voorstel.woorden, voorstel.vormen, voorstel.getoetst = woorden, vormen, True


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
