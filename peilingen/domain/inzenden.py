"""Sending answers, and coming back to them with the receipt code: once, whatever the network does."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from organisaties.domain.audit import log_handeling
from organisaties.domain.bonnen import hash_bon, hash_token, make_bon
from organisaties.domain.bronnen import report_bronwijziging
from organisaties.domain.tijd import round_hour
from organisaties.enums import Kanaal, Wijzigingsoort
from peilingen.domain.bron import BRONSOORT
from peilingen.domain.waarden import (
    Antwoordwaarde,
    Plaats,
    build_antwoord,
    check_waarden,
    find_plaats,
    is_given,
    keep_gevraagd,
    store_keuzes,
)
from peilingen.enums import WOORDSOORTEN, Toestemming, Vragenlijststatus
from peilingen.models import Antwoord, Inzending, Vraag, Vragenlijst
from peilingen.refusals import VragenlijstGesloten

__all__ = [
    "UITLOOP",
    "Antwoordwaarde",
    "Bon",
    "correct_inzending",
    "find_inzending",
    "is_open",
    "submit_inzending",
    "withdraw_inzending",
]

# Who was typing when a questionnaire closed may still send what they typed, this long.
UITLOOP = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Bon:
    """The proof that answers arrived; only a hash of the code is kept."""

    inzending_id: UUID
    code: str


def is_open(vragenlijst: Vragenlijst, *, uitloop: bool = False, nu: datetime | None = None) -> bool:
    """Tell whether answers may be sent; with `uitloop` also just after closing."""
    if vragenlijst.status == Vragenlijststatus.OPEN:
        return True
    dicht = vragenlijst.gesloten_op if vragenlijst.status == Vragenlijststatus.GESLOTEN else None
    return uitloop and dicht is not None and (nu or timezone.now()) < dicht + UITLOOP


@transaction.atomic
def submit_inzending(
    *,
    vragenlijst: Vragenlijst,
    token: str,
    antwoorden: Mapping[UUID, Antwoordwaarde],
    mag_citeren: bool | None,
    kanaal: Kanaal = Kanaal.ENQUETE,
    nu: datetime | None = None,
    uitloop: bool = False,
    vragen: Mapping[UUID, Vraag] | None = None,
    toestemming: str = Toestemming.GEEN,
    hulp: bool = False,
    taal: str = "nl",
) -> Bon:
    """Keep one person's answers; the same token again gives the same receipt and writes nothing.

    `vragen` are the questions with their choices, for who has read them already. `toestemming` is who said yes to
    the use of the answers, `hulp` whether they were filled in for someone else, `taal` the language of the pages.
    Raises VragenlijstGesloten (a token that was used before is answered all the same) and OnjuistAntwoord.
    """
    nu, sleutel, code = nu or timezone.now(), hash_token(token), make_bon(token)
    if (eerder := find_by_token(vragenlijst=vragenlijst, token=token)) is not None:
        return Bon(eerder.pk, code)
    if not is_open(vragenlijst, uitloop=uitloop, nu=nu):
        raise VragenlijstGesloten
    vragen = list_vragen(vragenlijst) if vragen is None else vragen
    check_waarden(vragen, antwoorden)
    antwoorden = keep_gevraagd(vragen, antwoorden)
    plaats = find_plaats(vragenlijst.ronde.organisatie, vragen, antwoorden)
    inzending, nieuw = Inzending.objects.get_or_create(
        vragenlijst=vragenlijst,
        sleutel=sleutel,
        defaults={
            "kanaal": kanaal,
            "gebied": plaats.gebied,
            "groep": plaats.groep,
            "mag_citeren": mag_citeren,
            "toestemming": toestemming,
            "hulp": hulp,
            "taal": taal,
            "bonhash": hash_bon(vragenlijst.pk, code),
            "ingediend_op": round_hour(nu),
        },
    )
    if nieuw:
        rijen = _store(inzending, vragen, antwoorden, plaats)
        _report(inzending, [rij for rij in rijen if _has_words(rij)], Wijzigingsoort.AANGEMAAKT)
    return Bon(inzending.pk, code)


def find_by_token(*, vragenlijst: Vragenlijst, token: str) -> Inzending | None:
    """Give what was sent with this token, or None."""
    rijen = Inzending.objects.order_by().filter(vragenlijst=vragenlijst, sleutel=hash_token(token))
    return next(iter(rijen), None)


def find_inzending(*, vragenlijst: Vragenlijst, code: str) -> Inzending | None:
    """Give the answers that belong to a typed receipt code; None for a wrong or impossible one."""
    bonhash = hash_bon(vragenlijst.pk, code)
    return (
        Inzending.objects.filter(vragenlijst=vragenlijst, bonhash=bonhash)
        .select_related("gebied", "vragenlijst__ronde__organisatie")
        .first()
    )


@transaction.atomic
def correct_inzending(
    *,
    inzending: Inzending,
    antwoorden: Mapping[UUID, Antwoordwaarde],
    mag_citeren: bool | None,
    nu: datetime | None = None,
    uitloop: bool = False,
) -> None:
    """Replace the answers; the receipt code and the hour of sending stay. Raises as `submit_inzending`.

    An answer keeps its row, so that the statements whose words did not change keep what people decided on them.
    """
    vast = Inzending.objects.select_for_update().select_related("vragenlijst__ronde__organisatie")
    inzending = vast.get(pk=inzending.pk)
    lijst = inzending.vragenlijst
    if not is_open(lijst, uitloop=uitloop, nu=nu):
        raise VragenlijstGesloten
    vragen = list_vragen(lijst)
    check_waarden(vragen, antwoorden)
    antwoorden = keep_gevraagd(vragen, antwoorden)
    plaats = find_plaats(lijst.ronde.organisatie, vragen, antwoorden)
    oud = {rij.vraag_id: rij for rij in inzending.antwoorden.select_related("vraag")}
    inzending.gebied, inzending.groep, inzending.mag_citeren = plaats.gebied, plaats.groep, mag_citeren
    inzending.save(update_fields=["gebied", "groep", "mag_citeren"])
    nieuw = {
        vraag_id: build_antwoord(inzending, vragen[vraag_id], waarde, plaats)
        for vraag_id, waarde in antwoorden.items()
        if is_given(vragen[vraag_id], waarde)
    }
    for vraag_id, rij in nieuw.items():
        rij.pk = oud[vraag_id].pk if vraag_id in oud else rij.pk
    _replace(inzending, oud, nieuw)
    store_keuzes((rij, antwoorden[vraag_id]) for vraag_id, rij in nieuw.items())


@transaction.atomic
def withdraw_inzending(*, inzending: Inzending) -> None:
    """Delete one person's answers for good, and let the rooms above delete what they made of them.

    The line in the audit log names the questionnaire and the hour, not the answers and not the person.
    """
    lijst = inzending.vragenlijst
    rijen = list(inzending.antwoorden.select_related("vraag"))
    _report(inzending, [rij for rij in rijen if _has_words(rij)], Wijzigingsoort.VERWIJDERD)
    inzending.delete()
    regel = log_handeling(
        organisatie=lijst.ronde.organisatie, wie=None, handeling="antwoorden_ingetrokken", op=lijst
    )
    regel.tijd = round_hour(timezone.now())
    regel.save(update_fields=["tijd"])


def list_vragen(vragenlijst: Vragenlijst) -> dict[UUID, Vraag]:
    """Give the questions in order, with their choices."""
    return {vraag.pk: vraag for vraag in vragenlijst.vragen.prefetch_related("keuzes", "stellingen")}


def _has_words(rij: Antwoord) -> bool:
    return rij.vraag.soort in WOORDSOORTEN and bool(rij.tekst)


def _store(
    inzending: Inzending,
    vragen: Mapping[UUID, Vraag],
    antwoorden: Mapping[UUID, Antwoordwaarde],
    plaats: Plaats,
) -> list[Antwoord]:
    paren = [
        (build_antwoord(inzending, vragen[vraag_id], waarde, plaats), waarde)
        for vraag_id, waarde in antwoorden.items()
        if is_given(vragen[vraag_id], waarde)
    ]
    rijen = Antwoord.objects.bulk_create([rij for rij, _waarde in paren])
    store_keuzes(paren)
    return rijen


def _replace(inzending: Inzending, oud: Mapping[UUID, Antwoord], nieuw: Mapping[UUID, Antwoord]) -> None:
    """Bring the rows in line, without their choices, and report what happened to people's own words."""
    weg = [rij for vraag_id, rij in oud.items() if vraag_id not in nieuw]
    blijft = [rij for vraag_id, rij in nieuw.items() if vraag_id in oud]
    erbij = [rij for vraag_id, rij in nieuw.items() if vraag_id not in oud]
    _report(inzending, [rij for rij in weg if _has_words(rij)], Wijzigingsoort.VERWIJDERD)
    Antwoord.keuzes.through.objects.filter(antwoord__inzending=inzending).delete()
    Antwoord.objects.filter(pk__in=[rij.pk for rij in weg]).delete()
    Antwoord.objects.bulk_update(blijft, ["tekst", "getal", "waarde", "plek", "bijzonder"])
    Antwoord.objects.bulk_create(erbij)
    _report(inzending, [rij for rij in blijft if _has_words(rij)], Wijzigingsoort.GEWIJZIGD)
    _report(inzending, [rij for rij in erbij if _has_words(rij)], Wijzigingsoort.AANGEMAAKT)


def _report(inzending: Inzending, rijen: list[Antwoord], soort: Wijzigingsoort) -> None:
    if rijen:
        report_bronwijziging(
            ronde=inzending.vragenlijst.ronde, bronsoort=BRONSOORT, ids=[rij.pk for rij in rijen], soort=soort
        )
