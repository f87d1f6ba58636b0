"""Writing the rows of a question, as part of an act; with the keys that conditions, files and translations use."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from peilingen.domain.bewoording import clean_uitleg
from peilingen.domain.instellingen import clean_instellingen
from peilingen.domain.stammen import Bewoording, find_stam
from peilingen.domain.voorwaarderegels import list_genoemde_keuzes, list_genoemde_sleutels
from peilingen.enums import ZONDER_ANTWOORD
from peilingen.models import Keuze, Stelling, Vraag, Vraagstam, Vragenlijst
from peilingen.refusals import OnjuisteVraag

MAX_VRAGEN = 60
# Out of the way of every real place while places are given anew; a place is used once per questionnaire.
_OPZIJ = 10_000


@dataclass(frozen=True, slots=True)
class Extra:
    """What belongs to a question besides its words. Empty keys are given out anew."""

    instellingen: Mapping[str, Any] = field(default_factory=dict)
    voorwaarde: Mapping[str, Any] = field(default_factory=dict)
    sleutel: str = ""
    keuzesleutels: tuple[str, ...] = ()
    stellingsleutels: tuple[str, ...] = ()


def read_extra(vraag: Vraag) -> Extra:
    """Give what belongs to a stored question besides its words."""
    return Extra(
        instellingen=dict(vraag.instellingen),
        voorwaarde=dict(vraag.voorwaarde),
        sleutel=vraag.sleutel,
        keuzesleutels=tuple(keuze.sleutel for keuze in vraag.keuzes.all()),
        stellingsleutels=tuple(stelling.sleutel for stelling in vraag.stellingen.all()),
    )


def store_vraag(
    vragenlijst: Vragenlijst,
    zo: Bewoording,
    *,
    uitleg: str,
    verplicht: bool,
    stam: Vraagstam | None = None,
    extra: Extra | None = None,
) -> Vraag:
    """Write a question at the end; raises OnjuisteVraag when there are too many or a setting is wrong."""
    extra = extra or Extra()
    andere = list(Vraag.objects.filter(vragenlijst=vragenlijst).only("volgorde", "sleutel", "voorwaarde"))
    bezet = [(rij.volgorde, rij.sleutel) for rij in andere]
    if len(bezet) >= MAX_VRAGEN:
        raise OnjuisteVraag(_("Een vragenlijst heeft hoogstens %(n)s vragen.") % {"n": MAX_VRAGEN})
    gevonden, versie = find_stam(vragenlijst.ronde.organisatie, zo, stam=stam)
    sleutels = {sleutel for _volgorde, sleutel in bezet}
    vraag = Vraag.objects.create(
        vragenlijst=vragenlijst,
        stam=gevonden,
        versie=versie,
        volgorde=max((volgorde for volgorde, _sleutel in bezet), default=0) + 1,
        sleutel=_choose_sleutel(extra.sleutel, sleutels, andere),
        soort=zo.soort,
        tekst=zo.tekst,
        uitleg=clean_uitleg(uitleg),
        verplicht=verplicht and zo.soort not in ZONDER_ANTWOORD,
        instellingen=clean_instellingen(zo.soort, extra.instellingen),
        voorwaarde=dict(extra.voorwaarde),
    )
    _store_regels(Keuze, vraag, zo.keuzes, extra.keuzesleutels)
    _store_regels(Stelling, vraag, zo.stellingen, extra.stellingsleutels)
    return vraag


def replace_vraag(vraag: Vraag, zo: Bewoording, *, uitleg: str, verplicht: bool) -> None:
    """Write other words to a question whose stam, settings and condition were set on the object already."""
    vraag.soort, vraag.tekst, vraag.uitleg = zo.soort, zo.tekst, clean_uitleg(uitleg)
    vraag.verplicht = verplicht and zo.soort not in ZONDER_ANTWOORD
    vraag.save()
    _store_regels(Keuze, vraag, zo.keuzes)
    _store_regels(Stelling, vraag, zo.stellingen)


def _choose_sleutel(gewenst: str, bezet: set[str], andere: Sequence[Vraag]) -> str:
    """Give the asked key when it is free, else one that no condition names either: that of a question taken out."""
    if gewenst not in {"", *bezet}:
        return gewenst
    return make_sleutel("v", bezet | list_genoemde_sleutels(andere))


def make_sleutel(letter: str, bezet: Iterable[str]) -> str:
    """Give the next free key: v4 after v1 and v3."""
    cijfers = (sleutel.removeprefix(letter) for sleutel in bezet)
    return f"{letter}{max((int(deel) for deel in cijfers if deel.isdecimal()), default=0) + 1}"


def _store_regels(model: Any, vraag: Vraag, woorden: Sequence[str], sleutels: Sequence[str] = ()) -> None:
    """Bring choices (`model` Keuze) or statements (Stelling) in line.

    One whose words stay keeps its row and key, so that a draft still means the same. Where as many stay as there
    were, one with other words in the same place gets a new row with the old key: conditions and translations still
    find it.
    """
    letter = "k" if model is Keuze else "s"
    oud = list(model.objects.filter(vraag=vraag))
    op_tekst = {regel.tekst: regel for regel in oud}
    weg = [regel for regel in oud if regel.tekst not in woorden]
    model.objects.filter(pk__in=[regel.pk for regel in weg]).delete()
    bezet = {regel.sleutel for regel in oud if regel.tekst in woorden}
    for plaats, woord in enumerate(woorden):
        regel = op_tekst.get(woord)
        if regel is None:
            hier = oud[plaats] if len(oud) == len(woorden) and oud[plaats] in weg else None
            gewenst = sleutels[plaats] if plaats < len(sleutels) else (hier.sleutel if hier else "")
            alle = {*bezet, *(oude.sleutel for oude in oud), *_list_genoemd(model, vraag)}
            sleutel = gewenst if gewenst not in {"", *bezet} else make_sleutel(letter, alle)
            regel = model(vraag=vraag, tekst=woord, sleutel=sleutel)
            bezet.add(sleutel)
        regel.volgorde = plaats + 1
        regel.save()


def _list_genoemd(model: Any, vraag: Vraag) -> set[str]:
    """Give the keys of choices that conditions name; one that is gone is not given to another choice."""
    if model is not Keuze:
        return set()
    zelfde = Vraag.objects.filter(vragenlijst_id=vraag.vragenlijst_id).exclude(voorwaarde={})
    return list_genoemde_keuzes(vraag.sleutel, list(zelfde.only("voorwaarde")))


def in_volgorde(vragenlijst: Vragenlijst) -> list[UUID]:
    """Give the keys of the rows of a questionnaire, in order."""
    return list(
        Vraag.objects.filter(vragenlijst=vragenlijst).order_by("volgorde").values_list("pk", flat=True)
    )


def place(volgorde: Sequence[UUID]) -> None:
    """Number the questions from 1, by way of numbers that nobody has."""
    for begin in (_OPZIJ, 1):
        for plaats, pk in enumerate(volgorde):
            Vraag.objects.filter(pk=pk).update(volgorde=begin + plaats)
