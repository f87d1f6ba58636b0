"""Translating a questionnaire: choosing languages, keeping translations, taking them along to a copy."""

from collections.abc import Collection, Iterable, Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from basis.getypt import clean_regel, clean_tekst
from organisaties.domain.audit import log_handeling
from organisaties.models import Gebruiker
from peilingen.domain.bewoording import MAX_KEUZE, MAX_STELLING, MAX_TEKST, MAX_UITLEG
from peilingen.domain.instellingen import MAX_EENHEID
from peilingen.domain.vertalen import (
    Pleksoort,
    Vertaalplek,
    hash_tekst,
    is_current,
    list_plekken,
    name_talen,
    read_woorden,
)
from peilingen.enums import Herkomst
from peilingen.models import Inzending, Vertaling, Vraag, Vragenlijst
from peilingen.refusals import OnbekendeTaal, OnjuisteVertaling, UitBestand

# Other languages need more room than Dutch: half as much again.
RUIMTE: dict[Pleksoort, int] = {
    Pleksoort.TITEL: 300,
    Pleksoort.INLEIDING: 4500,
    Pleksoort.TEKST: MAX_TEKST * 3 // 2,
    Pleksoort.UITLEG: MAX_UITLEG * 3 // 2,
    Pleksoort.EENHEID: MAX_EENHEID * 3 // 2,
    Pleksoort.KEUZE: MAX_KEUZE * 3 // 2,
    Pleksoort.STELLING: MAX_STELLING * 3 // 2,
}
MEER_REGELS = (Pleksoort.INLEIDING, Pleksoort.UITLEG)


@transaction.atomic
def choose_talen(*, vragenlijst: Vragenlijst, wie: Gebruiker, talen: Iterable[str]) -> Vragenlijst:
    """Set into which languages the questions are translated; translations into a language left out are kept.

    Raises OnbekendeTaal and UitBestand.
    """
    vast, gevraagd = _lock(vragenlijst), set(talen)
    if gevraagd - set(name_talen()):
        raise OnbekendeTaal
    nieuw = [taal for taal in name_talen() if taal in gevraagd]
    if nieuw == vast.talen:
        return vast
    vast.talen = nieuw
    vast.save(update_fields=["talen"])
    namen = ", ".join(name_talen()[taal] for taal in nieuw) or "alleen Nederlands"
    _log(vast, wie, "talen_gekozen", f"{vast.titel}: {namen}")
    return vast


@transaction.atomic
def save_vertalingen(
    *,
    vragenlijst: Vragenlijst,
    wie: Gebruiker,
    taal: str,
    teksten: Mapping[str, str],
    klopt: Collection[str] = (),
) -> int:
    """Keep translations by place, also while the questionnaire is open; gives how many changed.

    An empty text takes a translation away. One that stays the same under other Dutch words stays out of date,
    unless its place is in `klopt`. Places that are no longer there are left alone. What people in this language
    may have read before they answered can change, with a line of its own in the audit log.
    Raises OnbekendeTaal, UitBestand, and OnjuisteVertaling before anything is written.
    """
    vast = _lock(vragenlijst)
    if taal not in vast.talen:
        raise OnbekendeTaal
    plekken = {plek.plek: plek for plek in list_plekken(vast, _list_vragen(vast))}
    nieuw = {
        plek: clean_vertaling(plekken[plek], tekst) for plek, tekst in teksten.items() if plek in plekken
    }
    if fouten := find_te_lang(plekken.values(), nieuw):
        raise OnjuisteVertaling(next(iter(fouten.values())))
    oud = read_woorden(vast, taal)
    anders = {
        plek: tekst
        for plek, tekst in nieuw.items()
        if tekst != oud.get(plek, ("", ""))[0]
        or (plek in klopt and plek in oud and not is_current(plekken[plek], oud))
    }
    if anders:
        _store(vast, taal, plekken, anders)
        _log_vertaald(vast, wie, taal, {plek: oud[plek][0] for plek in anders if plek in oud}, len(anders))
    return len(anders)


def clean_vertaling(plek: Vertaalplek, tekst: str) -> str:
    """Give a translation as it is stored: on one line, but for texts that have more."""
    return clean_tekst(tekst).strip() if plek.soort in MEER_REGELS else clean_regel(tekst)


def find_te_lang(plekken: Iterable[Vertaalplek], teksten: Mapping[str, str]) -> dict[str, str]:
    """Say by place what does not fit."""
    fouten = {}
    for plek in plekken:
        lengte, ruimte = len(teksten.get(plek.plek, "")), RUIMTE[plek.soort]
        if lengte > ruimte:
            fouten[plek.plek] = _(
                "Deze vertaling telt %(n)s tekens. Er passen er %(max)s. Maak haar korter."
            ) % {"n": lengte, "max": ruimte}
    return fouten


def copy_vertalingen(*, van: Vragenlijst, naar: Vragenlijst) -> None:
    """Take every translation along to a copy whose questions have the same keys; part of an act."""
    Vertaling.objects.bulk_create(
        Vertaling(vragenlijst=naar, taal=taal, plek=plek, tekst=tekst, bron_hash=bron)
        for taal, plek, tekst, bron in _rijen(van)
    )


def copy_vraagvertalingen(*, van: Vraag, naar: Vraag) -> None:
    """Take the translations of one question along to its duplicate, in the same questionnaire or another.

    The choices of both have the same keys. Part of an act.
    """
    voor = f"{van.sleutel}."
    Vertaling.objects.bulk_create(
        (
            Vertaling(
                vragenlijst_id=naar.vragenlijst_id,
                taal=taal,
                plek=f"{naar.sleutel}.{plek.removeprefix(voor)}",
                tekst=tekst,
                bron_hash=bron,
            )
            for taal, plek, tekst, bron in _rijen(van.vragenlijst)
            if plek.startswith(voor)
        ),
        ignore_conflicts=True,
    )


def _rijen(vragenlijst: Vragenlijst) -> list[tuple[str, str, str, str]]:
    rijen = Vertaling.objects.filter(vragenlijst=vragenlijst).order_by("taal", "plek")
    return list(rijen.values_list("taal", "plek", "tekst", "bron_hash"))


def _list_vragen(vragenlijst: Vragenlijst) -> list[Vraag]:
    return list(vragenlijst.vragen.prefetch_related("keuzes", "stellingen"))


def _lock(vragenlijst: Vragenlijst) -> Vragenlijst:
    rijen = Vragenlijst.objects.select_for_update(of=("self",)).select_related("ronde__organisatie")
    vast: Vragenlijst = rijen.get(pk=vragenlijst.pk)
    if vast.herkomst == Herkomst.BESTAND:
        raise UitBestand
    return vast


def _store(
    lijst: Vragenlijst, taal: str, plekken: Mapping[str, Vertaalplek], anders: Mapping[str, str]
) -> None:
    weg = [plek for plek, tekst in anders.items() if not tekst]
    Vertaling.objects.filter(vragenlijst=lijst, taal=taal, plek__in=weg).delete()
    Vertaling.objects.bulk_create(
        (
            Vertaling(
                vragenlijst=lijst,
                taal=taal,
                plek=plek,
                tekst=tekst,
                bron_hash=hash_tekst(plekken[plek].tekst),
            )
            for plek, tekst in anders.items()
            if tekst
        ),
        update_conflicts=True,
        unique_fields=["vragenlijst", "taal", "plek"],
        update_fields=["tekst", "bron_hash"],
    )


def _log_vertaald(lijst: Vragenlijst, wie: Gebruiker, taal: str, was: Mapping[str, str], aantal: int) -> None:
    naam = name_talen()[taal]
    if was and Inzending.objects.filter(vragenlijst=lijst, taal=taal).exists():
        oud = "; ".join(f"{plek} was “{tekst}”" for plek, tekst in was.items())
        _log(lijst, wie, "vertaling_veranderd_na_antwoorden", f"{lijst.titel}, {naam}: {oud}")
    else:
        _log(lijst, wie, "vertaling_bewaard", f"{lijst.titel}, {naam}: {aantal} teksten")


def _log(lijst: Vragenlijst, wie: Gebruiker, handeling: str, omschrijving: str) -> None:
    log_handeling(
        organisatie=lijst.ronde.organisatie,
        wie=wie,
        handeling=handeling,
        op=lijst,
        omschrijving=omschrijving,
    )
