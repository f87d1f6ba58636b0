"""Asking a language model for a second opinion, because a person pressed for it; never by itself.

It names the groups of a run and says of the most doubtful statements which themes it sees. Nothing of that counts, and
nothing of the machine's own outcome changes. Where the server fails, everything stays as it was, and the page says so.
"""

import logging
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from uuid import UUID

from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from codering.domain.analyse import to_fragment
from codering.domain.codeboeken import to_value
from codering.domain.snijden import list_plaatsnamen
from codering.domain.taalserver import read_taalserver
from codering.enums import Kandidaatbesluit, Raadpleegdoel, Runstatus
from codering.models import (
    Analyserun,
    Kandidaatthema,
    Modelvraag,
    Naamvoorstel,
    Raadpleging,
    Runuitkomst,
    Uitspraak,
    Voorgelegd,
)
from codering.refusals import GeenTaalserver, NietsTeRaadplegen, RaadplegingLoopt
from organisaties.domain.audit import log_handeling
from organisaties.models import Gebruiker

if TYPE_CHECKING:
    from codering.nlp.afgeschermd import Afgeschermd
    from codering.nlp.lokaal import Gesprek, Taalserver

logger = logging.getLogger("grondvlak.codering")
HOOGSTENS = 100
"""So many statements, the most doubtful ones: on an ordinary computer that is the work of half an hour."""
GROEPEN_PER_KEER, UITSPRAKEN_PER_KEER = 5, 5
STUK_SECONDEN = 20.0
_STOP_NA = 2


@transaction.atomic
def start_raadpleging(*, run: Analyserun, wie: Gebruiker) -> Raadpleging:
    """Plan the questions about a finished run. Raises GeenTaalserver, RaadplegingLoopt or NietsTeRaadplegen."""
    from codering.tasks import raadpleeg_taalmodel

    server = read_taalserver()
    if server is None:
        raise GeenTaalserver
    vast = Analyserun.objects.select_for_update().select_related("ronde__organisatie").get(pk=run.pk)
    _close_stille(vast)
    groepen, uitspraken = _list_groepen(vast), _list_uitspraken(vast)
    if vast.status != Runstatus.KLAAR or not (groepen or uitspraken):
        raise NietsTeRaadplegen
    raadpleging = Raadpleging.objects.create(
        run=vast,
        wie=wie,
        server=urlsplit(server.adres).netloc[:300],
        model=server.model[:200],
        open_groepen=groepen,
        open_uitspraken=uitspraken,
        totaal=len(uitspraken),
    )
    log_handeling(
        organisatie=vast.ronde.organisatie,
        wie=wie,
        handeling="taalmodel_geraadpleegd",
        op=raadpleging,
        omschrijving=f"{vast}: {raadpleging.model} op {raadpleging.server}",
    )
    raadpleeg_taalmodel.enqueue(str(raadpleging.pk))
    return raadpleging


def _close_stille(run: Analyserun) -> None:
    """Give up what lost who worked at it. Raises RaadplegingLoopt when someone still is."""
    for open_ in Raadpleging.objects.filter(run=run).lopend():
        if open_.loopt:
            raise RaadplegingLoopt
        fail_raadpleging(open_, _("De vragen zijn halverwege blijven steken."))


def fail_raadpleging(raadpleging: Raadpleging, reden: str) -> None:
    """Stop a consultation, with the reason; what was answered stays."""
    rijen = Raadpleging.objects.filter(pk=raadpleging.pk).lopend()
    rijen.update(status=Runstatus.MISLUKT, fout=reden, open_groepen=[], open_uitspraken=[])


def continue_raadpleging(
    *, raadpleging: Raadpleging, seconden: float = STUK_SECONDEN, gestopt: Callable[[], bool] = lambda: False
) -> bool:
    """Ask the next questions; True when there are more. Safe to call again: what was asked is written down.

    At least one question is asked, which may take as long as the server is given.
    """
    einde = time.monotonic() + seconden
    try:
        while _ask_next(raadpleging):
            if gestopt() or time.monotonic() > einde:
                return True
    except DatabaseError:
        raise
    except Exception:
        logger.exception("raadpleging %s is mislukt", raadpleging.pk)
        fail_raadpleging(raadpleging, _("Er ging iets mis bij het vragen."))
    return False


def _ask_next(raadpleging: Raadpleging) -> bool:
    """Ask one question; True when there is another one to ask."""
    raadpleging.refresh_from_db()
    if raadpleging.status not in (Runstatus.WACHT, Runstatus.BEZIG):
        return False
    server = read_taalserver()
    if server is None:
        fail_raadpleging(raadpleging, str(GeenTaalserver.tekst))
        return False
    if raadpleging.open_groepen:
        _ask_namen(raadpleging, server, raadpleging.open_groepen[:GROEPEN_PER_KEER])
    elif raadpleging.open_uitspraken:
        _ask_mening(raadpleging, server, raadpleging.open_uitspraken[:UITSPRAKEN_PER_KEER])
    else:
        Raadpleging.objects.filter(pk=raadpleging.pk).lopend().update(status=Runstatus.KLAAR)
        return False
    laatste = list(raadpleging.vragen.order_by("-nummer")[:_STOP_NA])
    if len(laatste) == _STOP_NA and not any(vraag.gehoord for vraag in laatste):
        fail_raadpleging(raadpleging, laatste[0].fout)
        return False
    return True


def _list_groepen(run: Analyserun) -> list[str]:
    rijen = Kandidaatthema.objects.breed().filter(run=run, besluit=Kandidaatbesluit.OPEN)
    return [str(pk) for pk in rijen.order_by("nummer").values_list("pk", flat=True)]


def _list_uitspraken(run: Analyserun) -> list[str]:
    """The most doubtful statements on which nobody decided; none where there is no codebook to choose from."""
    if run.codeboek_id is None:
        return []
    rijen = Runuitkomst.objects.filter(run=run).na_te_kijken().zonder_besluit().op_twijfel()
    return [str(pk) for pk in rijen.values_list("uitspraak_id", flat=True)[:HOOGSTENS]]


def _shield(
    raadpleging: Raadpleging, sleutels: Sequence[UUID]
) -> tuple[dict[UUID, "Afgeschermd"], dict[UUID, Uitspraak]]:
    """The statements that are still there, and of those the texts in which nothing is left to mask."""
    from codering.nlp.afgeschermd import Afgeschermd, NietAfgeschermd

    rijen = Uitspraak.objects.in_bulk(list(sleutels))
    vrij = list_plaatsnamen(raadpleging.run.ronde_id)
    teksten: dict[UUID, Afgeschermd] = {}
    for sleutel in sleutels:
        if sleutel not in rijen:
            continue
        try:
            teksten[sleutel] = Afgeschermd(to_fragment(rijen[sleutel]), rijen[sleutel].vraag, vrij)
        except NietAfgeschermd:
            continue
    return teksten, rijen


def _ask_namen(raadpleging: Raadpleging, server: "Taalserver", keuze: list[str]) -> None:
    from codering.nlp.tweede import ask_namen

    kandidaten = Kandidaatthema.objects.in_bulk([UUID(sleutel) for sleutel in keuze])
    groepen: dict[UUID, list[tuple[UUID, Afgeschermd]]] = {}
    for kandidaat in sorted(kandidaten.values(), key=lambda kandidaat: kandidaat.nummer):
        teksten, _rijen = _shield(raadpleging, _choose_leden(kandidaat))
        if teksten:
            groepen[kandidaat.pk] = list(teksten.items())
    if not groepen:
        _store(raadpleging, Raadpleegdoel.NAMEN, keuze, None, [])
        return
    gesprek, namen = ask_namen(server, [[tekst for _pk, tekst in stel] for stel in groepen.values()])
    getoond = [
        Voorgelegd(uitspraak_id=pk, nummer=nummer)
        for nummer, stel in enumerate(groepen.values(), start=1)
        for pk, _tekst in stel
    ]
    voorstellen = [
        Naamvoorstel(kandidaat_id=pk, naam=naam) for pk, naam in zip(groepen, namen, strict=True) if naam
    ]
    _store(raadpleging, Raadpleegdoel.NAMEN, keuze, gesprek, getoond, voorstellen)


def _choose_leden(kandidaat: Kandidaatthema) -> list[UUID]:
    """The most central statement of a group, and others in an order that tells nothing of when they came in."""
    from codering.nlp.tweede import VOORBEELDEN_PER_GROEP

    eerst = [kandidaat.voorbeeld_id] if kandidaat.voorbeeld_id else []
    leden = kandidaat.uitkomsten.order_by("uitspraak_id").values_list("uitspraak_id", flat=True)
    return list(dict.fromkeys([*eerst, *leden[:VOORBEELDEN_PER_GROEP]]))[:VOORBEELDEN_PER_GROEP]


def _ask_mening(raadpleging: Raadpleging, server: "Taalserver", keuze: list[str]) -> None:
    from codering.nlp.tweede import ask_mening

    teksten, rijen = _shield(raadpleging, [UUID(sleutel) for sleutel in keuze])
    codeboek = raadpleging.run.codeboek
    niet = len(rijen) - len(teksten)
    if not teksten or codeboek is None:
        _store(raadpleging, Raadpleegdoel.MENING, keuze, None, [], niet=niet)
        return
    gesprek, meningen = ask_mening(server, to_value(codeboek), list(teksten.values()))
    getoond = [
        Voorgelegd(uitspraak_id=pk, nummer=nummer, gelezen=codes is not None, codes=list(codes or ()))
        for nummer, (pk, codes) in enumerate(zip(teksten, meningen, strict=True), start=1)
    ]
    _store(raadpleging, Raadpleegdoel.MENING, keuze, gesprek, getoond, niet=niet)


@transaction.atomic
def _store(
    raadpleging: Raadpleging,
    doel: Raadpleegdoel,
    keuze: list[str],
    gesprek: "Gesprek | None",
    getoond: Sequence[Voorgelegd],
    voorstellen: Sequence[Naamvoorstel] = (),
    *,
    niet: int = 0,
) -> None:
    """Write a question and its answer down, and that these are done; nothing when another task did so already.

    Of statements and groups that were deleted meanwhile nothing is written, nor what was answered about them.
    """
    vast = Raadpleging.objects.select_for_update().get(pk=raadpleging.pk)
    rij = vast.open_groepen if doel == Raadpleegdoel.NAMEN else vast.open_uitspraken
    if vast.status not in (Runstatus.WACHT, Runstatus.BEZIG) or rij[: len(keuze)] != keuze:
        return
    del rij[: len(keuze)]
    vast.status, vast.niet_afgeschermd = Runstatus.BEZIG, vast.niet_afgeschermd + niet
    vast.save()
    if gesprek is None:
        return
    sleutels = [deel.uitspraak_id for deel in getoond]
    levend = set(Uitspraak.objects.filter(pk__in=sleutels).values_list("pk", flat=True))
    groepen = Kandidaatthema.objects.in_bulk([voorstel.kandidaat_id for voorstel in voorstellen])
    vraag = Modelvraag.objects.create(
        raadpleging=vast,
        nummer=vast.vragen.count() + 1,
        doel=doel,
        instructie=gesprek.opdracht.instructie,
        opdrachthash=gesprek.hash,
        antwoord=gesprek.antwoord.replace("\0", "") if len(levend) == len(sleutels) else "",
        model=gesprek.model.replace("\0", "")[:200],
        fout=gesprek.fout[:200],
        gehoord=gesprek.gehoord,
        aantal=len(sleutels),
    )
    for rijtje in (getoond, voorstellen):
        for deel in rijtje:
            deel.vraag = vraag
    Voorgelegd.objects.bulk_create([deel for deel in getoond if deel.uitspraak_id in levend])
    Naamvoorstel.objects.bulk_create([naam for naam in voorstellen if naam.kandidaat_id in groepen])
