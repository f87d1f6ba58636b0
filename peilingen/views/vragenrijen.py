"""The questions as the page of a questionnaire lists them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from peilingen.domain.bewonerlijst import list_buurten
from peilingen.domain.instellingen import Instellingen, read_instellingen
from peilingen.domain.nummeren import number_vragen
from peilingen.domain.volgorde import find_ruimte, find_vooruitkijkers, list_plaatsen
from peilingen.domain.voorwaarden import describe_voorwaarde
from peilingen.enums import Vraagsoort
from peilingen.models import Vraag, Vragenlijst


@dataclass(frozen=True, slots=True)
class Vraagrij:
    """One row: its number (None for a heading or a text), its condition in words, and where it can go.

    `wacht` tells that its condition looks at a question that comes later; `geen_buurten` that it asks for a buurt and
    the organisation has none.
    """

    vraag: Vraag
    nummer: int | None
    instellingen: Instellingen
    voorwaarde: str
    omhoog: bool
    omlaag: bool
    kop: bool
    binnen: bool
    wacht: bool
    geen_buurten: bool


def build_rijen(lijst: Vragenlijst, vragen: Sequence[Vraag]) -> list[Vraagrij]:
    """Give the rows in order."""
    nummers, ruimte = number_vragen(vragen), find_ruimte(list_plaatsen(vragen))
    wacht = {vraag.pk for vraag in find_vooruitkijkers(vragen)}
    buurt = any(vraag.soort == Vraagsoort.BUURT for vraag in vragen)
    zonder = buurt and not list_buurten(lijst.ronde.organisatie)
    rijen, binnen = [], False
    for vraag in vragen:
        kop = vraag.soort == Vraagsoort.ONDERDEEL
        omhoog, omlaag = ruimte[vraag.pk]
        rijen.append(
            Vraagrij(
                vraag=vraag,
                nummer=nummers.get(vraag.pk),
                instellingen=read_instellingen(vraag),
                voorwaarde=describe_voorwaarde(vraag, vragen),
                omhoog=omhoog,
                omlaag=omlaag,
                kop=kop,
                binnen=binnen and not kop,
                wacht=vraag.pk in wacht,
                geen_buurten=zonder and vraag.soort == Vraagsoort.BUURT,
            )
        )
        binnen = binnen or kop
    return rijen


def describe_verplaatsing(vraag: Vraag, voorheen: Sequence[Vraag], nu: Sequence[Vraag]) -> str:
    """Say where a question stands now, and which conditions look the wrong way because of it."""
    oud, nieuw = number_vragen(voorheen), number_vragen(nu)
    if vraag.pk in nieuw and oud[vraag.pk] != nieuw[vraag.pk]:
        wat = {"oud": oud[vraag.pk], "nieuw": nieuw[vraag.pk]}
        zin = _("Vraag %(oud)s staat nu op plaats %(nieuw)s.") % wat
    elif [rij.pk for rij in voorheen] == [rij.pk for rij in nu]:
        zin = _("“%(tekst)s” staat nog op dezelfde plaats.") % {"tekst": vraag}
    else:
        zin = _("“%(tekst)s” is verplaatst.") % {"tekst": vraag}
    kijkt = [rij for rij in find_vooruitkijkers(nu) if rij not in find_vooruitkijkers(voorheen)]
    return " ".join(
        [
            zin,
            *(
                _("Let op: “%(tekst)s” hangt nu af van een vraag die later komt.") % {"tekst": rij}
                for rij in kijkt
            ),
        ]
    )
