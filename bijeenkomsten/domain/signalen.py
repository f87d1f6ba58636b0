"""The logbook: recording what reached the organisation by phone, letter or word of mouth."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from bijeenkomsten.domain.bron import SIGNAAL
from bijeenkomsten.domain.invoer import SLEUTEL_MAX, TERUGHALEN, check_gebied, check_keuze, clean_tekst
from bijeenkomsten.domain.melden import report_bron
from bijeenkomsten.domain.voorstellen import erase_bsns
from bijeenkomsten.models import Signaal
from bijeenkomsten.refusals import Onherstelbaar, OnjuisteInvoer
from organisaties.domain.audit import log_handeling
from organisaties.enums import Kanaal, Wijzigingsoort
from organisaties.models import Gebied, Gebruiker, Ronde

VELDEN = ("kanaal", "tekst", "gebied", "ontvangen_op")


@transaction.atomic
def record_signaal(
    *,
    ronde: Ronde,
    wie: Gebruiker,
    kanaal: str,
    tekst: str,
    gebied: Gebied | None = None,
    ontvangen_op: date,
    sleutel: str = "",
) -> Signaal:
    """Keep a signal, without any BSN. The same `sleutel` is the same signal: sent twice it is there once."""
    velden = _clean(ronde, {"kanaal": kanaal, "tekst": tekst, "gebied": gebied, "ontvangen_op": ontvangen_op})
    if len(sleutel) > SLEUTEL_MAX:
        raise OnjuisteInvoer
    vast = Ronde.objects.select_for_update(of=("self",)).select_related("organisatie").get(pk=ronde.pk)
    bekend: Signaal | None = vast.signalen.filter(sleutel=sleutel).first() if sleutel else None
    if bekend is not None:
        return bekend
    signaal = Signaal.objects.create(ronde=vast, wie=wie, sleutel=sleutel, **velden)
    _report(signaal, Wijzigingsoort.AANGEMAAKT)
    _log(signaal, wie, "signaal_genoteerd")
    return signaal


@transaction.atomic
def change_signaal(*, signaal: Signaal, wie: Gebruiker, **velden: Any) -> Signaal:
    """Change kanaal, tekst, gebied or ontvangen_op; one that someone deleted meanwhile is there again."""
    if set(velden) - set(VELDEN):
        raise TypeError(f"geen velden van een signaal: {sorted(set(velden) - set(VELDEN))}")
    vast = _lock(signaal)
    nieuw = _clean(vast.ronde, velden)
    for naam, waarde in nieuw.items():
        setattr(vast, naam, waarde)
    soort = Wijzigingsoort.AANGEMAAKT if vast.verwijderd_op else Wijzigingsoort.GEWIJZIGD
    vast.verwijderd_op = None
    vast.save(update_fields=[*nieuw, "verwijderd_op"])
    _report(vast, soort)
    _log(vast, wie, "signaal_veranderd")
    return vast


@transaction.atomic
def delete_signaal(*, signaal: Signaal, wie: Gebruiker, nu: datetime | None = None) -> Signaal:
    """Delete a signal; for an hour it can be brought back."""
    vast = _lock(signaal)
    if vast.verwijderd_op is None:
        vast.verwijderd_op = nu or timezone.now()
        vast.save(update_fields=["verwijderd_op"])
        _report(vast, Wijzigingsoort.VERWIJDERD)
        _log(vast, wie, "signaal_verwijderd")
    return vast


@transaction.atomic
def restore_signaal(*, signaal: Signaal, wie: Gebruiker, nu: datetime | None = None) -> Signaal:
    """Undo a deletion."""
    vast = _lock(signaal)
    if vast.verwijderd_op is None:
        return vast
    if (nu or timezone.now()) - vast.verwijderd_op > TERUGHALEN:
        raise Onherstelbaar
    vast.verwijderd_op = None
    vast.save(update_fields=["verwijderd_op"])
    _report(vast, Wijzigingsoort.AANGEMAAKT)
    _log(vast, wie, "signaal_teruggehaald")
    return vast


def _lock(signaal: Signaal) -> Signaal:
    rijen = Signaal.objects.select_for_update(of=("self",)).select_related("ronde__organisatie")
    vast: Signaal = rijen.get(pk=signaal.pk)
    return vast


def _clean(ronde: Ronde, velden: dict[str, Any]) -> dict[str, Any]:
    schoon = dict(velden)
    if "tekst" in velden:
        schoon["tekst"] = erase_bsns(clean_tekst(velden["tekst"]))
    if "gebied" in velden:
        schoon["gebied"] = check_gebied(velden["gebied"], ronde.organisatie)
    if "kanaal" in velden and not check_keuze(velden["kanaal"], Kanaal):
        raise OnjuisteInvoer
    return schoon


def _report(signaal: Signaal, soort: Wijzigingsoort) -> None:
    report_bron(ronde=signaal.ronde, bronsoort=SIGNAAL, bron_id=signaal.pk, soort=soort)


def _log(signaal: Signaal, wie: Gebruiker, handeling: str) -> None:
    log_handeling(
        organisatie=signaal.ronde.organisatie,
        wie=wie,
        handeling=handeling,
        op=signaal,
        omschrijving=str(Kanaal(signaal.kanaal).label),
    )
