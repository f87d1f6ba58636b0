"""Trying a questionnaire out on one's own phone, by a secret link. What is sent so can never be counted.

Test answers lie in a table of their own, as words; no `Inzending`, no source, no draft comes of them. The link and
all that was sent with it end when the questionnaire opens.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from secrets import token_urlsafe

from django.db import transaction
from django.utils import timezone

from organisaties.domain.audit import log_handeling
from organisaties.models import Gebruiker, Organisatie
from peilingen.enums import Herkomst, Vragenlijststatus
from peilingen.models import Proefinzending, Vragenlijst
from peilingen.refusals import NietTeProberen, ProefVol, UitBestand, VragenlijstStaatOpen

# So many test answers are kept per questionnaire: enough for a team, too few to fill a disk with.
MAX_PROEVEN = 100
# Characters of one test, over all its answers.
MAX_TEKENS = 60_000
PROEF_BEWAREN = timedelta(days=30)

# A question with what was answered, in words.
Gegeven = tuple[str, list[str]]


@transaction.atomic
def make_proeflink(*, vragenlijst: Vragenlijst, wie: Gebruiker) -> Vragenlijst:
    """Give a questionnaire a new secret link; an earlier one stops working.

    Raises UitBestand, VragenlijstStaatOpen, and NietTeProberen without questions.
    """
    vast = _lock(vragenlijst)
    if vast.herkomst == Herkomst.BESTAND:
        raise UitBestand
    if vast.status == Vragenlijststatus.OPEN:
        raise VragenlijstStaatOpen
    if not vast.vragen.exists():
        raise NietTeProberen
    vast.proefcode = token_urlsafe(9)
    vast.save(update_fields=["proefcode"])
    log_handeling(organisatie=vast.ronde.organisatie, wie=wie, handeling="proeflink_gemaakt", op=vast)
    return vast


@transaction.atomic
def withdraw_proeflink(*, vragenlijst: Vragenlijst, wie: Gebruiker) -> None:
    """Let the link stop working; what was sent stays until someone deletes it."""
    vast = _lock(vragenlijst)
    vast.proefcode = None
    vast.save(update_fields=["proefcode"])
    log_handeling(organisatie=vast.ronde.organisatie, wie=wie, handeling="proeflink_ingetrokken", op=vast)


def end_proef(vragenlijst: Vragenlijst) -> None:
    """Delete link and answers, as part of an act."""
    Proefinzending.objects.filter(vragenlijst=vragenlijst).delete()
    if vragenlijst.proefcode:
        vragenlijst.proefcode = None
        vragenlijst.save(update_fields=["proefcode"])


def find_proeflijst(code: str) -> Vragenlijst | None:
    """Give the questionnaire that this link lets try out, or None."""
    rijen = Vragenlijst.objects.order_by().select_related("ronde__organisatie").filter(proefcode=code)
    return rijen.exclude(status=Vragenlijststatus.OPEN).first()


@transaction.atomic
def keep_proef(*, vragenlijst: Vragenlijst, antwoorden: Iterable[Gegeven], taal: str) -> Proefinzending:
    """Keep what someone sent by the link, in words; raises ProefVol when there are too many or it is too long."""
    vast = _lock(vragenlijst)
    gegeven = [{"vraag": vraag, "woorden": list(woorden)} for vraag, woorden in antwoorden]
    lengte = sum(len(woord) for regel in gegeven for woord in regel["woorden"])
    if lengte > MAX_TEKENS or Proefinzending.objects.filter(vragenlijst=vast).count() >= MAX_PROEVEN:
        raise ProefVol
    return Proefinzending.objects.create(vragenlijst=vast, gegevens={"antwoorden": gegeven}, taal=taal)


@transaction.atomic
def delete_proeven(*, vragenlijst: Vragenlijst, alleen: Proefinzending | None = None) -> int:
    """Delete one test, or all of them; gives how many."""
    rijen = Proefinzending.objects.filter(vragenlijst=vragenlijst)
    weg, _per_soort = (rijen.filter(pk=alleen.pk) if alleen else rijen).delete()
    return weg


def delete_oude_proeven(organisatie: Organisatie, grens: datetime) -> dict[str, int]:
    """Delete tests from before `grens`, or from before their own term where that is shorter."""
    vanaf = max(grens, timezone.now() - PROEF_BEWAREN)
    oud = Proefinzending.objects.van(organisatie).filter(gemaakt_op__lt=vanaf)
    aantal = oud.count()
    oud.delete()
    return {"proeven": aantal}


def _lock(vragenlijst: Vragenlijst) -> Vragenlijst:
    rijen = Vragenlijst.objects.select_for_update(of=("self",)).select_related("ronde__organisatie")
    gevonden: Vragenlijst = rijen.get(pk=vragenlijst.pk)
    return gevonden
