"""What stands on the wall of a ronde: themes that a person released, in an order that stays while it is open."""

from collections.abc import Iterable

from django.db import transaction

from codering.models import Analyserun, Thema
from inzicht.domain.cijfers import cached_telling, current_run
from inzicht.domain.tellen import Telling
from inzicht.models import Wand
from inzicht.refusals import TeVeelThemas, VreemdThema
from organisaties.domain.audit import log_handeling
from organisaties.models import Gebruiker, Ronde

MAX_THEMAS = 8


@transaction.atomic
def change_wand(
    *,
    ronde: Ronde,
    wie: Gebruiker,
    themas: Iterable[Thema],
    vraag: str,
    donker: bool,
    kanaal: str = "",
    op_grootte: bool = False,
) -> Wand:
    """Release these themes for the wall and take the others off it.

    What stood there stays in its place and new themes come after it, the largest first; `op_grootte` sorts them
    all again. `kanaal` '' counts the largest. Raises TeVeelThemas or VreemdThema.
    """
    uniek = list({thema.pk: thema for thema in themas}.values())
    if len(uniek) > MAX_THEMAS:
        raise TeVeelThemas
    run = current_run(ronde)
    if any(run is None or thema.codeboek_id != run.codeboek_id for thema in uniek):
        raise VreemdThema
    velden = {"vraag": " ".join(vraag.split()), "donker": donker, "kanaal": kanaal}
    wand, _nieuw = Wand.objects.update_or_create(ronde=ronde, defaults=velden)
    eerder = [] if op_grootte else list_vrijgegeven(wand, run)
    op_volgorde = _order(uniek, eerder, cached_telling(ronde, run), kanaal)
    # The rows in between are written one by one: their keys hold the order, which `set` would lose.
    tussen = Wand.themas.through.objects
    tussen.filter(wand=wand).delete()
    for thema in op_volgorde:
        tussen.create(wand=wand, thema=thema)
    log_handeling(
        organisatie=ronde.organisatie,
        wie=wie,
        handeling="wand_gewijzigd",
        op=wand,
        omschrijving=", ".join(thema.naam for thema in op_volgorde),
    )
    return wand


def find_wand(ronde: Ronde) -> Wand | None:
    """Give the wall of a ronde; None when nobody made one."""
    return Wand.objects.filter(ronde=ronde).first()


def list_vrijgegeven(wand: Wand | None, run: Analyserun | None) -> list[Thema]:
    """Give the released themes in their order; those of another codebook than the run's no longer count."""
    if wand is None or run is None:
        return []
    rijen = Wand.themas.through.objects.filter(wand=wand, thema__codeboek=run.codeboek_id)
    return [rij.thema for rij in rijen.select_related("thema").order_by("pk")]


def _order(gekozen: list[Thema], eerder: list[Thema], telling: Telling, kanaal: str) -> list[Thema]:
    plaatsen = {thema.pk: plaats for plaats, thema in enumerate(eerder)}
    grootte = {cijfer.code: cijfer.aantal for cijfer in telling.deel(kanaal).themas}
    return sorted(
        gekozen,
        key=lambda t: (plaatsen.get(t.pk, len(plaatsen)), -grootte.get(t.code, 0), t.volgorde),
    )
