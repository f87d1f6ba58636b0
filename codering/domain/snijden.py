"""Cutting a source's text into statements that are not stored yet."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from codering.models import Uitspraak
from organisaties.domain.bronnen import Brontekst
from organisaties.models import Gebied, Plek

if TYPE_CHECKING:
    from codering.nlp.types import Fragment


@dataclass(frozen=True, slots=True)
class Stuk:
    """One statement of a text, with the words it is found by."""

    fragment: "Fragment"
    zoektekst: str


@dataclass(frozen=True, slots=True)
class Gesneden:
    """A text in pieces; `bronhash` says of which words."""

    bronhash: str
    stukken: tuple[Stuk, ...]


def hash_bron(tekst: Brontekst) -> str:
    """The hash of what a source says; a change of area or kanaal does not change it."""
    return hashlib.sha256(f"{tekst.vraag}\0{tekst.tekst}".encode(errors="replace")).hexdigest()


def hash_tekst(tekst: str) -> str:
    """The hash under which a masked text's vectors are found and deleted."""
    return hashlib.sha256(tekst.encode(errors="replace")).hexdigest()


def list_plaatsnamen(ronde_id: UUID) -> tuple[str, ...]:
    """Name the places and areas of the organisation: called after a person or not, they are no persons.

    Holds for texts that are cut from now on; what was masked before stays so.
    """
    plekken = Plek.objects.filter(organisatie__rondes=ronde_id).values_list("naam", flat=True)
    gebieden = Gebied.objects.filter(organisatie__rondes=ronde_id).values_list("naam", flat=True)
    return tuple(sorted({*plekken, *gebieden}))


def cut_bronteksten(teksten: Iterable[Brontekst], vrij: tuple[str, ...] = ()) -> dict[UUID, Gesneden]:
    """Mask and cut texts; the slow part of taking in answers, so call it outside a transaction.

    `vrij` are names of places that are not masked.
    """
    lijst = list(teksten)
    if not lijst:
        return {}
    from basis.taal.lemmas import zoektekst
    from codering.nlp.pipeline import segment_rijen
    from codering.nlp.types import Antwoordrij

    rijen = [Antwoordrij(id=str(t.bron_id), tekst=t.tekst, groep=t.groep, vraag=t.vraag) for t in lijst]
    return {
        tekst.bron_id: Gesneden(
            bronhash=hash_bron(tekst),
            stukken=tuple(Stuk(f, zoektekst(f.gemaskeerd)) for f in fragmenten if f.begin < f.eind),
        )
        for tekst, fragmenten in zip(lijst, segment_rijen(rijen, vrij=vrij), strict=True)
    }


def make_uitspraken(bronsoort: str, ronde_id: UUID, tekst: Brontekst, gesneden: Gesneden) -> list[Uitspraak]:
    """Give the statements of a text, not stored yet."""
    return [
        Uitspraak(
            **{f"{bronsoort}_id": tekst.bron_id},
            ronde_id=ronde_id,
            volgnummer=stuk.fragment.volgnummer,
            begin=stuk.fragment.begin,
            eind=stuk.fragment.eind,
            tekst=stuk.fragment.gemaskeerd,
            vraag=tekst.vraag,
            inhoudhash=hash_tekst(stuk.fragment.gemaskeerd),
            bronhash=gesneden.bronhash,
            taal=stuk.fragment.taal,
            kwaliteit=stuk.fragment.kwaliteit.value,
            zoektekst=stuk.zoektekst,
            kanaal=tekst.kanaal,
            gebied_id=tekst.gebied_id,
            groep=tekst.groep,
            eenheid=tekst.eenheid,
            mag_citeren=tekst.mag_citeren,
        )
        for stuk in gesneden.stukken
    ]
