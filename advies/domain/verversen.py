"""Newer figures: which sentences of a letter are out of date, and taking the new ones without losing edits."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from advies.domain.concept import draft_aanleiding, draft_cijferzin, lock_concept
from advies.domain.opstellen import figure_sentence
from advies.models import Adviesconcept, Bevinding
from inzicht.domain.cijfers import cached_telling, current_run, freeze_cijfers, hash_telling
from inzicht.domain.tellen import Telling, read_telling
from organisaties.domain.audit import log_handeling
from organisaties.models import Gebruiker


@dataclass(frozen=True, slots=True)
class Verouderd:
    """A sentence whose figure changed. `eigen`: a person rewrote it, so only a person replaces it."""

    bevinding: Bevinding
    nummer: int
    oud: str
    nieuw: str
    eigen: bool


@dataclass(frozen=True, slots=True)
class Cijferstand:
    """What newer figures would change: sentences, and the opening with the picture and appendix.

    `aanleiding` is the newly drafted opening when a person rewrote the old one, so that they can compare.
    """

    zinnen: tuple[Verouderd, ...]
    brief: bool
    aanleiding: str

    @property
    def iets(self) -> bool:
        """Whether anything is out of date."""
        return self.brief or bool(self.zinnen)


NIETS = Cijferstand((), False, "")


def find_verouderd(advies: Adviesconcept, bevindingen: Collection[Bevinding]) -> Cijferstand:
    """Compare the letter with the figures as they are now; `bevindingen` in the order of the letter."""
    run = current_run(advies.ronde)
    if not advies.is_concept or run is None:
        return NIETS
    nu = cached_telling(advies.ronde, run)
    zinnen = [
        verouderd
        for nummer, bevinding in enumerate(bevindingen, start=1)
        if (verouderd := _compare(advies, bevinding, nummer, nu))
    ]
    brief = advies.momentopname.bronhash != hash_telling(nu)
    oud = draft_aanleiding(advies.ronde, advies.soort, read_telling(advies.momentopname.cijfers))
    nieuw = draft_aanleiding(advies.ronde, advies.soort, nu)
    eigen = advies.aanleiding != oud and nieuw != oud
    return Cijferstand(tuple(zinnen), brief, nieuw if brief and eigen else "")


def _compare(advies: Adviesconcept, bevinding: Bevinding, nummer: int, nu: Telling) -> Verouderd | None:
    codes = [thema.code for thema in sorted(bevinding.themas.all(), key=lambda thema: thema.volgorde)]
    if bevinding.momentopname is None or not codes or not bevinding.cijferzin:
        return None
    drempel = advies.ronde.organisatie.drempel
    oud = figure_sentence(read_telling(bevinding.momentopname.cijfers), codes, drempel)
    nieuw = figure_sentence(nu, codes, drempel)
    if oud == nieuw:
        return None
    return Verouderd(bevinding, nummer, bevinding.cijferzin, nieuw, bevinding.cijferzin != oud)


@transaction.atomic
def refresh_zin(*, bevinding: Bevinding, wie: Gebruiker, overnemen: bool) -> None:
    """Bring one finding to the newest figures; without `overnemen` its words stay as a person wrote them.

    Raises AlVastgesteld.
    """
    advies = lock_concept(bevinding.advies)
    bevinding.momentopname = freeze_cijfers(ronde=advies.ronde, wie=wie)
    if overnemen:
        bevinding.cijferzin = draft_cijferzin(bevinding)
    bevinding.save(update_fields=["momentopname", "cijferzin"])
    advies.save()
    log_handeling(
        organisatie=advies.ronde.organisatie,
        wie=wie,
        handeling="cijfers_ververst",
        op=bevinding,
        omschrijving=bevinding.kop,
    )


@transaction.atomic
def refresh_alles(*, advies: Adviesconcept, wie: Gebruiker) -> list[UUID]:
    """Bring opening, picture, appendix and every untouched sentence to the newest figures.

    What a person rewrote keeps its words and stays marked; gives the ids of those findings. Raises
    AlVastgesteld.
    """
    vast = lock_concept(advies)
    oud = draft_aanleiding(vast.ronde, vast.soort, read_telling(vast.momentopname.cijfers))
    opname = freeze_cijfers(ronde=vast.ronde, wie=wie)
    if vast.aanleiding == oud:
        vast.aanleiding = draft_aanleiding(vast.ronde, vast.soort, read_telling(opname.cijfers))
    vast.momentopname = opname
    vast.save()
    gebleven = []
    for bevinding in vast.bevindingen.exclude(momentopname=None).select_related("momentopname"):
        oude_zin, nieuwe_zin = draft_cijferzin(bevinding), draft_cijferzin(bevinding, opname)
        if bevinding.cijferzin not in ("", oude_zin, nieuwe_zin) and oude_zin != nieuwe_zin:
            gebleven.append(bevinding.pk)
            continue
        if bevinding.cijferzin == oude_zin:
            bevinding.cijferzin = nieuwe_zin
        bevinding.momentopname = opname
        bevinding.save(update_fields=["momentopname", "cijferzin"])
    log_handeling(organisatie=vast.ronde.organisatie, wie=wie, handeling="cijfers_ververst", op=vast)
    return gebleven
