"""What residents may read of an advice: what was heard and asked, and what the receiver did with it.

A page for everyone is made of plain values that are gathered here and nowhere else, so that nothing comes along
by accident. What was heard is the settled letter as it was written down then: meant for outside, its counts below
the threshold never told. Of quotes only those stand here that were released to stay, and whose release stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import prefetch_related_objects
from django.utils import timezone

from advies.domain.brief import Bevindingtekst, Brief
from advies.domain.opstellen import tell_heard
from advies.domain.opvolglijst import Briefoverzicht, Puntoverzicht, load_overzicht
from advies.domain.periode import Periode, find_periode, find_vragenlijst
from advies.domain.stand import LOPEND
from advies.domain.vastleggen import read_inhoud
from advies.enums import Adviesstatus, Puntstand
from advies.models import Adviesconcept, Bevinding, Reactie, Toezegging
from codering.domain.citaten import check_citaat
from inzicht.domain.tellen import read_telling
from organisaties.refusals import Weigering


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What the receiver answered."""

    standpunt: str
    tekst: str
    datum: date
    bron: str


@dataclass(frozen=True, slots=True)
class Belofte:
    """What was promised, by when, and how it stands; `soort` is the bare Toezeggingstatus."""

    tekst: str
    door: str
    termijn: date | None
    soort: str
    status: str
    toelichting: str
    stand_op: date
    over_tijd: bool


@dataclass(frozen=True, slots=True)
class Puntverslag:
    """One advice point and what came of it; `bevindingen` are numbers on the same page."""

    nummer: int
    tekst: str
    stand: Puntstand
    bevindingen: tuple[int, ...]
    antwoord: Antwoord | None
    eerder: tuple[Antwoord, ...]
    beloften: tuple[Belofte, ...]


@dataclass(frozen=True, slots=True)
class Terugkoppeling:
    """The whole public page as values.

    `vraag` is what the ronde was about, as far as the letter tells it too. `volgende_termijn` is the first day by
    which a promise should be kept, `loopt_nog` that there are such promises at all. `vragenlijst` is the code of
    one that can be filled in now.
    """

    organisatie: str
    contact: str
    betreft: str
    vraag: str
    periode: Periode
    gehoord: str
    aan: str
    datum: date | None
    verstuurd_op: date | None
    reactietermijn: date | None
    bevindingen: tuple[Bevindingtekst, ...]
    punten: tuple[Puntverslag, ...]
    beantwoord: int
    volgende_termijn: date | None
    loopt_nog: bool
    bijgewerkt: date
    bronnen_weg: bool
    vragenlijst: str


def find_openbaar(slug: str) -> Terugkoppeling | None:
    """Give the public page at an address; None when there is none, or not any more."""
    rijen = Adviesconcept.objects.filter(
        slug=slug, gepubliceerd_op__isnull=False, status=Adviesstatus.VASTGESTELD
    )
    advies = rijen.first()
    return build_terugkoppeling(advies, timezone.localdate()) if advies else None


def build_terugkoppeling(advies: Adviesconcept, vandaag: date) -> Terugkoppeling | None:
    """Gather the page of a settled letter; None for a draft."""
    overzicht = load_overzicht(advies, vandaag)
    brief = read_openbaar(overzicht.advies)
    if brief is None:
        return None
    vast, ronde = overzicht.advies, overzicht.advies.ronde
    loopt = _list_lopend(overzicht)
    return Terugkoppeling(
        organisatie=ronde.organisatie.naam,
        contact=ronde.organisatie.contact,
        betreft=brief.betreft,
        vraag=ronde.vraagstelling if ronde.vraagstelling in brief.aanleiding else "",
        periode=find_periode(ronde, vast.momentopname),
        gehoord=tell_heard(read_telling(vast.momentopname.cijfers), ronde.organisatie.drempel),
        aan=brief.geadresseerde[0] if brief.geadresseerde else "",
        datum=brief.datum,
        verstuurd_op=vast.verstuurd_op,
        reactietermijn=vast.reactietermijn,
        bevindingen=brief.bevindingen,
        punten=_report_all(overzicht, brief),
        beantwoord=overzicht.beantwoord,
        volgende_termijn=min((dag for dag in loopt if dag and dag >= vandaag), default=None),
        loopt_nog=bool(loopt),
        bijgewerkt=_last_change(overzicht),
        bronnen_weg=not ronde.uitspraken.exists(),
        vragenlijst=find_vragenlijst(ronde),
    )


def read_openbaar(advies: Adviesconcept) -> Brief | None:
    """Give the letter as it was settled, with the quotes that may stand on a public page."""
    versie = advies.versies.first()
    if advies.is_concept or versie is None:
        return None
    bevindingen = list(advies.bevindingen.all())
    prefetch_related_objects(bevindingen, "uitspraken")
    brief = read_inhoud(versie.inhoud, [choose_citaat(bevinding) for bevinding in bevindingen])
    return None if brief.concept else brief


def choose_citaat(bevinding: Bevinding) -> str:
    """Give a quote that may stay for good: not one whose release was withdrawn while its source is still here."""
    if bevinding.citaat is not None or not bevinding.citaattekst:
        return bevinding.citaattekst
    bronnen = (uitspraak.tekst for uitspraak in bevinding.uitspraken.all())
    return "" if any(_is_from(bevinding.citaattekst, bron) for bron in bronnen) else bevinding.citaattekst


def count_vervallen(advies: Adviesconcept, brief: Brief) -> int:
    """Count the quotes of the letter that do not stand on the public page."""
    paren = zip(advies.bevindingen.all(), brief.bevindingen, strict=True)
    return sum(bool(rij.gedrukt_citaat) and not tekst.citaat for rij, tekst in paren)


def _is_from(citaat: str, bron: str) -> bool:
    try:
        check_citaat(citaat, bron)
    except Weigering:
        return False
    return True


def _report_all(overzicht: Briefoverzicht, brief: Brief) -> tuple[Puntverslag, ...]:
    paren = zip(overzicht.punten, brief.adviespunten, strict=True)
    return tuple(_report(punt, adviestekst.tekst) for punt, adviestekst in paren)


def _report(punt: Puntoverzicht, tekst: str) -> Puntverslag:
    return Puntverslag(
        nummer=punt.nummer,
        tekst=tekst,
        stand=punt.stand,
        bevindingen=tuple(nummer for nummer, _bevinding in punt.bevindingen),
        antwoord=_to_antwoord(punt.reactie) if punt.reactie else None,
        eerder=tuple(_to_antwoord(reactie) for reactie in punt.eerdere),
        beloften=tuple(_to_belofte(deel.rij, deel.over_tijd) for deel in punt.toezeggingen),
    )


def _to_antwoord(reactie: Reactie) -> Antwoord:
    return Antwoord(reactie.get_standpunt_display(), reactie.tekst, reactie.datum, reactie.bron)


def _to_belofte(rij: Toezegging, over_tijd: bool) -> Belofte:
    return Belofte(
        tekst=rij.tekst,
        door=rij.door,
        termijn=rij.termijn,
        soort=rij.status,
        status=rij.get_status_display(),
        toelichting=rij.toelichting,
        stand_op=rij.stand_op,
        over_tijd=over_tijd,
    )


def _list_lopend(overzicht: Briefoverzicht) -> list[date | None]:
    """Give the days by which the promises that run should be kept; None for one without a day."""
    rijen = (deel.rij for punt in overzicht.punten for deel in punt.toezeggingen)
    return [rij.termijn for rij in rijen if rij.status in LOPEND]


def _last_change(overzicht: Briefoverzicht) -> date:
    rijen: Sequence[Reactie | Toezegging] = [
        rij
        for punt in overzicht.punten
        for rij in (*punt.reacties, *(deel.rij for deel in punt.toezeggingen), *punt.ingetrokken)
    ]
    advies = overzicht.advies
    momenten = [rij.gewijzigd_op for rij in rijen] + [advies.vastgesteld_op or advies.gewijzigd_op]
    return max([timezone.localdate(max(momenten)), *([advies.verstuurd_op] if advies.verstuurd_op else [])])
