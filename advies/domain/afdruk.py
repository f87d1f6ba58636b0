"""From the rows of a letter to the letter itself, and the record of what was downloaded."""

import re
from collections.abc import Sequence
from dataclasses import asdict, replace
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Prefetch
from django.utils import timezone

from advies.domain.brief import Adviestekst, Bevindingtekst, Brief, format_datum
from advies.domain.opstellen import overview_diagram
from advies.domain.vastleggen import hash_inhoud, read_inhoud, to_inhoud
from advies.domain.verantwoorden import describe_uitkomsten, method_appendix
from advies.models import Adviesconcept, Adviespunt, Bevinding, Briefversie
from codering.domain.leerstand import describe_leren
from codering.domain.overzicht import count_uitkomsten
from codering.domain.samen import count_samen
from codering.models import Thema
from inzicht.domain.tellen import read_telling
from inzicht.models import Momentopname

PROGRAMMA = "Grondvlak"


def list_bevindingen(advies: Adviesconcept) -> list[Bevinding]:
    """Give the findings that stand in the letter, with all that printing needs."""
    rijen = advies.bevindingen.aanwezig().select_related("citaat__uitspraak", "momentopname")
    return list(rijen.prefetch_related(Prefetch("themas", Thema.objects.order_by("volgorde"))))


def list_adviespunten(advies: Adviesconcept) -> list[Adviespunt]:
    """Give the advice points that stand in the letter, each with its findings."""
    return list(advies.adviespunten.aanwezig().prefetch_related("bevindingen"))


def build_brief(advies: Adviesconcept) -> Brief:
    """Give the letter as it is now; a vastgesteld one as it was then, less the quotes that had to go."""
    versie = None if advies.is_concept else advies.versies.first()
    if versie is None:
        return compose_brief(advies)
    brief = read_inhoud(versie.inhoud, [bevinding.gedrukt_citaat for bevinding in list_bevindingen(advies)])
    return replace(brief, versie=versie.nummer)


def compose_brief(advies: Adviesconcept) -> Brief:
    """Make the letter from its rows."""
    bevindingen = list_bevindingen(advies)
    organisatie = advies.ronde.organisatie
    telling = read_telling(advies.momentopname.cijfers)
    return Brief(
        afzender=organisatie.naam,
        betreft=advies.betreft,
        adres=_lines(organisatie.adres, zonder=organisatie.naam),
        aanhef=advies.aanhef,
        geadresseerde=_lines(advies.geadresseerde),
        plaats=advies.plaats,
        datum=advies.datum,
        aanleiding=advies.aanleiding,
        diagram=overview_diagram(telling, organisatie.drempel),
        bevindingen=tuple(_to_bevindingtekst(bevinding) for bevinding in bevindingen),
        adviespunten=_to_adviesteksten(list_adviespunten(advies), bevindingen),
        slot=advies.slot,
        ondertekening=_lines(advies.ondertekening),
        bijlage=method_appendix(
            telling,
            organisatie.drempel,
            describe_herkomst(advies.momentopname),
            definities=_definitions(bevindingen),
            opmerkingen=_moments(advies, bevindingen),
        ),
        concept=advies.is_concept,
    )


def _to_adviesteksten(
    punten: Sequence[Adviespunt], bevindingen: Sequence[Bevinding]
) -> tuple[Adviestekst, ...]:
    nummers = find_nummers(punten, bevindingen)
    return tuple(Adviestekst(punt.tekst, nummers[punt.pk]) for punt in punten if punt.tekst)


def find_nummers(
    punten: Sequence[Adviespunt], bevindingen: Sequence[Bevinding]
) -> dict[UUID, tuple[int, ...]]:
    """Give per advice point the numbers of the findings that it rests on, as the letter prints them."""
    plaats = {bevinding.pk: nummer for nummer, bevinding in enumerate(bevindingen, start=1)}
    return {
        punt.pk: tuple(sorted(plaats[b.pk] for b in punt.bevindingen.all() if b.pk in plaats))
        for punt in punten
    }


def _to_bevindingtekst(bevinding: Bevinding) -> Bevindingtekst:
    citaat = bevinding.gedrukt_citaat
    return Bevindingtekst(
        kop=bevinding.kop,
        tekst=bevinding.tekst,
        cijferzin=bevinding.cijferzin,
        citaat=citaat,
        citaatbron=bevinding.citaatbron if citaat else "",
    )


def _lines(tekst: str, zonder: str = "") -> tuple[str, ...]:
    regels = (regel.strip() for regel in tekst.splitlines())
    return tuple(regel for regel in regels if regel and regel != zonder)


def _definitions(bevindingen: Sequence[Bevinding]) -> list[tuple[str, str]]:
    themas = {thema.code: thema for bevinding in bevindingen for thema in bevinding.themas.all()}
    return [(thema.naam, thema.definitie) for thema in themas.values() if thema.definitie]


def _moments(advies: Adviesconcept, bevindingen: Sequence[Bevinding]) -> list[str]:
    """Say so when not all figures are of the same moment."""
    anders = [
        (nummer, bevinding.momentopname)
        for nummer, bevinding in enumerate(bevindingen, start=1)
        if bevinding.momentopname and bevinding.momentopname.bronhash != advies.momentopname.bronhash
    ]
    if not anders:
        return []
    delen = "; ".join(f"die bij bevinding {nummer} van {_day(opname)}" for nummer, opname in anders)
    return [f"De cijfers in deze bijlage zijn van {_day(advies.momentopname)}; {delen}."]


def _day(opname: Momentopname) -> str:
    return format_datum(timezone.localdate(opname.gemaakt_op))


def describe_herkomst(opname: Momentopname) -> tuple[tuple[str, str], ...]:
    """Say where figures come from: when they were frozen, and by what they were made."""
    regels = [("Cijfers vastgelegd op", _day(opname))]
    run = opname.run
    if run is not None:
        versies = dict(run.herkomst.get("versies", ()))
        programma = f"{PROGRAMMA} {versies.get('grondvlak', '')}".strip()
        regels += [
            ("Codeboek", str(run.codeboek) if run.codeboek else "geen"),
            *((("Besluiten", leren),) if (leren := describe_leren(run)) else ()),
            ("Indeling", f"{run}, taalmodel {run.herkomst.get('embedder') or 'onbekend'}, {programma}"),
        ]
        telling = count_uitkomsten(run)
        # After a deletion what is left is no longer what the frozen figures are of.
        if telling.totaal == run.totaal:
            regels.append(("Uitspraken", describe_uitkomsten(asdict(telling))))
        if samen := count_samen(run.ronde):
            regels.append(("Samen overgenomen", _describe_samen(samen)))
    return (*regels, ("Kenmerk", opname.bronhash[:12]))


def _describe_samen(aantal: int) -> str:
    """Say how decisions came about that were taken from a list."""
    wat = "besluit" if aantal == 1 else "besluiten"
    return f"{aantal} {wat} nam een mens uit een lijst van zekere voorstellen, na die door te lezen"


@transaction.atomic
def record_versie(advies: Adviesconcept) -> Brief:
    """Give the letter with its version number, and remember it; the same letter keeps the same number."""
    vast = Adviesconcept.objects.select_for_update(of=("self",)).get(pk=advies.pk)
    brief = build_brief(advies)
    laatste = vast.versies.first()
    if not vast.is_concept and laatste is not None:
        return brief
    if laatste is None or laatste.inhoudhash != hash_inhoud(to_inhoud(brief)):
        laatste = write_versie(vast, brief)
    return replace(brief, versie=laatste.nummer)


def write_versie(advies: Adviesconcept, brief: Brief) -> Briefversie:
    """Write a letter down as the next version."""
    nummer = (advies.versies.aggregate(m=Max("nummer"))["m"] or 0) + 1
    inhoud = to_inhoud(brief)
    return Briefversie.objects.create(
        advies=advies, nummer=nummer, inhoud=inhoud, inhoudhash=hash_inhoud(inhoud)
    )


def name_bestand(advies: Adviesconcept, suffix: str) -> str:
    """Give a file name that tells what it is: advies-buurten-2026-03-15.pdf."""
    from basis.druk.tekst import clean_regel

    dag = advies.datum or timezone.localdate(advies.gewijzigd_op)
    woorden = re.sub(r"[^\w]+", "-", clean_regel(advies.betreft).lower()).strip("-")[:80].strip("-")
    concept = "-concept" if advies.is_concept else ""
    return f"{woorden or 'advies'}-{dag.isoformat()}{concept}.{suffix}"
