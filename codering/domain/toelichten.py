"""Why the machine proposes a theme, as it is kept and shown: words, and examples that the statement is like.

Of a shipped example the words are kept; of the organisation's own statements only which one it was, so that nothing
of a statement is left in another's explanation when it is deleted.
"""

from collections.abc import Iterable, Mapping
from uuid import UUID

from codering.domain.snijden import hash_tekst
from codering.models import Analyserun, Themavoorstel, Uitspraak
from organisaties.models import Organisatie

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
