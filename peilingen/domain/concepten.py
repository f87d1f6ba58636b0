"""Drafts: what a resident typed and did not send yet, kept under the hash of the token in their form.

Each page writes only its own question, so two windows on one draft never wipe out each other's questions. For
one and the same question a page says which writing it knew when it was made: one that knew less than what is
kept (another window, an old page sent again) never shortens people's words. Such words are put together, and
the resident is asked to look.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from basis.getypt import clean_tekst
from organisaties.domain.bonnen import hash_bon, hash_token, make_bon
from organisaties.domain.tijd import round_hour
from peilingen.domain.drukte import check_concepten
from peilingen.domain.inzenden import (
    Bon,
    correct_inzending,
    find_by_token,
    is_open,
    submit_inzending,
)
from peilingen.domain.toelaten import admit
from peilingen.domain.toestemming import START, build_start, read_start
from peilingen.domain.velden import WOORDVELDEN, Velden, build_velden
from peilingen.domain.waarden import Antwoordwaarde, read_waarde
from peilingen.models import Inzending, Inzendingconcept, Vraag, Vragenlijst
from peilingen.refusals import VragenlijstGesloten

# Steps are the keys of the questions, and this one.
CONTROLE = "controle"
# The step of a draft whose correction was sent.
KLAAR = "klaar"
# The step of a draft whose words were deleted on a shared device.
GEWIST = "gewist"
# Characters of one field that a draft holds; a longer text is refused by the form and stays on the page.
MAX_VELD = 20_000
MAX_KEUZES = 100


@dataclass(frozen=True, slots=True)
class Stapinvoer:
    """What a page sent for one step. `blad` is that page's own mark, `kende` the marks of the writings it knew."""

    stap: str
    velden: Mapping[str, list[str]]
    blad: str = ""
    kende: str = ""


@dataclass(frozen=True, slots=True)
class Verzonden:
    """What came of sending: the receipt code where it is known, and whether earlier answers were corrected."""

    inzending_id: UUID
    code: str
    verbeterd: bool


def hash_concept(vragenlijst: Vragenlijst, token: str) -> str:
    """The hash under which a draft is kept; a token says nothing at another questionnaire."""
    return hash_token(f"{vragenlijst.pk} {token}")


def find_concept(*, vragenlijst: Vragenlijst, token: str) -> Inzendingconcept | None:
    """Give the draft of this token, or None."""
    rijen = Inzendingconcept.objects.select_related("inzending").order_by()
    return next(iter(rijen.filter(sleutel=hash_concept(vragenlijst, token))), None)


def save_stap(
    *,
    vragenlijst: Vragenlijst,
    token: str,
    invoer: Stapinvoer | None = None,
    taal: str = "nl",
    nu: datetime | None = None,
) -> tuple[Inzendingconcept, bool]:
    """Keep what one page sent; True when two windows' words were joined. Raises as `save_stappen`."""
    stappen = [] if invoer is None else [invoer]
    concept, dubbel = save_stappen(vragenlijst=vragenlijst, token=token, invoer=stappen, taal=taal, nu=nu)
    return concept, bool(dubbel)


@transaction.atomic
def save_stappen(
    *,
    vragenlijst: Vragenlijst,
    token: str,
    invoer: Sequence[Stapinvoer],
    taal: str = "nl",
    nu: datetime | None = None,
) -> tuple[Inzendingconcept, frozenset[str]]:
    """Keep what a page sent, making the draft if there is none; gives the steps where words were joined.

    Raises VragenlijstGesloten for a new draft after closing, and for any draft an hour after it.
    """
    nu = nu or timezone.now()
    if not is_open(vragenlijst, uitloop=True, nu=nu):
        raise VragenlijstGesloten
    concept = _lock(vragenlijst, token) or _make(vragenlijst, token, nu)
    if concept.stap == KLAAR and concept.inzending is not None:
        concept.gegevens = read_gegevens(concept.inzending)
    dubbel = frozenset(deel.stap for deel in invoer if _merge(concept, deel))
    concept.stap, concept.taal = (invoer[-1].stap if invoer else ""), taal
    concept.bijgewerkt_op = round_hour(nu)
    concept.save(update_fields=["stap", "gegevens", "taal", "bijgewerkt_op"])
    return concept, dubbel


@transaction.atomic
def start_verbetering(*, inzending: Inzending, token: str, taal: str = "nl") -> Inzendingconcept:
    """Make a draft of answers that were sent, to correct them; raises VragenlijstGesloten."""
    if not is_open(inzending.vragenlijst):
        raise VragenlijstGesloten
    concept, _nieuw = Inzendingconcept.objects.get_or_create(
        sleutel=hash_concept(inzending.vragenlijst, token),
        defaults={
            "vragenlijst": inzending.vragenlijst,
            "inzending": inzending,
            "gegevens": read_gegevens(inzending),
            "taal": taal,
            "bijgewerkt_op": round_hour(timezone.now()),
        },
    )
    return concept


def find_stand(*, vragenlijst: Vragenlijst, token: str) -> tuple[Inzendingconcept | None, Verzonden | None]:
    """Give the draft of this token, and what was sent with it and is not being changed now."""
    concept = find_concept(vragenlijst=vragenlijst, token=token)
    if concept is not None:
        klaar = concept.inzending if concept.stap == KLAAR else None
        return concept, _describe(klaar, token, verbeterd=True) if klaar else None
    inzending = find_by_token(vragenlijst=vragenlijst, token=token)
    return None, _describe(inzending, token, verbeterd=False) if inzending else None


@transaction.atomic
def send_concept(
    *,
    vragenlijst: Vragenlijst,
    token: str,
    antwoorden: Mapping[UUID, Antwoordwaarde],
    mag_citeren: bool | None,
    nu: datetime | None = None,
    vragen: Mapping[UUID, Vraag] | None = None,
    link: str = "",
) -> Verzonden:
    """Send a draft: as a new inzending, or as the correction of one. The draft's words go in the same moment.

    Sending the same again gives the same outcome. `link` is the personal link by which someone came, if any.
    Raises VragenlijstGesloten, and for a new inzending what `admit` refuses.
    """
    concept = _lock(vragenlijst, token)
    if concept is None or concept.inzending is None:
        start = read_start(concept.gegevens if concept else {})
        if concept is not None or find_by_token(vragenlijst=vragenlijst, token=token) is None:
            admit(vragenlijst, start, link=link, nu=nu, uitloop=concept is not None)
        bon: Bon = submit_inzending(
            vragenlijst=vragenlijst,
            token=token,
            antwoorden=antwoorden,
            mag_citeren=mag_citeren,
            nu=nu,
            uitloop=concept is not None,
            vragen=vragen,
            toestemming=start.toestemming,
            hulp=start.hulp,
            taal=concept.taal if concept else "nl",
        )
        if concept is not None:
            concept.delete()
        return Verzonden(bon.inzending_id, bon.code, verbeterd=False)
    if concept.stap != KLAAR:
        correct_inzending(
            inzending=concept.inzending, antwoorden=antwoorden, mag_citeren=mag_citeren, nu=nu, uitloop=True
        )
        concept.gegevens, concept.stap = {}, KLAAR
        concept.save(update_fields=["gegevens", "stap"])
    return _describe(concept.inzending, token, verbeterd=True)


@transaction.atomic
def wipe_concept(*, vragenlijst: Vragenlijst, token: str) -> None:
    """Delete what was typed and not sent; what was sent stays.

    The empty row stays as long as a draft does: a page of it that is sent again must not bring words back.
    """
    concept = _lock(vragenlijst, token)
    if concept is not None:
        concept.gegevens, concept.stap = {}, GEWIST
        concept.save(update_fields=["gegevens", "stap"])


def is_gewist(concept: Inzendingconcept) -> bool:
    """Tell whether the words of a draft were deleted by who left a shared device."""
    return concept.stap == GEWIST


def read_gegevens(inzending: Inzending) -> dict[str, Any]:
    """Give the answers of an inzending as a draft holds them."""
    rijen = inzending.antwoorden.select_related("vraag", "plek").prefetch_related("keuzes")
    gegevens = {
        str(rij.vraag_id): {"velden": build_velden(rij.vraag, read_waarde(rij, inzending)), "blad": ""}
        for rij in rijen
    }
    citeren = [] if inzending.mag_citeren is None else ["ja" if inzending.mag_citeren else "nee"]
    controle = {"velden": {"mag_citeren": citeren}, "blad": ""}
    return {**gegevens, START: build_start(inzending), CONTROLE: controle}


def clean_velden(velden: Mapping[str, list[str]]) -> Velden:
    """Give fields as they can be kept: whole characters, no zero bytes, one kind of line end, limits on size."""
    return {naam: [_clean(woord) for woord in waarden[:MAX_KEUZES]] for naam, waarden in velden.items()}


def _clean(woord: str) -> str:
    heel = woord.encode(errors="replace").decode()
    return clean_tekst(heel)[:MAX_VELD]


def _lock(vragenlijst: Vragenlijst, token: str) -> Inzendingconcept | None:
    rijen = Inzendingconcept.objects.select_for_update().order_by()
    return next(iter(rijen.filter(sleutel=hash_concept(vragenlijst, token))), None)


def _make(vragenlijst: Vragenlijst, token: str, nu: datetime) -> Inzendingconcept:
    """Make a draft; of answers that were sent with this token it becomes a correction."""
    if not is_open(vragenlijst):
        raise VragenlijstGesloten
    check_concepten(vragenlijst, nu)
    inzending = find_by_token(vragenlijst=vragenlijst, token=token)
    concept, _nieuw = Inzendingconcept.objects.select_for_update().get_or_create(
        sleutel=hash_concept(vragenlijst, token),
        defaults={
            "vragenlijst": vragenlijst,
            "inzending": inzending,
            "gegevens": read_gegevens(inzending) if inzending else {},
            "bijgewerkt_op": round_hour(nu),
        },
    )
    return concept


def _merge(concept: Inzendingconcept, invoer: Stapinvoer) -> bool:
    """Write one step into the draft; True when words of two windows were put together."""
    velden, dubbel = clean_velden(invoer.velden), False
    oud = concept.gegevens.get(invoer.stap)
    if oud and oud["blad"] not in (invoer.blad, invoer.kende, *invoer.kende.split()):
        for naam in WOORDVELDEN:
            eerst, nu = ("".join(deel.get(naam, [])).strip() for deel in (oud["velden"], velden))
            botst = bool(eerst and nu) and eerst not in nu and nu not in eerst
            dubbel = dubbel or botst
            if naam in velden:
                velden[naam] = [f"{eerst}\n\n{nu}"[:MAX_VELD] if botst else max(eerst, nu, key=len)]
    concept.gegevens[invoer.stap] = {"velden": velden, "blad": invoer.blad}
    return dubbel


def _describe(inzending: Inzending, token: str, *, verbeterd: bool) -> Verzonden:
    """Give the outcome; the code is known only where it follows from this very token."""
    code = make_bon(token)
    bekend = hash_bon(inzending.vragenlijst_id, code) == inzending.bonhash
    return Verzonden(inzending.pk, code if bekend else "", verbeterd)
