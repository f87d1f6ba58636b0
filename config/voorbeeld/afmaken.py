"""Going on where loading ends: analyse every ronde with the real pipeline, then do what people did after that.

Works in stretches, so that the worker can do it too, and knows from the database how far it is: it may be stopped at
any moment and called again. All rondes are analysed before anyone decides, so that the machine learns only once.
"""

from collections.abc import Callable, Iterator
from datetime import date

from django.db import transaction

from codering.domain.analyse import continue_run, start_run
from codering.domain.codeboeken import ensure_sociale_basis
from codering.enums import Runstatus
from codering.models import Analyserun
from config.voorbeeld.besluiten import decide, release_citaten
from config.voorbeeld.brieven import write_brief
from config.voorbeeld.organisatie import SLUG, get_wie
from config.voorbeeld.verhaal import Verhaal, read_verhalen
from inzicht.domain.wand import change_wand
from organisaties.domain.audit import log_handeling
from organisaties.domain.fasen import VOLGORDE, advance_ronde
from organisaties.enums import Fase, Rol
from organisaties.models import Auditregel, Gebruiker, Organisatie, Ronde

KLAAR = "voorbeeld_afgemaakt"


class Analysefout(Exception):
    """An analysis of the example failed; the text says which and why."""


def do_next_stretch(*, vandaag: date, gestopt: Callable[[], bool] = lambda: False) -> Ronde | None:
    """Do at most half a minute of work; gives the ronde that was worked on, None when nothing is left to do.

    `vandaag` is the day of loading. Raises Analysefout.
    """
    for _verhaal, ronde in _list_rondes(vandaag):
        run = _find_run(ronde)
        if run is None or run.status != Runstatus.KLAAR:
            _analyse(ronde, run or _start_run(ronde), gestopt)
            return ronde
    # The newest first: it brings a new theme into the codebook, and letters are written on the figures with it.
    for verhaal, ronde in reversed(list(_list_rondes(vandaag))):
        if not Auditregel.objects.van(ronde.organisatie).filter(handeling=KLAAR, object_id=ronde.pk).exists():
            _finish(ronde, verhaal)
            return ronde
    return None


def _list_rondes(vandaag: date) -> Iterator[tuple[Verhaal, Ronde]]:
    """Give the rondes of the example in which people spoke, as far as they are still there."""
    organisatie = Organisatie.objects.filter(slug=SLUG).first()
    for verhaal in read_verhalen(vandaag).values():
        rondes = Ronde.objects.filter(organisatie=organisatie, naam=verhaal.naam)
        ronde = rondes.select_related("organisatie").first()
        if ronde is not None and verhaal.kop["fase"] != Fase.VOORBEREIDEN:
            yield verhaal, ronde


def _find_run(ronde: Ronde) -> Analyserun | None:
    """Give the newest analysis with a codebook; the machine may have begun it by itself."""
    runs = Analyserun.objects.filter(ronde=ronde, codeboek__isnull=False).order_by("-nummer")
    return runs.select_related("ronde", "codeboek").first()


def _start_run(ronde: Ronde) -> Analyserun:
    codeboek = ensure_sociale_basis(organisatie=ronde.organisatie, wie=None)
    return start_run(ronde=ronde, wie=get_wie(ronde.organisatie, Rol.ORGANISATOR), codeboek=codeboek)


def _analyse(ronde: Ronde, run: Analyserun, gestopt: Callable[[], bool]) -> None:
    if continue_run(run=run, gestopt=gestopt):
        return
    run.refresh_from_db()
    if run.status != Runstatus.KLAAR:
        raise Analysefout(f"De analyse van “{ronde}” is mislukt: {run.fout}")


@transaction.atomic
def _finish(ronde: Ronde, verhaal: Verhaal) -> None:
    """Do what people did after the analysis, each by the one who may."""
    organisator = get_wie(ronde.organisatie, Rol.ORGANISATOR)
    codeur = get_wie(ronde.organisatie, Rol.CODEUR)
    decide(ronde, codeur, verhaal)
    release_citaten(ronde, codeur, verhaal)
    write_brief(ronde, organisator, verhaal)
    doel = Fase(verhaal.kop["fase"])
    if VOLGORDE.index(doel) > VOLGORDE.index(Fase(ronde.fase)):
        advance_ronde(ronde=ronde, wie=organisator, naar=doel)
    _show_wand(ronde, organisator, verhaal)
    log_handeling(organisatie=ronde.organisatie, wie=None, handeling=KLAAR, op=ronde)


def _show_wand(ronde: Ronde, wie: Gebruiker, verhaal: Verhaal) -> None:
    kop = verhaal.kop.get("wand")
    if kop is None:
        return
    codeboek = ensure_sociale_basis(organisatie=ronde.organisatie, wie=None)
    themas = codeboek.themas.filter(code__in=kop["themas"])
    change_wand(ronde=ronde, wie=wie, themas=themas, vraag=kop["vraag"], donker=True)
