"""Starting a letter, and saving what people write in it."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from advies.domain.opstellen import (
    draft_adviespunten,
    draft_bevinding,
    figure_sentence,
    opening,
    request_for_reaction,
)
from advies.domain.samenvoegen import merge_velden
from advies.domain.velden import pick, prefix_adviespunt, prefix_bevinding, read_ids, read_velden
from advies.enums import Adviessoort
from advies.models import Adviesconcept, Adviespunt, Bevinding
from advies.refusals import AlVastgesteld, GeenBevinding, GeenCijfers
from codering.models import Analyserun, Thema
from inzicht.domain.cijfers import current_run, freeze_cijfers
from inzicht.domain.tellen import Telling, read_telling
from inzicht.domain.uitspraken import read_kernwoorden
from inzicht.models import Momentopname
from organisaties.domain.audit import log_handeling
from organisaties.models import Gebruiker, Organisatie, Ronde


@transaction.atomic
def start_advies(
    *,
    ronde: Ronde,
    wie: Gebruiker,
    themas: Sequence[Thema],
    soort: str = Adviessoort.ONGEVRAAGD,
    geadresseerde: str = "",
    betreft: str = "",
) -> Adviesconcept:
    """Freeze the figures and draft a letter on these themes; raises GeenCijfers or GeenBevinding."""
    run = current_run(ronde)
    if run is None:
        raise GeenCijfers
    if not themas:
        raise GeenBevinding
    opname = freeze_cijfers(ronde=ronde, wie=wie)
    telling = read_telling(opname.cijfers)
    advies = Adviesconcept.objects.create(
        ronde=ronde,
        soort=soort,
        momentopname=opname,
        geadresseerde=geadresseerde.strip(),
        betreft=betreft.strip() or ronde.naam,
        plaats=ronde.organisatie.plaats,
        aanhef="Geacht college,",
        aanleiding=draft_aanleiding(ronde, soort, telling),
        slot=request_for_reaction(),
        ondertekening=draft_ondertekening(ronde.organisatie),
    )
    _draft_onderdelen(advies, telling, themas, run)
    log_handeling(
        organisatie=ronde.organisatie,
        wie=wie,
        handeling="brief_begonnen",
        op=advies,
        omschrijving=advies.betreft,
    )
    return advies


def draft_aanleiding(ronde: Ronde, soort: str, telling: Telling) -> str:
    """Draft the paragraphs before the findings."""
    gevraagd = soort == Adviessoort.GEVRAAGD
    return opening(telling, ronde.vraagstelling, drempel=ronde.organisatie.drempel, gevraagd=gevraagd)


def draft_ondertekening(organisatie: Organisatie) -> str:
    """Draft the lines of the signature."""
    return "\n".join(deel for deel in (f"namens {organisatie.naam}", organisatie.ondertekenaar) if deel)


def _draft_onderdelen(
    advies: Adviesconcept, telling: Telling, themas: Sequence[Thema], run: Analyserun
) -> None:
    """Write a finding per theme, the most named first, and an advice for each."""
    per_code = {thema.code: thema for thema in themas}
    cijfers = [cijfer for cijfer in telling.deel().themas if cijfer.code in per_code]
    drempel, woorden = advies.ronde.organisatie.drempel, read_kernwoorden(run)
    bevindingen = []
    for plaats, cijfer in enumerate(cijfers):
        tekst = draft_bevinding(telling, cijfer, woorden.get(cijfer.code, ()), drempel, plaats)
        bevinding = Bevinding.objects.create(
            advies=advies,
            momentopname=advies.momentopname,
            volgorde=plaats + 1,
            kop=tekst.kop,
            tekst=tekst.tekst,
            cijferzin=tekst.cijferzin,
        )
        bevinding.themas.add(per_code[cijfer.code])
        bevindingen.append(bevinding)
    for volgorde, punt in enumerate(draft_adviespunten(telling, cijfers, drempel), start=1):
        rij = Adviespunt.objects.create(advies=advies, volgorde=volgorde, tekst=punt.tekst)
        rij.bevindingen.set([bevindingen[nummer - 1] for nummer in punt.bevindingen])


def lock_concept(advies: Adviesconcept) -> Adviesconcept:
    """Give the letter, held for this transaction; raises AlVastgesteld."""
    vast = Adviesconcept.objects.select_for_update(of=("self",)).select_related(
        "ronde__organisatie", "momentopname"
    )
    gehouden = vast.get(pk=advies.pk)
    if not gehouden.is_concept:
        raise AlVastgesteld
    return gehouden


@transaction.atomic
def save_teksten(
    *, advies: Adviesconcept, wie: Gebruiker, velden: Mapping[str, str], basis: Mapping[str, str]
) -> dict[str, str]:
    """Save what someone typed; gives per clashing field what another window wrote there meanwhile.

    `velden` and `basis` are as in `merge_velden`. All that does not clash is saved. Raises AlVastgesteld.
    """
    vast = lock_concept(advies)
    bevindingen = list(vast.bevindingen.select_related("momentopname").prefetch_related("themas"))
    punten = list(vast.adviespunten.prefetch_related("bevindingen"))
    samen = merge_velden(velden, basis, read_velden(vast, bevindingen, punten))
    for bevinding in bevindingen:
        _write_bevinding(vast, bevinding, pick(samen.schrijven, prefix_bevinding(bevinding.pk)))
    for punt in punten:
        _write_adviespunt(vast, punt, pick(samen.schrijven, prefix_adviespunt(punt.pk)))
    if samen.schrijven:
        _write_brief(vast, samen.schrijven)
        log_handeling(organisatie=vast.ronde.organisatie, wie=wie, handeling="brief_bewerkt", op=vast)
    return samen.botsingen


def _write_brief(advies: Adviesconcept, velden: Mapping[str, str]) -> None:
    for naam, tekst in velden.items():
        if naam == "datum":
            advies.datum = date.fromisoformat(tekst) if tekst else None
        elif hasattr(advies, naam):
            setattr(advies, naam, tekst)
    advies.save()


def _write_bevinding(advies: Adviesconcept, bevinding: Bevinding, velden: dict[str, str]) -> None:
    if not velden:
        return
    themas = velden.pop("themas", None)
    voor = draft_cijferzin(bevinding)
    for naam, tekst in velden.items():
        setattr(bevinding, naam, tekst)
    if themas is not None:
        gekozen = Thema.objects.van(advies.ronde.organisatie).filter(pk__in=read_ids(themas))
        bevinding.themas.set(gekozen)
        bevinding.momentopname = bevinding.momentopname or advies.momentopname
        if bevinding.cijferzin in ("", voor):
            bevinding.cijferzin = draft_cijferzin(bevinding)
    bevinding.save()


def _write_adviespunt(advies: Adviesconcept, punt: Adviespunt, velden: dict[str, str]) -> None:
    if not velden:
        return
    bevindingen = velden.pop("bevindingen", None)
    if bevindingen is not None:
        punt.bevindingen.set(advies.bevindingen.filter(pk__in=read_ids(bevindingen)))
    for naam, tekst in velden.items():
        setattr(punt, naam, tekst)
    punt.save()


def draft_cijferzin(bevinding: Bevinding, opname: Momentopname | None = None) -> str:
    """Give the sentence with the figure as it is drafted from a momentopname (the finding's own by default)."""
    bron = opname or bevinding.momentopname
    if bron is None:
        return ""
    codes = [thema.code for thema in bevinding.themas.order_by("volgorde")]
    drempel = bevinding.advies.ronde.organisatie.drempel
    return figure_sentence(read_telling(bron.cijfers), codes, drempel)


def touch(advies: Adviesconcept) -> None:
    """Note that the letter changed now."""
    Adviesconcept.objects.filter(pk=advies.pk).update(gewijzigd_op=timezone.now())
